package org.srdi.monitor.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;

/** Makes cells of what files hold; blank content makes none. */
final class Content {

	/** A character that XML cannot hold or would change, as in _x000D_. */
	private static final Pattern ESCAPED = Pattern.compile("_x(\\p{XDigit}{4})_");

	/** DOS programs end a text file with it. */
	private static final char END_OF_FILE = '\u001A';

	private static final char LAST_ASCII = 0x7F;

	private Content() {
	}

	static @Nullable Cell text(CellAddress address, String text) {
		return cell(address, Cell.Kind.TEXT, text);
	}

	static @Nullable Cell error(CellAddress address, String text) {
		return cell(address, Cell.Kind.ERROR, text);
	}

	static Cell truth(CellAddress address, boolean truth) {
		return new Cell(address, Cell.Kind.BOOLEAN, truth ? "TRUE" : "FALSE");
	}

	/**
	 * Makes a number of its raw text, as in 0.1 or 1.5E-7; an error if it is none.
	 */
	static @Nullable Cell number(CellAddress address, Cell.Kind kind, String raw) {
		if (Numbers.isPlain(raw)) {
			return new Cell(address, kind, raw);
		}
		BigDecimal number = Numbers.raw(raw);
		if (number == null) {
			return error(address, raw);
		}
		BigDecimal rounded = Numbers.rounded(number);
		boolean noise = rounded.compareTo(number) != 0;
		return new Cell(address, kind, rounded.toPlainString(), false, noise ? raw : null);
	}

	/** Makes a date of a number, or a number if it is no date that there is. */
	static Cell date(CellAddress address, BigDecimal number, boolean since1904) {
		LocalDate date = Numbers.date(number, since1904);
		return (date != null) ? new Cell(address, Cell.Kind.DATE, date.toString())
				: new Cell(address, Cell.Kind.NUMBER, number.toPlainString());
	}

	private static @Nullable Cell cell(CellAddress address, Cell.Kind kind, String text) {
		String content = stripped(text);
		return content.isEmpty() ? null : new Cell(address, kind, content);
	}

	/** Strips white space, no-break and zero-width spaces at both ends. */
	static String stripped(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && isBlank(text.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	private static boolean isBlank(char letter) {
		if (letter > ' ' && letter <= LAST_ASCII) {
			return false; // as nearly always
		}
		return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\u200B'
				|| letter == '\uFEFF' || letter == END_OF_FILE;
	}

	/** Replaces _x000D_ and the like by the characters they stand for. */
	static String unescaped(String text) {
		if (!text.contains("_x")) {
			return text;
		}
		return ESCAPED.matcher(text)
			.replaceAll(
					(match) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
	}

	/** Keeps text that looks like _x000D_ as it is. */
	static String escaped(String text) {
		return text.contains("_x") ? ESCAPED.matcher(text).replaceAll("_x005F_x$1_") : text;
	}

}
