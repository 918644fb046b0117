package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.Grouping;

/**
 * An indicator of a group of enterprises in a month.
 *
 * @param grouping what the group is one of
 * @param member the code of the group; {@link #UNKNOWN} for the enterprises without one
 * @param indicator the code of the indicator
 * @param value the value in the indicator's unit, to eight decimals; null where there is
 * none
 * @param numerator the sum it rests on, for a growth the current one; null if no
 * enterprise has the figure
 * @param denominator the sum it is divided by, for a growth the base; null for none
 * @param firms how many enterprises went into it
 * @param outcome whether there is a value, and what happened where a growth has none
 */
public record IndicatorValue(Grouping grouping, String member, String indicator, @Nullable BigDecimal value,
		@Nullable BigDecimal numerator, @Nullable BigDecimal denominator, int firms, Outcome outcome) {

	/** The member that gathers the enterprises whose group is not known. */
	public static final String UNKNOWN = "UNKNOWN";

	/** Returns the value with so many decimals, half up; null where there is none. */
	public @Nullable BigDecimal rounded(int decimals) {
		return (this.value != null) ? this.value.setScale(decimals, RoundingMode.HALF_UP) : null;
	}

}
