package org.srdi.monitor.target;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.definition.RegionalTarget;

/**
 * A target of a plan and how the region stands, for publications.
 *
 * @param target the target, or the baseline it started from
 * @param region the region it is about
 * @param actual the value on the last day of the month, in the unit of the target; null
 * where the register cannot tell
 * @param completion actual / target × 100, which may exceed 100; null without an actual
 * value or with a target of 0
 * @param timeProgress the share of the days passed, 0 to 100; null without a first or
 * last day
 * @param nested whether the actual value counts the tiers above, too
 */
public record ProgressRow(RegionalTarget target, Region region, @Nullable BigDecimal actual,
		@Nullable BigDecimal completion, @Nullable BigDecimal timeProgress, boolean nested) {

}
