package org.srdi.monitor.submission;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.ProductTable;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;

/**
 * What stands in which column of a sheet, and in which unit, as far as its headings have
 * told. The latest heading counts.
 */
final class FormHeadings {

	private static final Pattern UNIT_LINE = Pattern.compile("单\\s*位\\s*[:：]\\s*(元|百元|千元|万元|百万元|亿元)");

	private static final String MONEY = "万元";

	/**
	 * A span that stands there for the second time is looked for under another heading.
	 */
	private static final int LEAST_HEADINGS = 2;

	private static final int LEAST_PRODUCT_HEADINGS = 3;

	private final CellReader cells;

	private Map<Span, Integer> spans = new EnumMap<>(Span.class);

	private Map<Integer, ProductTable.Column> products = new LinkedHashMap<>();

	/** Whether it is last year's, by the column where the heading of a year starts. */
	private Map<Integer, Boolean> years = new LinkedHashMap<>();

	private @Nullable Integer value;

	private @Nullable Integer unit;

	private @Nullable Unit sheetUnit;

	/** Notes with that reader what is not called as the form calls it. */
	FormHeadings(CellReader cells) {
		this.cells = cells;
	}

	/** Returns whether these words head columns of figures or values. */
	boolean read(List<Labelled> words) {
		Map<Span, Integer> found = spans(words);
		Integer value = null;
		boolean table = false;
		for (Labelled heading : words) {
			value = heading.word().valueHeading() ? Integer.valueOf(heading.column()) : value;
			table |= heading.word().tableHeading();
		}
		if (found.size() < LEAST_HEADINGS && !(table && (found.size() == 1 || value != null))) {
			readYears(words);
			return false;
		}
		this.spans = found;
		this.value = value;
		Integer unit = unitColumn(words);
		this.unit = (unit != null || this.years.isEmpty()) ? unit : this.unit;
		this.products = new LinkedHashMap<>();
		words.stream()
			.filter((heading) -> heading.word().span() != null && !heading.word().label())
			.forEach((heading) -> this.cells.note(Tolerance.ALIAS, heading.cell(),
					String.valueOf(heading.word().span()).toLowerCase(Locale.ROOT)));
		return true;
	}

	private Map<Span, Integer> spans(List<Labelled> words) {
		Map<Span, Integer> found = new EnumMap<>(Span.class);
		for (Labelled heading : words) {
			Span span = heading.word().span();
			if (span != null && found.putIfAbsent(span, heading.column()) != null && isLastYear(heading.column())
					&& !span.isLastYear()) {
				found.putIfAbsent(span.lastYear(), heading.column());
			}
		}
		return found;
	}

	/** Returns whether a column stands under a heading of last year. */
	private boolean isLastYear(int column) {
		boolean lastYear = false;
		for (Map.Entry<Integer, Boolean> year : this.years.entrySet()) {
			lastYear = (year.getKey() <= column) ? year.getValue() : lastYear;
		}
		return lastYear;
	}

	private void readYears(List<Labelled> words) {
		Map<Integer, Boolean> found = new LinkedHashMap<>();
		for (Labelled heading : words) {
			Boolean lastYear = heading.word().lastYear();
			if (lastYear != null) {
				found.put(heading.column(), lastYear);
			}
		}
		if (!found.isEmpty()) {
			this.years = found;
			this.unit = unitColumn(words);
		}
	}

	private static @Nullable Integer unitColumn(List<Labelled> words) {
		for (Labelled heading : words) {
			if (heading.word().unitHeading()) {
				return heading.column();
			}
		}
		return null;
	}

	/** Returns whether these words head the table of products. */
	boolean readProducts(List<Labelled> words) {
		Map<Integer, ProductTable.Column> found = new LinkedHashMap<>();
		for (Labelled heading : words) {
			ProductTable.Column column = heading.word().product();
			if (column != null && !found.containsValue(column)) {
				found.put(heading.column(), column);
			}
		}
		if (found.size() < LEAST_PRODUCT_HEADINGS || nameColumn(found) == null) {
			return false;
		}
		this.products = found;
		return true;
	}

	private static @Nullable Integer nameColumn(Map<Integer, ProductTable.Column> columns) {
		for (Map.Entry<Integer, ProductTable.Column> column : columns.entrySet()) {
			if (column.getValue().code().equals("product_name")) {
				return column.getKey();
			}
		}
		return null;
	}

	/** Reads the unit of the whole sheet, if the cell tells it. */
	void readUnitLine(Cell cell) {
		Matcher line = UNIT_LINE.matcher(cell.text());
		if (line.find()) {
			this.sheetUnit = Unit.of(line.group(1));
		}
	}

	boolean hasFigures() {
		return !this.spans.isEmpty();
	}

	/** Returns the column of the figures of a span; null if there is none. */
	@Nullable Integer column(Span span) {
		return this.spans.get(span);
	}

	/** Returns the column of values; null if they simply follow their labels. */
	@Nullable Integer value() {
		return this.value;
	}

	/** Returns the columns of the table of products; empty above and without one. */
	Map<Integer, ProductTable.Column> products() {
		return this.products;
	}

	/** Returns the column of the names of products; null above and without a table. */
	@Nullable Integer productName() {
		return nameColumn(this.products);
	}

	/**
	 * Returns the unit that money is in unless its row says otherwise; null if unsaid.
	 */
	@Nullable Unit sheetUnit() {
		return this.sheetUnit;
	}

	/**
	 * Returns the unit that stands between the name and the figures, or over the sheet;
	 * null if none does.
	 */
	@Nullable Unit unit(Row row, Field field, Labelled label) {
		Cell written = (this.unit != null) ? row.cell(this.unit) : null;
		if (written != null && written.kind() == Cell.Kind.TEXT && !written.text().equals(field.unit())
				&& !written.text().equals(field.unitEn())) {
			Unit unit = Unit.of(written.text());
			return (unit != null) ? unit : Unit.UNKNOWN;
		}
		Unit between = unitBetween(row, label.column(), hasFigures() ? Collections.min(this.spans.values()) : 0);
		Unit headed = (between != null) ? between : label.word().unit();
		return (headed != null) ? headed : MONEY.equals(field.unit()) ? this.sheetUnit : null;
	}

	private static @Nullable Unit unitBetween(Row row, int name, int firstFigure) {
		for (Cell cell : row.cells()) {
			int column = cell.address().column();
			Unit unit = (cell.kind() == Cell.Kind.TEXT && column > name && column < firstFigure) ? Unit.of(cell.text())
					: null;
			if (unit != null) {
				return unit;
			}
		}
		return null;
	}

}
