package org.srdi.monitor.core;

import java.util.Comparator;

/**
 * The place of a cell, written as spreadsheet programs do: {@code 月报!F12}.
 *
 * @param sheet the name of the sheet
 * @param row the row, counted from 0
 * @param column the column, counted from 0
 */
public record CellAddress(String sheet, int row, int column) implements Comparable<CellAddress> {

	private static final Comparator<CellAddress> ORDER = Comparator.comparing(CellAddress::sheet)
		.thenComparingInt(CellAddress::row)
		.thenComparingInt(CellAddress::column);

	/**
	 * Reads {@code 月报!F12}.
	 * @throws IllegalArgumentException if the text is no such address
	 */
	public static CellAddress parse(String text) {
		int mark = text.lastIndexOf('!');
		int i = mark + 1;
		int column = 0;
		while (i < text.length() && text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
			column = column * 26 + (text.charAt(i) - 'A' + 1);
			i++;
		}
		if (mark < 0 || column == 0 || i == text.length()) {
			throw new IllegalArgumentException("'" + text + "' is no cell address: expected sheet!cell, as in 月报!F12");
		}
		return new CellAddress(text.substring(0, mark), Integer.parseInt(text.substring(i)) - 1, column - 1);
	}

	/** Returns the address without its sheet: {@code F12}. */
	public String local() {
		return columnName(this.column) + (this.row + 1);
	}

	/** Returns the letters of a column: {@code A} for 0, {@code AA} for 26. */
	public static String columnName(int column) {
		StringBuilder name = new StringBuilder();
		for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
			name.insert(0, (char) ('A' + (rest - 1) % 26));
		}
		return name.toString();
	}

	@Override
	public int compareTo(CellAddress other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return this.sheet + "!" + local();
	}

}
