package org.srdi.monitor.observability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;

/**
 * When figures are read, and the two periods they are about.
 *
 * @param now what the clock of the machine says
 * @param due the last period whose deadline is over
 * @param dueAt that deadline
 * @param collecting the period after it, which is reported now
 * @param collectingUntil the deadline of that
 */
record Moment(Instant now, ReportingPeriod due, Instant dueAt, ReportingPeriod collecting, Instant collectingUntil) {

	/** Returns the parameters that any query may name. */
	Map<String, Object> parameters() {
		return Map.of("now", StoredTime.of(this.now), "nowMillis", this.now.toEpochMilli(), "due", this.due.toString(),
				"collecting", this.collecting.toString(), "day", this.collecting.lastDay(), "late1", late(1), "late3",
				late(3), "late7", late(7));
	}

	private LocalDateTime late(int days) {
		return StoredTime.of(this.dueAt.plus(Duration.ofDays(days)));
	}

	/** Returns the seconds since an instant, never less than 0. */
	double secondsSince(Instant then) {
		return secondsSince(seconds(then));
	}

	/** Returns the seconds since a time in seconds since 1970, never less than 0. */
	double secondsSince(double then) {
		return Math.max(0, seconds(this.now) - then);
	}

	/** Returns an instant in seconds since 1970. */
	static double seconds(Instant instant) {
		return instant.toEpochMilli() / 1000.0;
	}

}
