package org.srdi.monitor.deadline;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * What the calendar makes of a period.
 *
 * @param opens the beginning of the day it opens
 * @param nominalDay the day that {@code job.yaml} names
 * @param dueDay the day at whose end reports are due, after rolling
 * @param rolledOver why the day was moved, day by day; null if it was not
 * @param holidaysKnown whether the list has the holidays of all years that were looked at
 * @param due the end of the due day
 * @param locks the instant the period locks
 */
record Resolution(ReportingPeriod period, Instant opens, LocalDate nominalDay, LocalDate dueDay,
		@Nullable String rolledOver, boolean holidaysKnown, Instant due, Instant locks) {

}
