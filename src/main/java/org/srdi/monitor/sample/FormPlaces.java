package org.srdi.monitor.sample;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;
import org.srdi.monitor.workbook.Spreadsheet;

/** Finds out where a form workbook has a figure or an entry. */
final class FormPlaces {

	private final Form form;

	FormPlaces(Form form) {
		this.form = form;
	}

	/**
	 * Returns the cell of a figure, as in {@code new_orders.ytd}, or of an entry that is
	 * filled in.
	 */
	CellAddress locate(Path file, String place) {
		boolean figure = place.indexOf('.') >= 0;
		String field = figure ? FigureKey.parse(place).field().value() : place;
		String heading = figure ? this.form.label(FigureKey.parse(place).span()).label() : "";
		Map<String, Integer> headings = new HashMap<>();
		try (Spreadsheet workbook = Spreadsheet.open(file); Stream<Row> rows = workbook.rows(this.form.sheet())) {
			for (Iterator<Row> iterator = rows.iterator(); iterator.hasNext();) {
				Row row = iterator.next();
				if (has(row, field)) {
					int column = figure ? headings.getOrDefault(heading, -1) : last(row);
					return new CellAddress(this.form.sheet(), row.index(), column);
				}
				row.cells().forEach((cell) -> headings.put(cell.text(), cell.address().column()));
			}
		}
		throw new IllegalStateException(file + " has no row for " + place);
	}

	private static boolean has(Row row, String text) {
		return row.cells().stream().map(Cell::text).anyMatch(text::equals);
	}

	private static int last(Row row) {
		List<Cell> cells = row.cells();
		return cells.get(cells.size() - 1).address().column();
	}

}
