package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.EntryValues;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.workbook.Cell;

/**
 * Reads what stands in cells, without guessing: what is forgiven is a listed
 * {@linkplain Tolerance tolerance} and is noted.
 */
final class CellReader {

	/** Spreadsheet programs keep no more digits of a number. */
	private static final int DIGITS_KEPT = 15;

	private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

	/** Counts of days between 2009 and 2119. */
	private static final Pattern DAYS = Pattern.compile("[4-7]\\d{4}");

	private static final Pattern MONTH = Pattern
		.compile("(\\d{4})(\\d{2})(\\d{2})?|(\\d{4})[-/.年](\\d{1,2})(?:月|[-/.月]\\d{1,2}日?)?");

	/**
	 * What a long number looks like once a program has shown it and saved what it shows.
	 */
	private static final Pattern SHOWN_WITH_EXPONENT = Pattern.compile("\\d(\\.\\d+)?[eE]\\+\\d{2}");

	private final boolean textual;

	private final List<Tolerated> notes = new ArrayList<>();

	/**
	 * Starts reading.
	 * @param textual whether the file is text, where every number is typed as text
	 */
	CellReader(boolean textual) {
		this.textual = textual;
	}

	/** Returns what was forgiven so far. */
	List<Tolerated> notes() {
		return this.notes;
	}

	void note(Tolerance rule, Cell cell, String taken) {
		this.notes.add(new Tolerated(rule, cell.address(), cell.text(), taken));
	}

	/**
	 * Reads a figure.
	 * @param declared the unit that the file declares for it; null if it declares none
	 * @return the figure; null if the cell holds a mark for none
	 */
	@Nullable Figure figure(Cell cell, Field field, @Nullable Unit declared) {
		if (cell.kind() == Cell.Kind.TEXT && TypedNumber.isNone(cell.text())) {
			note(Tolerance.NONE_MARK, cell, "");
			return null;
		}
		if (cell.formula() && cell.kind() != Cell.Kind.ERROR) {
			note(Tolerance.FORMULA_VALUE, cell, cell.text());
		}
		return new Figure(cell.address(), cell.text(), amount(cell, field, declared));
	}

	private @Nullable BigDecimal amount(Cell cell, Field field, @Nullable Unit declared) {
		if (cell.kind() == Cell.Kind.NUMBER && declared == null) {
			return number(cell);
		}
		Unit unit = Unit.of(field.unit());
		return switch (cell.kind()) {
			case NUMBER -> converted(cell, number(cell), declared, unit, field);
			case PERCENTAGE -> percentage(cell, unit);
			case TEXT -> typed(cell, declared, unit, field);
			case DATE, BOOLEAN, ERROR -> null;
		};
	}

	private BigDecimal number(Cell cell) {
		BigDecimal amount = Objects.requireNonNull(cell.number());
		if (cell.raw() != null) {
			this.notes.add(new Tolerated(Tolerance.BINARY_NOISE, cell.address(), cell.raw(), cell.text()));
		}
		return amount;
	}

	private BigDecimal percentage(Cell cell, @Nullable Unit unit) {
		BigDecimal amount = number(cell);
		if (unit == null || unit.dimension() != Unit.Dimension.RATE) {
			return amount;
		}
		BigDecimal percent = amount.movePointRight(2).stripTrailingZeros();
		note(Tolerance.PERCENT, cell, percent.toPlainString());
		return percent;
	}

	private @Nullable BigDecimal typed(Cell cell, @Nullable Unit declared, @Nullable Unit unit, Field field) {
		TypedNumber number = TypedNumber.parse(cell.text());
		if (number == null) {
			return null;
		}
		Unit written = number.unit();
		if (written != null && (unit == null || !written.converts(unit))) {
			return null;
		}
		BigDecimal amount = (written != null && unit != null)
				? rounded(written.convert(number.amount(), unit), written, unit, field)
				: converted(cell, number.amount(), declared, unit, field);
		if (amount == null) {
			return null;
		}
		number.rules().forEach((rule) -> note(rule, cell, amount.toPlainString()));
		if (!this.textual && number.rules().isEmpty()) {
			note(Tolerance.TEXT_NUMBER, cell, amount.toPlainString());
		}
		return amount;
	}

