package org.srdi.monitor.indicator;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.indicator.Place.Member;

/** Gathers the sums of all indicators by member of a grouping. */
final class Totals {

	private final Map<Member, Map<String, Sums>> sums = new TreeMap<>(
			Comparator.comparing(Member::grouping).thenComparing(Member::code));

	private final String province;

	Totals(String province) {
		this.province = province;
	}

	/** Adds the sums of the enterprises of a place to the members of these groupings. */
	void add(Place place, Iterable<Grouping> groupings, Map<String, Sums> more) {
		for (Grouping grouping : groupings) {
			Map<String, Sums> member = this.sums.computeIfAbsent(place.in(grouping, this.province),
					(key) -> new TreeMap<>());
			more.forEach((indicator, sums) -> member.merge(indicator, sums, Sums::plus));
		}
	}

	/** Hands over every member with its sums, by grouping and code. */
	void forEach(BiConsumer<Member, Map<String, Sums>> consumer) {
		this.sums.forEach(consumer);
	}

}
