package org.srdi.monitor.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * A time in which nobody could report because of us.
 *
 * @param id its number
 * @param from when it began; for a detected one, the last beat before it
 * @param to when it ended
 * @param kind who says so
 * @param counts whether it moves deadlines; a detected one that lasted too long does not
 * until somebody records it
 * @param node who gave the last beat before it; null where recorded
 * @param evidence what shows it
 * @param actor who entered it
 * @param recordedAt when it was entered
 * @param effects the deadlines it moved
 */
public record Outage(long id, Instant from, Instant to, Kind kind, boolean counts, @Nullable String node,
		String evidence, String actor, Instant recordedAt, List<Effect> effects) {

	/** Who says that there was an outage. */
	public enum Kind {

		/** The beats of the service, or their absence. */
		DETECTED,
		/** A person. */
		RECORDED

	}

	/**
	 * What an outage did to a deadline.
	 *
	 * @param period the period
	 * @param extensionId the extension whose end was moved; null for the general deadline
	 * @param overlap how much of the outage was given back
	 * @param dueBefore the deadline without any outage
	 * @param dueAfter the deadline with all outages known then
	 * @param grantedAt when it was moved
	 */
	public record Effect(ReportingPeriod period, @Nullable Long extensionId, Duration overlap, Instant dueBefore,
			Instant dueAfter, Instant grantedAt) {

	}

}
