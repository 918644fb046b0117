package org.srdi.monitor.deadline;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * More time for an enterprise, a region or all.
 *
 * @param id its number
 * @param period the period
 * @param enterpriseId whom it is for; null for a region or all
 * @param region the city or county it is for; null for an enterprise or all
 * @param until the instant that was granted
 * @param due what holds now: with what outages gave back, cut off where it was revoked
 * @param reason why it was granted
 * @param actor who granted it
 * @param grantedAt when it was granted, by the clock of the business
 * @param revocation how it was revoked; null where it holds
 */
public record Extension(long id, ReportingPeriod period, @Nullable Long enterpriseId, @Nullable RegionCode region,
		Instant until, Instant due, String reason, String actor, Instant grantedAt, @Nullable Revocation revocation) {

	/**
	 * The end of an extension before its time. What came in before counts as it did.
	 *
	 * @param at when, by the clock of the business
	 * @param actor who revoked it
	 * @param reason why
	 */
	public record Revocation(Instant at, String actor, String reason) {

	}

}
