package org.srdi.monitor.deadline;

import java.time.Instant;

import org.srdi.monitor.core.ReportingPeriod;

/**
 * How the deadline of a period came to be another one.
 *
 * @param period the period
 * @param changedAt when it was changed, by the clock of the business
 * @param dueBefore the due instant before
 * @param dueAfter the due instant after
 * @param definitionsBefore the digest of the definitions it followed from
 * @param definitionsAfter the digest of the definitions it follows from now
 * @param actor who changed it; {@code system} where {@code job.yaml} was changed in time
 * @param reason why
 */
public record DeadlineChange(ReportingPeriod period, Instant changedAt, Instant dueBefore, Instant dueAfter,
		String definitionsBefore, String definitionsAfter, String actor, String reason) {

}
