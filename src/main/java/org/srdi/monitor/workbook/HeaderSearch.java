package org.srdi.monitor.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.workbook.Table.Column;
import org.srdi.monitor.workbook.Table.TableRow;

/** Looks for the header of a table and remembers what came closest to it. */
final class HeaderSearch {

	/** Titles and remarks may stand above a header, but not more than that. */
	private static final int DEEPEST_HEADER = 50;

	private final Path file;

	private final List<Column> columns;

	private final Map<String, String> codesByLabel = new HashMap<>();

	private Map<String, Integer> closest = Map.of();

	private @Nullable CellAddress closestPlace;

	HeaderSearch(Path file, List<Column> columns) {
		this.file = file;
		this.columns = List.copyOf(columns);
		for (Column column : columns) {
			this.codesByLabel.put(plain(column.code()), column.code());
			column.labels().forEach((label) -> this.codesByLabel.put(plain(label), column.code()));
		}
	}

	/** Returns the rows below the header; null if the rows have none. */
	@Nullable List<TableRow> in(Iterator<Row> rows) {
		for (int i = 0; i < DEEPEST_HEADER && rows.hasNext(); i++) {
			Map<String, Integer> header = header(rows.next());
			if (isComplete(header)) {
				return below(header, rows);
			}
		}
		return null;
	}

	private static List<TableRow> below(Map<String, Integer> header, Iterator<Row> rows) {
		List<TableRow> table = new ArrayList<>();
		Map<String, Integer> columns = Map.copyOf(header);
		rows.forEachRemaining((row) -> {
			TableRow read = TableRow.of(row, columns);
			if (read != null) {
				table.add(read);
			}
		});
		return table;
	}

	private Map<String, Integer> header(Row row) {
		Map<String, Integer> found = new HashMap<>();
		Map<String, CellAddress> twice = new HashMap<>();
		for (Cell cell : row.cells()) {
			String code = this.codesByLabel.get(plain(cell.text()));
			if (code != null && found.putIfAbsent(code, cell.address().column()) != null) {
				twice.putIfAbsent(code, cell.address());
			}
		}
		if (!twice.isEmpty() && isComplete(found)) {
			throw duplicate(twice);
		}
		if (found.size() > this.closest.size()) {
			this.closest = found;
			this.closestPlace = new CellAddress(row.cells().get(0).address().sheet(), row.index(), 0);
		}
		return found;
	}

	private boolean isComplete(Map<String, Integer> header) {
		return !header.isEmpty() && missing(header).isEmpty();
	}

	private List<Column> missing(Map<String, Integer> header) {
		return this.columns.stream()
			.filter((column) -> column.required() && !header.containsKey(column.code()))
			.toList();
	}

	private TableException duplicate(Map<String, CellAddress> twice) {
		Map.Entry<String, CellAddress> first = twice.entrySet().iterator().next();
		String label = this.columns.stream()
			.filter((column) -> column.code().equals(first.getKey()))
			.map(Column::label)
			.findFirst()
			.orElse(first.getKey());
		return new TableException((locale) -> Texts.of("workbook", locale)
			.get("table.duplicate", label, Table.describe(first.getValue(), this.file)));
	}

	/** Returns why there is no table: which columns are missing, and from where. */
	TableException failure() {
		List<Column> missing = missing(this.closest);
		CellAddress place = this.closestPlace;
		return new TableException((locale) -> {
			Texts texts = Texts.of("workbook", locale);
			String labels = missing.stream()
				.map(Column::label)
				.collect(Collectors.joining(texts.get("table.separator")));
			return (place == null) ? texts.get("table.no-header", labels)
					: texts.get("table.missing", labels, Table.describe(place, this.file));
		});
	}

	/**
	 * Returns a label without white space, the mark of required columns, case and width.
	 */
	private static String plain(String label) {
		return Texts.halfWidth(label).replaceAll("[\\s*]", "").toLowerCase(Locale.ROOT);
	}

}
