package org.srdi.monitor.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;

import org.quartz.CronExpression;

import org.jspecify.annotations.Nullable;

/** The times of a cron expression, forwards and backwards. */
final class CronTimes {

	private static final Duration LONGEST = Duration.ofDays(9 * 366); // from one 29th of
																		// February to
																		// another

	private final CronExpression expression;

	CronTimes(String cron, ZoneId zone) {
		try {
			this.expression = new CronExpression(cron);
			this.expression.setTimeZone(TimeZone.getTimeZone(zone));
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException("'" + cron + "' is no cron expression: " + ex.getMessage(), ex);
		}
	}

	/** Returns the first time after an instant, empty if there is none any more. */
	Optional<Instant> after(Instant instant) {
		return Optional.ofNullable(next(instant));
	}

	/** Returns the last time before an instant, empty if there was none for years. */
	Optional<Instant> before(Instant instant) {
		for (Duration back = Duration.ofMinutes(1); back.compareTo(LONGEST) < 0; back = back.multipliedBy(2)) {
			Instant time = next(instant.minus(back));
			if (time != null && time.isBefore(instant)) {
				return Optional.of(lastBefore(instant, time));
			}
		}
		return Optional.empty();
	}

	private Instant lastBefore(Instant end, Instant first) {
		Instant last = first;
		Instant time = first;
		while (time != null && time.isBefore(end)) {
			last = time;
			time = next(time);
		}
		return last;
	}

	private @Nullable Instant next(Instant instant) {
		Date time = this.expression.getNextValidTimeAfter(Date.from(instant));
		return (time != null) ? time.toInstant() : null;
	}

}
