package org.srdi.monitor.core;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last of
 * which checks the others.
 *
 * @param value the code, upper case, with a valid check character
 */
public record CreditCode(String value) implements Comparable<CreditCode> {

	private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

	private static final int[] WEIGHTS = { 1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28 };

	private static final Pattern SHAPE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");

	/** Refuses anything but a valid code. */
	public CreditCode {
		if (!SHAPE.matcher(value).matches()) {
			throw new IllegalArgumentException("'" + value
					+ "' is no unified social credit code: expected 18 characters, as in 91420100MA00003490");
		}
		char expected = checkCharacter(value.substring(0, 17));
		if (value.charAt(17) != expected) {
			throw new IllegalArgumentException("'" + value
					+ "' is no unified social credit code: its check character should be '" + expected + "'");
		}
	}

	/**
	 * Reads a code as people type it: spaces around it, lower case and full-width
	 * characters are tolerated.
	 * @throws IllegalArgumentException if the text is no valid code; the message says why
	 */
	public static CreditCode parse(String text) {
		return new CreditCode(normalise(text));
	}

	/** Reads a code like {@link #parse(String)}, empty where that would throw. */
	public static Optional<CreditCode> tryParse(String text) {
		try {
			return Optional.of(parse(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Returns the text without spaces around it, half-width and in upper case. */
	public static String normalise(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
	}

	/**
	 * Computes the check character: (31 − Σ Ci·Wi mod 31) mod 31, as GB 32100-2015 has
	 * it.
	 * @param first17 the characters before it, all of them of the code's alphabet
	 */
	public static char checkCharacter(String first17) {
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			int value = CHARACTERS.indexOf(first17.charAt(i));
			if (value < 0) {
				throw new IllegalArgumentException(
						"'" + first17.charAt(i) + "' is no character of a unified social credit code");
			}
			sum += value * WEIGHTS[i];
		}
		return CHARACTERS.charAt((31 - sum % 31) % 31);
	}

	@Override
	public int compareTo(CreditCode other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
