package org.srdi.monitor.definition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What has to happen, so that it is told if it does not ({@code expectations.yaml}).
 *
 * @param alive when a sign of life is sent every day; null for never
 * @param expectations what has to happen
 */
public record WatchDefinition(@Nullable LocalTime alive, @DefaultValue List<Expectation> expectations) {

	/**
	 * Something that has to happen, by a time or again and again.
	 *
	 * @param code its name
	 * @param what what has to happen
	 * @param by by when; null for what has to happen again and again
	 * @param within how long ago it may be at most; null for what has a time
	 * @param schedule the schedule that has to run; null for anything else
	 * @param label what it is called in Chinese
	 * @param labelEn what it is called in English
	 */
	public record Expectation(String code, What what, @Nullable By by, @Nullable Duration within,
			@Nullable String schedule, String label, String labelEn) {

	}

	/** What may be expected. */
	public enum What {

		/** The rollup of a month is published. */
		ROLLUP_PUBLISHED,
		/** Every city that owes reports of a month has its figures. */
		CITIES_ROLLED_UP,
		/** The rollup of a month has reached everybody it goes to. */
		ROLLUP_SENT,
		/** A schedule has run without failing. */
		SCHEDULE_RAN,
		/** The service gives signs of life. */
		SERVICE_ALIVE,
		/** There is a backup. */
		BACKUP_MADE,
		/** Every unreadable file has been answered. */
		UNREADABLE_ANSWERED;

		/** Returns whether it happens once a month, after the deadline. */
		public boolean isMonthly() {
			return this == ROLLUP_PUBLISHED || this == CITIES_ROLLED_UP || this == ROLLUP_SENT;
		}

	}

	/**
	 * A time by which something has to happen: {@code 04:30} of every day, or
	 * {@code due+1d 08:30}, counted from the day reports are due.
	 *
	 * @param days how many days after the due day; null for every day
	 * @param time the time of that day
	 */
	public record By(@Nullable Integer days, LocalTime time) {

		private static final Pattern TEXT = Pattern.compile("(due(?:([+-]\\d{1,2})d)? )?(\\d\\d:\\d\\d)");

		/**
		 * Reads {@code 04:30} or {@code due+1d 08:30}.
		 * @throws IllegalArgumentException if the text is neither
		 */
		public static By parse(String text) {
			Matcher matcher = TEXT.matcher(text);
			if (!matcher.matches()) {
				throw new IllegalArgumentException(
						"'" + text + "' is no time: expected \"04:30\" or \"due+1d 08:30\", in quotes");
			}
			LocalTime time = LocalTime.parse(matcher.group(3));
			if (matcher.group(1) == null) {
				return new By(null, time);
			}
			return new By((matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : 0, time);
		}

		/** Returns whether it is counted from the day reports are due. */
		public boolean isMonthly() {
			return this.days != null;
		}

		/**
		 * Returns the instant for a deadline.
		 * @param due the instant reports are due; 24:00 belongs to the day that ends
		 */
		public Instant after(Instant due, ZoneId zone) {
			LocalDate dueDay = due.minusNanos(1).atZone(zone).toLocalDate();
			return on(dueDay.plusDays((this.days != null) ? this.days : 0), zone);
		}

		/** Returns the instant of a day. */
		public Instant on(LocalDate day, ZoneId zone) {
			return day.atTime(this.time).atZone(zone).toInstant();
		}

	}

}
