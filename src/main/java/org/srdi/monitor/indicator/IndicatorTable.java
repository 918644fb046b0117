package org.srdi.monitor.indicator;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;

/**
 * Indicators of the members of a grouping, for publications.
 *
 * @param period the month
 * @param grouping what the rows are
 * @param columns the indicators, in the order asked for
 * @param rows a row per member: tiers by rank, all others by code, the unknown last
 */
public record IndicatorTable(ReportingPeriod period, Grouping grouping, List<IndicatorDefinition> columns,
		List<Row> rows) {

	/**
	 * The indicators of one member.
	 *
	 * @param member its code
	 * @param values the values by the code of their indicator
	 */
	public record Row(String member, Map<String, IndicatorValue> values) {

		/** Returns the value of an indicator; null if it was not computed. */
		public @Nullable IndicatorValue value(String indicator) {
			return this.values.get(indicator);
		}

	}

}
