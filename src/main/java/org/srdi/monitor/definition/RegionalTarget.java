package org.srdi.monitor.definition;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;

/**
 * A target, baseline or observation of a published plan ({@code shared/targets.csv}).
 *
 * @param rowId its name
 * @param planId the plan it is part of
 * @param kind target, baseline or observation
 * @param planName the name of the plan
 * @param region the region it is about; 100000 is the whole country
 * @param measure what is measured, as in stock_count
 * @param tier the tier it is about; null for none
 * @param comparator gte, gt, eq or approx
 * @param value the value aimed at
 * @param unit its unit
 * @param baselineValue where it started; null where unknown
 * @param start the first day it counts; null where unknown
 * @param due the last day it counts; null where unknown
 * @param quote the words of the plan
 */
public record RegionalTarget(String rowId, String planId, String kind, String planName, RegionCode region,
		String measure, @Nullable Tier tier, String comparator, BigDecimal value, String unit,
		@Nullable BigDecimal baselineValue, @Nullable LocalDate start, @Nullable LocalDate due, String quote) {

}
