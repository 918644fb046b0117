package org.srdi.monitor.core;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reporting month, for instance 2026-10.
 *
 * @param month the calendar month
 */
public record ReportingPeriod(YearMonth month) implements Comparable<ReportingPeriod> {

	private static final Pattern TEXT = Pattern.compile("(\\d{4})(?:-|年)?(\\d{1,2})月?");

	/**
	 * Returns the period of that year and month.
	 * @throws DateTimeException if there is no such month
	 */
	public static ReportingPeriod of(int year, int month) {
		return new ReportingPeriod(YearMonth.of(year, month));
	}

	/** Returns the period the date falls into. */
	public static ReportingPeriod of(LocalDate date) {
		return new ReportingPeriod(YearMonth.from(date));
	}

	/**
	 * Reads {@code 2026-10}, {@code 202610} or {@code 2026年10月}.
	 * @throws IllegalArgumentException if the text is no month; the message says what was
	 * read and what is expected
	 */
	public static ReportingPeriod parse(String text) {
		Matcher matcher = TEXT.matcher(text.strip());
		if (!matcher.matches()) {
			throw unreadable(text);
		}
		try {
			return of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
		}
		catch (DateTimeException ex) {
			throw unreadable(text);
		}
	}

	private static IllegalArgumentException unreadable(String text) {
		return new IllegalArgumentException("'" + text + "' is no period: expected year and month, as in 2026-10");
	}

	public int year() {
		return this.month.getYear();
	}

	/** Returns the number of months from January to this one: 2 for February. */
	public int months() {
		return this.month.getMonthValue();
	}

	public ReportingPeriod next() {
		return plus(1);
	}

	public ReportingPeriod previous() {
		return plus(-1);
	}

	public ReportingPeriod plus(int months) {
		return new ReportingPeriod(this.month.plusMonths(months));
	}

	/** Returns the same month of the year before (上年同期). */
	public ReportingPeriod yearBefore() {
		return plus(-12);
	}

	/** Returns January of this year. */
	public ReportingPeriod startOfYear() {
		return of(year(), 1);
	}

	/** Returns whether quarterly fields are due: March, June, September, December. */
	public boolean endsQuarter() {
		return months() % 3 == 0;
	}

	public LocalDate firstDay() {
		return this.month.atDay(1);
	}

	public LocalDate lastDay() {
		return this.month.atEndOfMonth();
	}

	public boolean isAfter(ReportingPeriod other) {
		return compareTo(other) > 0;
	}

	public boolean isBefore(ReportingPeriod other) {
		return compareTo(other) < 0;
	}

	@Override
	public int compareTo(ReportingPeriod other) {
		return this.month.compareTo(other.month);
	}

	/** Returns the ISO text, as stored and as used in file names: {@code 2026-10}. */
	@Override
	public String toString() {
		return this.month.toString();
	}

}
