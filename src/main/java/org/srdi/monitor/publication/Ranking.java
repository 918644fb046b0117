package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.indicator.Outcome;

/**
 * The members of a grouping in the order of an indicator, greatest first. Equal values
 * share a rank; members without a rate come last and have none.
 *
 * @param places the members in order
 */
record Ranking(List<Place> places) {

	static Ranking of(Values values, Grouping grouping, List<String> members, IndicatorDefinition indicator) {
		Map<String, BigDecimal> rates = new TreeMap<>();
		for (String member : members) {
			IndicatorValue value = values.of(grouping, member, indicator);
			if (value != null && value.outcome() == Outcome.VALUE && value.value() != null) {
				rates.put(member, value.value());
			}
		}
		List<Place> places = new ArrayList<>();
		rates.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.forEach(
					(entry) -> places.add(new Place(entry.getKey(), rank(places, entry.getValue()), entry.getValue())));
		members.stream()
			.filter((member) -> !rates.containsKey(member))
			.forEach((member) -> places.add(new Place(member, null, null)));
		return new Ranking(List.copyOf(places));
	}

	private static Integer rank(List<Place> places, BigDecimal rate) {
		Place last = places.isEmpty() ? null : places.get(places.size() - 1);
		if (last != null && last.rank() != null && last.rate() != null && rate.compareTo(last.rate()) == 0) {
			return last.rank();
		}
		return places.size() + 1;
	}

	/** Returns those that have a rank. */
	List<Place> ranked() {
		return this.places.stream().filter((place) -> place.rank() != null).toList();
	}

	/**
	 * A member and its place.
	 *
	 * @param member the member
	 * @param rank its rank from 1; null for none
	 * @param rate what it is ranked by; null for none
	 */
	record Place(String member, @Nullable Integer rank, @Nullable BigDecimal rate) {

	}

}
