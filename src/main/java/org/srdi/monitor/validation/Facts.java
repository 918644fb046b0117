package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * What is known about the enterprise and the moment a report is judged.
 *
 * @param registeredName the name in the register; null if the code is not in it
 * @param division the two-digit division of industry in the register; null if unknown
 * @param registerEmpty whether there is no register yet: then nothing can be compared
 * with it
 * @param currentPeriod the latest period that may be reported
 * @param locked whether the month of the report takes no more reports of the enterprise
 * @param lastMonth the accepted figures of the month before; null if none are on file
 * @param yearAgo the accepted figures of the same month a year ago; null if none are on
 * file
 */
public record Facts(@Nullable String registeredName, @Nullable String division, boolean registerEmpty,
		ReportingPeriod currentPeriod, boolean locked, @Nullable Map<FigureKey, BigDecimal> lastMonth,
		@Nullable Map<FigureKey, BigDecimal> yearAgo) {

	/** Knows nothing of a year ago. */
	Facts(@Nullable String registeredName, @Nullable String division, boolean registerEmpty,
			ReportingPeriod currentPeriod, boolean locked, @Nullable Map<FigureKey, BigDecimal> lastMonth) {
		this(registeredName, division, registerEmpty, currentPeriod, locked, lastMonth, null);
	}

}