	private @Nullable BigDecimal converted(Cell cell, BigDecimal amount, @Nullable Unit declared, @Nullable Unit unit,
			Field field) {
		if (declared == null || unit == null || declared.equals(unit)) {
			return amount;
		}
		if (!declared.converts(unit)) {
			return null;
		}
		BigDecimal converted = rounded(declared.convert(amount, unit), declared, unit, field);
		note(Tolerance.DECLARED_UNIT, cell, converted.toPlainString());
		return converted;
	}

	/** Money in a smaller unit has more decimals in ours than the form takes. */
	private static BigDecimal rounded(BigDecimal amount, Unit from, Unit to, Field field) {
		BigDecimal plain = new BigDecimal(amount.toPlainString());
		boolean smaller = from.exponent() < to.exponent() && plain.scale() > field.type().decimals();
		return smaller ? plain.setScale(field.type().decimals(), RoundingMode.HALF_UP) : plain;
	}

	/** Reads an entry. */
	Entry entry(Cell cell, Field field) {
		if (cell.formula() && cell.kind() != Cell.Kind.ERROR) {
			note(Tolerance.FORMULA_VALUE, cell, cell.text());
		}
		return switch (field.type()) {
			case PERIOD -> new Entry(cell.address(), period(cell));
			case DATE -> new Entry(cell.address(), day(cell));
			case CREDIT_CODE -> new Entry(cell.address(), cell.text(), hasLostDigits(cell));
			default -> new Entry(cell.address(), cell.text());
		};
	}

	private static boolean hasLostDigits(Cell cell) {
		return (cell.isNumber() && cell.text().length() > DIGITS_KEPT)
				|| SHOWN_WITH_EXPONENT.matcher(cell.text()).matches();
	}

	private String period(Cell cell) {
		String plain = Texts.halfWidth(cell.text()).replaceAll("\\s", "");
		if (cell.kind() == Cell.Kind.DATE || (cell.isNumber() && DAYS.matcher(plain).matches())) {
			String month = ((cell.kind() == Cell.Kind.DATE) ? LocalDate.parse(plain) : daysAfterZero(plain)).toString()
				.substring(0, 7);
			note(Tolerance.DATE_NUMBER, cell, month);
			return month;
		}
		Matcher matcher = MONTH.matcher(plain);
		if (!matcher.matches()) {
			return cell.text();
		}
		String month = (matcher.group(1) != null) ? matcher.group(1) + "-" + matcher.group(2)
				: matcher.group(4) + "-" + ((matcher.group(5).length() < 2) ? "0" : "") + matcher.group(5);
		if (!month.equals(cell.text())) {
			note(Tolerance.DATE_TEXT, cell, month);
		}
		return month;
	}

	private String day(Cell cell) {
		if (cell.isNumber() && DAYS.matcher(cell.text()).matches()) {
			String day = daysAfterZero(cell.text()).toString();
			note(Tolerance.DATE_NUMBER, cell, day);
			return day;
		}
		LocalDate day = (cell.kind() == Cell.Kind.TEXT) ? EntryValues.date(cell.text()) : null;
		if (day != null && !day.toString().equals(cell.text())) {
			note(Tolerance.DATE_TEXT, cell, day.toString());
			return day.toString();
		}
		return cell.text();
	}

	private static LocalDate daysAfterZero(String days) {
		return DAY_ZERO.plusDays(Long.parseLong(days));
	}

	/**
	 * Reads a cell of the table of products: a quantity as a plain number, if it is one.
	 */
	@Nullable Entry product(Cell cell, boolean quantity) {
		if (!quantity) {
			return new Entry(cell.address(), cell.text());
		}
		if (cell.kind() == Cell.Kind.TEXT && TypedNumber.isNone(cell.text())) {
			note(Tolerance.NONE_MARK, cell, "");
			return null;
		}
		TypedNumber number = (cell.kind() == Cell.Kind.TEXT) ? TypedNumber.parse(cell.text()) : null;
		if (number == null || number.unit() != null) {
			return new Entry(cell.address(), cell.text());
		}
		number.rules().forEach((rule) -> note(rule, cell, number.amount().toPlainString()));
		return new Entry(cell.address(), number.amount().toPlainString());
	}

}
