package org.srdi.monitor.deadline;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.srdi.monitor.core.StoredTime;

/** Deadlines as people read them. */
public final class Times {

	private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private Times() {
	}

	/**
	 * Returns a deadline to the minute; the end of a day is 24:00 of that day rather than
	 * 00:00 of the next.
	 */
	public static String text(Instant instant) {
		ZonedDateTime time = instant.atZone(StoredTime.ZONE);
		return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().minusDays(1) + " 24:00"
				: MINUTES.format(time);
	}

	/** Returns an instant that is no deadline to the minute. */
	public static String moment(Instant instant) {
		return MINUTES.format(instant.atZone(StoredTime.ZONE));
	}

}
