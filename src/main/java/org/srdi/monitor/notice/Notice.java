package org.srdi.monitor.notice;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * Something people are told.
 *
 * @param key names what it is about, as in {@code rollup/2026-10/1}; a recipient gets one
 * notice of a key, whatever later ones say
 * @param kind what sort of notice it is, as in {@code rollup}; {@code job.yaml} says
 * which kinds go out at night, too
 * @param subject the subject, kept on one line
 * @param text what it says, as plain text
 * @param attachments the files that go with it
 */
public record Notice(String key, String kind, String subject, String text, List<Attachment> attachments) {

	/** The kind of monthly rollups. */
	public static final String ROLLUP = "rollup";

	/** The kind of reminders of missing reports. */
	public static final String REMINDER = "reminder";

	/** The kind of alerts to those who look after the system. */
	public static final String ALERT = "alert";

	/**
	 * Keeps the subject on one line.
	 * @throws IllegalArgumentException if key or kind are blank, too long or not on one
	 * line
	 */
	public Notice {
		demandName(key, 120);
		demandName(kind, 30);
		subject = OneLine.of(subject, 300);
		attachments = List.copyOf(attachments);
	}

	private static void demandName(String name, int length) {
		if (name.isBlank() || name.length() > length || !OneLine.of(name, length).equals(name)) {
			throw new IllegalArgumentException(
					"'" + name + "' names no notice: expected one line of up to " + length + " characters");
		}
	}

	/** Returns the month that the key names, empty if it names none. */
	public Optional<ReportingPeriod> period() {
		return Arrays.stream(this.key.split("/", -1)).map(Notice::month).filter(Objects::nonNull).findFirst();
	}

	private static @Nullable ReportingPeriod month(String text) {
		try {
			return new ReportingPeriod(YearMonth.parse(text));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
