package org.srdi.monitor.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition.OnTime;
import org.srdi.monitor.definition.JobDefinition.Roll;

/**
 * The deadline of a period and how it came about.
 *
 * @param period the period
 * @param opens the instant from which it may be reported
 * @param nominalDay the day that {@code job.yaml} names
 * @param dueDay the day at whose end reports are due, after rolling
 * @param roll what happens on days that are not worked
 * @param rolledOver the days that are not worked; null where nothing was rolled
 * @param holidaysKnown whether the holidays of that year were known; if not, only
 * weekends counted
 * @param calendarDue the end of the due day
 * @param due the instant reports are due, with what outages gave back
 * @param graceDays how many days after that the period is still waited for
 * @param onTimeDays how many of these count as on time: all or none
 * @param onTime the clock that decides what is on time
 * @param outageWindow how long before a deadline an outage counts
 * @param locks the instant from which the period takes no more reports
 * @param definitions the digest of the definitions it follows from
 * @param resolvedAt when it was resolved; null where it is not stored yet
 */
public record DeadlineRecord(ReportingPeriod period, Instant opens, LocalDate nominalDay, LocalDate dueDay, Roll roll,
		@Nullable String rolledOver, boolean holidaysKnown, Instant calendarDue, Instant due, int graceDays,
		int onTimeDays, OnTime onTime, Duration outageWindow, Instant locks, String definitions,
		@Nullable Instant resolvedAt) {

	/** Returns the four instants alone. */
	public Deadline deadline() {
		return new Deadline(this.period, this.opens, this.due, graceEnds(this.due), locks(this.due));
	}

	/** Returns the end of the days of grace after a due instant. */
	Instant graceEnds(Instant due) {
		return due.plus(Duration.ofDays(this.graceDays));
	}

	/** Returns the last instant that is on time for whoever is due then. */
	Instant onTimeUntil(Instant due) {
		return due.plus(Duration.ofDays(this.onTimeDays));
	}

	/**
	 * Returns when the period locks for whoever is due then: never before their grace
	 * ends.
	 */
	Instant locks(Instant due) {
		Instant graceEnds = graceEnds(due);
		return this.locks.isAfter(graceEnds) ? this.locks : graceEnds;
	}

	/** Returns whether another one says the same, apart from when and after what. */
	boolean agreesWith(DeadlineRecord other) {
		return like(other).equals(other);
	}

	private DeadlineRecord like(DeadlineRecord other) {
		return new DeadlineRecord(this.period, this.opens, this.nominalDay, this.dueDay, this.roll, this.rolledOver,
				this.holidaysKnown, this.calendarDue, this.due, this.graceDays, this.onTimeDays, this.onTime,
				this.outageWindow, this.locks, other.definitions, other.resolvedAt);
	}

	/** Returns it with another due instant. */
	DeadlineRecord due(Instant moved) {
		return new DeadlineRecord(this.period, this.opens, this.nominalDay, this.dueDay, this.roll, this.rolledOver,
				this.holidaysKnown, this.calendarDue, moved, this.graceDays, this.onTimeDays, this.onTime,
				this.outageWindow, this.locks, this.definitions, this.resolvedAt);
	}

}
