package org.srdi.monitor.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads numbers, and dates, which are numbers of days, from the raw text of cells. */
final class Numbers {

	/** What Excel shows of a number; the digits behind are noise of binary fractions. */
	private static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_UP);

	/** The largest power of ten of a double. */
	private static final int LARGEST_EXPONENT = 308;

	private static final int LONGEST = 400;

	private static final Pattern TYPED = Pattern.compile("[+-]?(\\d{1,3}([, ]\\d{3})+|\\d+)(\\.\\d+)?");

	/** 9999-12-31, the last day of spreadsheet programs. */
	private static final BigDecimal LAST_DAY = new BigDecimal(2958465);

	private static final LocalDate DAY_ZERO_OF_1900 = LocalDate.of(1899, 12, 30);

	private static final LocalDate DAY_ZERO_OF_1904 = LocalDate.of(1904, 1, 1);

	/** The day 1900-02-29, which never was but is counted. */
	private static final long PHANTOM_DAY = 60;

	private Numbers() {
	}

	/** Returns the number of raw text as 0.1 or 1.5E-7, rounded; null if it is none. */
	static @Nullable BigDecimal raw(String text) {
		if (text.length() > LONGEST) {
			return null;
		}
		try {
			return rounded(new BigDecimal(text));
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	static @Nullable BigDecimal of(double number) {
		return Double.isFinite(number) ? rounded(new BigDecimal(number)) : null;
	}

	private static @Nullable BigDecimal rounded(BigDecimal number) {
		long exponent = (long) number.precision() - number.scale() - 1;
		if (number.signum() != 0 && Math.abs(exponent) > LARGEST_EXPONENT) {
			return null;
		}
		return (number.signum() == 0) ? BigDecimal.ZERO : number.round(PRECISION).stripTrailingZeros();
	}

	/** Returns the number that was typed as text; null if the text is anything else. */
	static @Nullable BigDecimal typed(String text) {
		if (text.length() > LONGEST) {
			return null;
		}
		String plain = halfWidth(Content.stripped(text));
		return TYPED.matcher(plain).matches() ? new BigDecimal(plain.replaceAll("[, ]", "")) : null;
	}

	/**
	 * Narrows full-width letters, digits and signs; all of NFKC would turn 10² into 102.
	 */
	static String halfWidth(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			boolean wide = letter >= '！' && letter <= '～';
			plain.append(wide ? (char) (letter - '！' + '!') : (letter == '−') ? '-' : letter);
		}
		return plain.toString();
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
