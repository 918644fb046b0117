package org.srdi.monitor.publication;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.indicator.Indicators;

/** The indicators of a period by group, read once. */
final class Values {

	private final Map<Key, IndicatorValue> values;

	Values(Collection<IndicatorValue> values) {
		this.values = values.stream()
			.collect(Collectors.toUnmodifiableMap(
					(value) -> new Key(value.grouping(), value.member(), value.indicator()), (value) -> value));
	}

	/** Reads the indicators of a period by these groupings. */
	static Values of(Indicators indicators, ReportingPeriod period, Set<Grouping> groupings) {
		return new Values(
				groupings.stream().flatMap((grouping) -> indicators.values(period, grouping).stream()).toList());
	}

	/** Returns a value; null if the indicator was not computed for that group. */
	@Nullable IndicatorValue of(Grouping grouping, String member, IndicatorDefinition indicator) {
		return this.values.get(new Key(grouping, member, indicator.code()));
	}

	/** Returns the groups that have values, in the order of their codes. */
	List<String> members(Grouping grouping) {
		return this.values.keySet()
			.stream()
			.filter((key) -> key.grouping() == grouping)
			.map(Key::member)
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * Names a value.
	 *
	 * @param grouping what is grouped by
	 * @param member the group
	 * @param indicator the code of the indicator
	 */
	private record Key(Grouping grouping, String member, String indicator) {

	}

}
