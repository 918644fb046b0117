package org.srdi.monitor.register;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.workbook.Table.TableRow;

/** The cells of one row, read as what they should hold; what they do not is a problem. */
public final class Cells {

	private static final Pattern DATE = Pattern
		.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");

	private static final Pattern CODE = Pattern.compile("[0-9A-Z]{2}\\d{6}[0-9A-Z]{10}");

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d+)?");

	private final TableRow row;

	private final Problems problems;

	/** Reads the cells of a row; what is wrong with them is added to the problems. */
	public Cells(TableRow row, Problems problems) {
		this.row = row;
		this.problems = problems;
	}

	/** Returns where a column of the row is. */
	public CellAddress at(String column) {
		return this.row.cell(column);
	}

	/** Adds a problem of a column in the words of the key. */
	public void problem(String column, String key, String... arguments) {
		this.problems.add(at(column), key, arguments);
	}

	/** Returns the first of the columns that the file has, or the first of all. */
	public String present(String... columns) {
		return Arrays.stream(columns).filter(this.row.columns()::containsKey).findFirst().orElse(columns[0]);
	}

	/**
	 * Returns the text of a cell, with a problem if it is longer than that; null if
	 * blank.
	 */
	public @Nullable String text(String column, int length) {
		String text = this.row.text(column);
		if (text == null || text.length() <= length) {
			return text;
		}
		problem(column, "text.long", Integer.toString(text.length()), Integer.toString(length));
		return text.substring(0, length);
	}

	/** Returns the text of a cell, half-width and stripped; null if blank. */
	public @Nullable String plain(String column) {
		String text = this.row.text(column);
		return (text != null) ? CreditCode.normalise(text) : null;
	}

	/** Returns a credit code; null if blank or, with a problem, wrong. */
	public @Nullable CreditCode creditCode(String column) {
		String text = plain(column);
		if (text == null) {
			return null;
		}
		CreditCode code = CreditCode.tryParse(text).orElse(null);
		if (code == null) {
			explain(column, text);
		}
		return code;
	}

	private void explain(String column, String text) {
		String expected = CODE.matcher(text).matches() ? expectedCheck(text) : null;
		if (expected != null) {
			problem(column, "code.check", text, expected, text.substring(17));
		}
		else {
			problem(column, "code.shape", text, Integer.toString(text.length()));
		}
	}

	private static @Nullable String expectedCheck(String text) {
		try {
			String expected = String.valueOf(CreditCode.checkCharacter(text.substring(0, 17)));
			return text.endsWith(expected) ? null : expected;
		}
		catch (IllegalArgumentException ex) {
			return null; // holds a letter no code has
		}
	}

	@Nullable LocalDate date(String column) {
		String text = plain(column);
		LocalDate date = (text != null) ? dateOf(text) : null;
		if (text != null && date == null) {
			problem(column, "date", text);
		}
		return date;
	}

	private static @Nullable LocalDate dateOf(String text) {
		Matcher matcher = DATE.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		int first = (matcher.group(1) != null) ? 1 : 4;
		try {
			return LocalDate.of(Integer.parseInt(matcher.group(first)), Integer.parseInt(matcher.group(first + 1)),
					Integer.parseInt(matcher.group(first + 2)));
		}
		catch (DateTimeException ex) {
			return null; // no such day, as in 2026-02-30
		}
	}

	/** Returns what a word stands for; null if blank or, with a problem, unknown. */
	public <T> @Nullable T choice(String column, Map<String, T> words, String key) {
		String text = plain(column);
		T value = (text != null) ? words.get(text.toLowerCase(Locale.ROOT)) : null;
		if (text != null && value == null) {
			problem(column, key, text);
		}
		return value;
	}

	/** Returns a number of at most two decimals, not below 0; null if blank or wrong. */
	@Nullable BigDecimal target(String column, boolean whole) {
		String text = plain(column);
		if (text == null) {
			return null;
		}
		String digits = text.replace(",", "").replace(" ", "");
		BigDecimal number = NUMBER.matcher(digits).matches() ? new BigDecimal(digits).stripTrailingZeros() : null;
		if (number == null || number.signum() < 0 || number.scale() > (whole ? 0 : 2)) {
			problem(column, whole ? "target.whole" : "target.amount", text);
			return null;
		}
		return number.setScale(2);
	}

}
