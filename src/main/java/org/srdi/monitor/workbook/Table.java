package org.srdi.monitor.workbook;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;

/**
 * A table with a header, read from a sheet of a workbook or from a csv file. Its columns
 * are found by their labels or codes, in any order, on any visible sheet.
 */
public final class Table {

	private final List<TableRow> rows;

	private Table(List<TableRow> rows) {
		this.rows = List.copyOf(rows);
	}

	/**
	 * Reads the first table that has all required columns.
	 * @throws UnreadableFileException if the file is neither a workbook nor a csv file
	 * @throws TableException if there is no header with all required columns, or one has
	 * a column twice
	 */
	public static Table read(Path file, List<Column> columns) {
		HeaderSearch search = new HeaderSearch(file, columns);
		try (Spreadsheet spreadsheet = Spreadsheet.open(file)) {
			for (SheetInfo sheet : spreadsheet.sheets().stream().filter(SheetInfo::visible).toList()) {
				try (Stream<Row> rows = spreadsheet.rows(sheet.name())) {
					List<TableRow> found = search.in(rows.iterator());
					if (found != null) {
						return new Table(found);
					}
				}
			}
		}
		throw search.failure();
	}

	static boolean isCsv(Path file) {
		String name = String.valueOf(file.getFileName());
		return name.regionMatches(true, name.length() - 4, ".csv", 0, 4);
	}

	/** Returns the rows below the header that have content in any of the columns. */
	public List<TableRow> rows() {
		return this.rows;
	}

	/**
	 * Describes a cell with its file: {@code register.xlsx 名录!C17}, or of a csv file
	 * {@code register.csv:17:3}, line and column counted from 1.
	 */
	public static String describe(CellAddress cell, Path file) {
		String name = String.valueOf(file.getFileName());
		return isCsv(file) ? name + ":" + (cell.row() + 1) + ":" + (cell.column() + 1) : name + " " + cell;
	}

	/**
	 * A column that is looked for.
	 *
	 * @param code its code, which is also accepted as its label
	 * @param required whether there must be one
	 * @param labels how it may be headed; the first is the one that messages name
	 */
	public record Column(String code, boolean required, List<String> labels) {

		public Column {
			labels = List.copyOf(labels);
		}

		/** Returns how messages name the column. */
		public String label() {
			return this.labels.isEmpty() ? this.code : this.labels.get(0);
		}

	}

	/**
	 * A row of a table.
	 *
	 * @param place the first cell of the row; of a csv file, the sheet is the name of the
	 * file and the row its line, counted from 0
	 * @param entries what stands in the columns, by their codes, blank ones left out
	 * @param columns the columns of the sheet by the codes of the table, counted from 0
	 */
	public record TableRow(CellAddress place, Map<String, Entry> entries, Map<String, Integer> columns) {

		public TableRow {
			entries = Map.copyOf(entries);
		}

		static @Nullable TableRow of(Row row, Map<String, Integer> columns) {
			Map<String, Entry> entries = new HashMap<>();
			columns.forEach((code, column) -> {
				Cell cell = row.cell(column);
				if (cell != null) {
					entries.put(code, new Entry(cell.address(), cell.text()));
				}
			});
			String sheet = row.cells().get(0).address().sheet();
			return entries.isEmpty() ? null : new TableRow(new CellAddress(sheet, row.index(), 0), entries, columns);
		}

		/**
		 * Returns what stands in a column; null if it is blank or there is no such
		 * column.
		 */
		public @Nullable Entry entry(String code) {
			return this.entries.get(code);
		}

		/**
		 * Returns the text of a column; null if it is blank or there is no such column.
		 */
		public @Nullable String text(String code) {
			Entry entry = entry(code);
			return (entry != null) ? entry.text() : null;
		}

		/**
		 * Returns the cell of a column, even if blank; the row if there is no such
		 * column.
		 */
		public CellAddress cell(String code) {
			Integer column = this.columns.get(code);
			return (column != null) ? new CellAddress(this.place.sheet(), this.place.row(), column) : this.place;
		}

	}

}
