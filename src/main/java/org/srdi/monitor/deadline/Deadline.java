package org.srdi.monitor.deadline;

import java.time.Instant;

import org.srdi.monitor.core.ReportingPeriod;

/**
 * The general deadline of a period; enterprises may have more time, see
 * {@link Deadlines#due}.
 *
 * @param period the period
 * @param opens the instant from which it may be reported
 * @param due the instant its reports are due, what outages gave back included
 * @param graceEnds the instant until which it is still waited for; the due instant where
 * there are no days of grace
 * @param locks the instant from which it takes no more reports
 */
public record Deadline(ReportingPeriod period, Instant opens, Instant due, Instant graceEnds, Instant locks) {

}
