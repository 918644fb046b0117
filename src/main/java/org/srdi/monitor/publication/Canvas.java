package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.workbook.Chart;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;

/**
 * Fills a sheet from top to bottom, line by line, and gives long text the height it
 * needs.
 */
final class Canvas {

	private static final int POINTS_PER_LINE = 16;

	private final String name;

	private final SheetWriter sheet;

	private final int[] widths;

	private int row;

	/**
	 * Begins at the first row.
	 * @param widths the widths of the columns, in digits
	 */
	Canvas(String name, SheetWriter sheet, int... widths) {
		this.name = name;
		this.sheet = sheet;
		this.widths = widths.clone();
		sheet.widths(widths);
	}

	int columns() {
		return this.widths.length;
	}

	/** Returns the row that comes next, counted from 0. */
	int row() {
		return this.row;
	}

	/** Returns cells of this sheet. */
	Chart.Range range(int firstRow, int firstColumn, int lastRow, int lastColumn) {
		return new Chart.Range(this.name, firstRow, firstColumn, lastRow, lastColumn);
	}

	String name() {
		return this.name;
	}

	SheetWriter sheet() {
		return this.sheet;
	}

	/** Writes a text over the whole width, as high as it needs. */
	Canvas wide(String text, Style style, double size) {
		int lines = lines(text, (int) (Arrays.stream(this.widths).sum() / size));
		return wide(text, style, (int) Math.ceil(lines * POINTS_PER_LINE * size) + 4);
	}

	/** Writes a text over the whole width in a row of that height. */
	Canvas wide(String text, Style style, int height) {
		for (int column = 0; column < columns(); column++) {
			this.sheet.text(this.row, column, (column == 0) ? text : null, style);
		}
		this.sheet.merge(this.row, 0, this.row, columns() - 1).height(this.row, height);
		this.row++;
		return this;
	}

	Canvas title(String text) {
		return wide(text, Style.TITLE, 32);
	}

	Canvas subtitle(String text) {
		return wide(text, Style.SUBTITLE, 22);
	}

	Canvas section(String text) {
		return wide(text, Style.SECTION, 22);
	}

	Canvas note(String text) {
		return wide(text, Style.NOTE, 0.92);
	}

	/**
	 * Writes a lead in the first column and a text over all others, as high as it needs.
	 */
	Canvas led(String lead, String text, double size) {
		int lines = lines(text, (int) ((Arrays.stream(this.widths).sum() - this.widths[0]) / size));
		this.sheet.text(this.row, 0, lead, Style.LEAD);
		for (int column = 1; column < columns(); column++) {
			this.sheet.text(this.row, column, (column == 1) ? text : null, Style.LED);
		}
		this.sheet.merge(this.row, 1, this.row, columns() - 1);
		this.sheet.height(this.row, (int) Math.ceil(lines * POINTS_PER_LINE * size) + 8);
		this.row++;
		return this;
	}

	/** Begins a new page when printing. */
	Canvas page() {
		this.sheet.breakBefore(this.row);
		return this;
	}

	/** Leaves rows empty. */
	Canvas skip(int rows) {
		this.row += rows;
		return this;
	}

	Canvas headings(List<String> headings) {
		Line line = line();
		headings.forEach((heading) -> line.text(heading, Style.HEADING));
		return this;
	}

	/** Begins the next row, from its first column. */
	Line line() {
		return new Line(this.row++);
	}

	/**
	 * Counts the lines a text takes in a column; Chinese characters are two digits wide.
	 */
	private static int lines(String text, int width) {
		int lines = 0;
		for (String paragraph : text.split("\n", -1)) {
			int length = paragraph.codePoints().map((character) -> (character < 0x2000) ? 10 : 20).sum();
			lines += Math.max(1, (length + width * 10 - 11) / Math.max(10, width * 10 - 10));
		}
		return lines;
	}

	/** A row that is filled from left to right. */
	final class Line {

		private final int number;

		private int column;

		private int height = 18;

		Line(int number) {
			this.number = number;
		}

		Line text(@Nullable String text, Style style) {
			if (text != null && this.column < columns()) {
				int needed = lines(text, Canvas.this.widths[this.column]) * POINTS_PER_LINE + 2;
				if (isWrapped(style) && needed > this.height) {
					this.height = needed;
					Canvas.this.sheet.height(this.number, needed);
				}
			}
			Canvas.this.sheet.text(this.number, this.column++, text, style);
			return this;
		}

		Line number(@Nullable BigDecimal number, Style style) {
			Canvas.this.sheet.number(this.number, this.column++, number, style);
			return this;
		}

		Line count(int number, Style style) {
			return number(BigDecimal.valueOf(number), style);
		}

		private static boolean isWrapped(Style style) {
			return switch (style) {
				case HEADING, LABEL, LABEL_PART, TEXT_WRAP, FIGURE_LABEL -> true;
				default -> false;
			};
		}

	}

}
