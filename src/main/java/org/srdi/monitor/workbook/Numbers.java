package org.srdi.monitor.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** Reads numbers, and dates, which are numbers of days, from the raw text of cells. */
final class Numbers {

	/** What Excel shows of a number; the digits behind are noise of binary fractions. */
	private static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_UP);

	/** The largest power of ten of a double. */
	private static final int LARGEST_EXPONENT = 308;

	private static final int LONGEST = 400;

	/** So many digits fit a long. */
	private static final int LONGEST_EXACT = 18;

	/** 9999-12-31, the last day of spreadsheet programs. */
	private static final BigDecimal LAST_DAY = new BigDecimal(2958465);

	private static final LocalDate DAY_ZERO_OF_1900 = LocalDate.of(1899, 12, 30);

	private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);

	/** The day 1900-02-29, which never was but is counted. */
	private static final long PHANTOM_DAY = 60;

	private Numbers() {
	}

	/**
	 * Returns whether raw text is a number just as it would be printed: digits, and
	 * behind a point such that do not end in 0, not more of them than programs keep.
	 */
	static boolean isPlain(String raw) {
		int length = raw.length();
		int first = raw.startsWith("-") ? 1 : 0;
		if (length - first < 1 || length - first > PRECISION.getPrecision() || raw.charAt(first) == '.'
				|| (raw.charAt(first) == '0' && (first == 1 || length > first + 1) && !raw.startsWith("0.", first))) {
			return false;
		}
		int point = -1;
		for (int i = first; i < length; i++) {
			char letter = raw.charAt(i);
			if (letter == '.' && point < 0) {
				point = i;
			}
			else if (letter < '0' || letter > '9') {
				return false;
			}
		}
		char last = raw.charAt(length - 1);
		return point < 0 || (last != '0' && last != '.');
	}

	/** Returns the number that a text writes, with the digits that it writes. */
	static BigDecimal exact(String text) {
		int last = text.length() - 1;
		if (last < 0 || last >= LONGEST_EXACT || !isDigit(text.charAt(last))) {
			return new BigDecimal(text);
		}
		boolean negative = text.charAt(0) == '-';
		int scale = 0;
		long digits = 0;
		for (int i = negative ? 1 : 0; i <= last; i++) {
			char letter = text.charAt(i);
			if (isDigit(letter)) {
				digits = 10 * digits + letter - '0';
			}
			else if (letter == '.' && scale == 0) {
				scale = last - i;
			}
			else {
				return new BigDecimal(text);
			}
		}
		return BigDecimal.valueOf(negative ? -digits : digits, scale);
	}

	private static boolean isDigit(char letter) {
		return letter >= '0' && letter <= '9';
	}

	/** Returns the number of raw text as 0.1 or 1.5E-7, unrounded; null if it is none. */
	static @Nullable BigDecimal raw(String text) {
		if (text.length() > LONGEST) {
			return null;
		}
		try {
			return bounded(new BigDecimal(text));
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	static @Nullable BigDecimal of(double number) {
		return Double.isFinite(number) ? new BigDecimal(number) : null;
	}

	private static @Nullable BigDecimal bounded(BigDecimal number) {
		long exponent = (long) number.precision() - number.scale() - 1;
		return (number.signum() != 0 && Math.abs(exponent) > LARGEST_EXPONENT) ? null : number;
	}

	/** Returns the number with as many digits as spreadsheet programs keep. */
	static BigDecimal rounded(BigDecimal number) {
		return (number.signum() == 0) ? BigDecimal.ZERO : number.round(PRECISION).stripTrailingZeros();
	}

	/**
	 * Returns the day a number stands for; null if it is before the first day, as a time
	 * of day is, or behind the last.
	 */
	static @Nullable LocalDate date(BigDecimal number, boolean since1904) {
		if (number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(LAST_DAY) > 0) {
			return null;
		}
		long day = number.longValue();
		if (since1904) {
			return DAY_ZERO_OF_1904.plusDays(day);
		}
		return DAY_ZERO_OF_1900.plusDays((day < PHANTOM_DAY) ? day + 1 : day);
	}

}
