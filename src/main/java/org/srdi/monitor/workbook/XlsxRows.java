package org.srdi.monitor.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Figure;

/** Reads the rows of one sheet, one by one. */
final class XlsxRows implements Iterator<Row>, AutoCloseable {

	private static final int ROWS = 1 << 20;

	private static final int COLUMNS = 1 << 14;

	private final XlsxSource workbook;

	private final String sheet;

	private final Xml xml;

	private int row = -1;

	/** The most cells of a row so far. */
	private int width;

	private @Nullable Row next;

	private boolean finished;

	XlsxRows(XlsxSource workbook, String sheet, Xml xml) {
		this.workbook = workbook;
		this.sheet = sheet;
		this.xml = xml;
		if (!xml.next() || !(xml.isStart("worksheet") || xml.isStart("dialogsheet"))) {
			throw xml.damaged(null);
		}
	}

	@Override
	public boolean hasNext() {
		if (this.next == null && !this.finished) {
			this.next = read();
			this.finished = (this.next == null);
		}
		return this.next != null;
	}

	@Override
	public Row next() {
		Row row = hasNext() ? this.next : null;
		if (row == null) {
			throw new NoSuchElementException("The sheet '" + this.sheet + "' has no more rows");
		}
		this.next = null;
		return row;
	}

	private @Nullable Row read() {
		while (this.xml.next() && !this.xml.isEnd("sheetData")) {
			if (this.xml.isStart("row")) {
				List<Cell> cells = readRow();
				if (!cells.isEmpty()) {
					return new Row(this.row, cells);
				}
			}
		}
		this.xml.drain();
		return null;
	}

	private List<Cell> readRow() {
		int row = this.xml.number("r", this.row + 2) - 1;
		if (row <= this.row || row >= ROWS) {
			throw this.xml.damaged(null);
		}
		this.row = row;
		List<Cell> cells = new ArrayList<>(this.width);
		int column = -1;
		boolean sorted = true;
		while (this.xml.next() && !this.xml.isEnd("row")) {
			if (this.xml.isStart("c")) {
				int before = column;
				column = column(column);
				sorted &= column > before;
				if (this.xml.isEmpty()) {
					this.xml.skipEmpty();
				}
				else {
					addCell(cells, column);
				}
			}
		}
		if (!sorted) {
			cells.sort(Comparator.comparingInt((cell) -> cell.address().column()));
		}
		this.width = Math.max(this.width, cells.size());
		return cells;
	}

	private int column(int before) {
		int column = this.xml.column("r");
		if (column >= COLUMNS || (column < 0 && before + 1 >= COLUMNS)) {
			throw this.xml.damaged(null);
		}
		return (column < 0) ? before + 1 : column;
	}

	private void addCell(List<Cell> cells, int column) {
		String type = this.xml.attribute("t", "n");
		int style = this.xml.number("s", 0);
		Cell cell = readCell(new CellAddress(this.sheet, this.row, column), type, style);
		if (cell != null) {
			cells.add(cell);
		}
	}

	private @Nullable Cell readCell(CellAddress address, String type, int style) {
		String only = this.xml.onlyValue();
		if (only != null) {
			return only.isEmpty() ? null : cell(address, type, style, only);
		}
		String value = "";
		boolean formula = false;
		while (this.xml.next() && !this.xml.isEnd("c")) {
			if (this.xml.isStart("v")) {
				value = this.xml.text();
			}
			else if (this.xml.isStart("is")) {
				value = this.xml.richText("is");
			}
			formula |= this.xml.isStart("f");
		}
		if (formula && value.isEmpty() && !type.equals("str")) {
			return Content.error(address, Figure.NOT_COMPUTED);
		}
		Cell cell = value.isEmpty() ? null : cell(address, type, style, value);
		return (cell != null && formula) ? cell.computed() : cell;
	}

	private @Nullable Cell cell(CellAddress address, String type, int style, String value) {
		return switch (type) {
			case "s" -> Content.text(address, shared(value));
			case "str" -> Content.text(address, Content.unescaped(value));
			case "inlineStr" -> Content.text(address, value);
			case "b" -> Content.truth(address, value.equals("1") || value.equalsIgnoreCase("true"));
			case "e" -> Content.error(address, value);
			case "d" -> new Cell(address, Cell.Kind.DATE, day(value));
			default -> number(address, style, value);
		};
	}

	private String shared(String index) {
		try {
			String text = this.workbook.sharedStrings().get(Integer.parseInt(index.strip()));
			if (text != null) {
				return text;
			}
		}
		catch (NumberFormatException ex) {
			throw this.xml.damaged(ex);
		}
		throw this.xml.damaged(null);
	}

	/** Drops the time of day of 2026-10-31T08:30:00Z. */
	private static String day(String value) {
		int time = value.indexOf('T');
		return (time > 0) ? value.substring(0, time) : value;
	}

	private @Nullable Cell number(CellAddress address, int style, String value) {
		NumberFormats formats = this.workbook.formats();
		String raw = value.strip();
		if (formats.isDate(style)) {
			BigDecimal number = Numbers.raw(raw);
			return (number != null) ? Content.date(address, number, this.workbook.isSince1904())
					: Content.error(address, value);
		}
		return Content.number(address, formats.isPercentage(style) ? Cell.Kind.PERCENTAGE : Cell.Kind.NUMBER, raw);
	}

	@Override
	public void close() {
		this.finished = true;
		this.xml.close();
	}

}
