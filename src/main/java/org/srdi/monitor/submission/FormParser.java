package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;

/**
 * Reads the report of one enterprise out of the rows of its workbook, top-down: a row
 * with headings tells what the columns below it mean, a row with a known code or label
 * tells what is reported in it. Where on the sheet either stands does not matter. The
 * first row of a field counts.
 */
final class FormParser {

	private final Vocabulary vocabulary;

	private final Map<FieldCode, Entry> entries = new LinkedHashMap<>();

	private final Map<FigureKey, Figure> figures = new LinkedHashMap<>();

	private final List<ProductLine> products = new ArrayList<>();

	private final Map<String, CellAddress> blanks = new LinkedHashMap<>();

	private final Set<FieldCode> seen = new LinkedHashSet<>();

	private Map<Span, Integer> columns = new EnumMap<>(Span.class);

	private Map<String, Integer> productColumns = new LinkedHashMap<>();

	private @Nullable Integer valueColumn;

	private String sheet = "";

	FormParser(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	void startSheet(String name) {
		this.sheet = name;
		this.columns = new EnumMap<>(Span.class);
		this.productColumns = new LinkedHashMap<>();
		this.valueColumn = null;
	}

	void read(Row row) {
		if (readHeadings(row) || readProductHeadings(row) || readField(row)) {
			return;
		}
		readProduct(row);
	}

	private boolean readHeadings(Row row) {
		Map<Span, Integer> found = new EnumMap<>(Span.class);
		Integer value = null;
		boolean table = false;
		for (Cell cell : row.cells()) {
			Span span = this.vocabulary.span(cell.text());
			if (span != null) {
				found.putIfAbsent(span, cell.address().column());
			}
			if (this.vocabulary.isValueHeading(cell.text())) {
				value = cell.address().column();
			}
			table |= this.vocabulary.isTableHeading(cell.text());
		}
		if (found.size() < 2 && !(table && (found.size() == 1 || value != null))) {
			return false;
		}
		this.columns = found;
		this.valueColumn = value;
		this.productColumns = new LinkedHashMap<>();
		return true;
	}

	private boolean readProductHeadings(Row row) {
		Map<String, Integer> found = new LinkedHashMap<>();
		for (Cell cell : row.cells()) {
			String column = this.vocabulary.product(cell.text());
			if (column != null) {
				found.putIfAbsent(column, cell.address().column());
			}
		}
		if (found.size() < 3 || !found.containsKey("product_name")) {
			return false;
		}
		this.productColumns = found;
		return true;
	}

	private boolean readField(Row row) {
		if (!this.productColumns.isEmpty()) {
			return false;
		}
		List<Cell> cells = row.cells();
		for (Cell cell : cells) {
			Field field = this.vocabulary.byCode(cell.text());
			if (field != null && !this.seen.contains(field.code())) { // a code copied to
																		// another row
																		// does not count
				readField(row, field, cell.address().column());
				return true;
			}
		}
		boolean any = false;
		int next = 0;
		while (next < cells.size()) {
			Field field = this.vocabulary.byName(cells.get(next).text());
			next++;
			if (field != null) {
				next = readField(row, field, cells.get(next - 1).address().column());
				any = true;
			}
		}
		return any;
	}

	/**
	 * Reads a field whose name stands in a column; returns the index of the cell after
	 * it.
	 */
	private int readField(Row row, Field field, int nameColumn) {
		boolean first = this.seen.add(field.code());
		if (field.type().isFigure()) {
			if (first) {
				readFigures(row, field);
			}
			return row.cells().size();
		}
		int index = valueIndex(row, field, nameColumn);
		Cell value = (index < row.cells().size()) ? row.cells().get(index) : null;
		if (value == null || isAnotherLabel(value, field)) {
			if (first) {
				this.blanks.put(field.code().value(), address(row, blankColumn(nameColumn)));
			}
			return index;
		}
		if (first) {
			this.entries.put(field.code(), new Entry(value.address(), value.text()));
		}
		return index + 1;
	}

	private int valueIndex(Row row, Field field, int nameColumn) {
		int index = 0;
		while (index < row.cells().size()) {
			Cell cell = row.cells().get(index);
			int column = cell.address().column();
			boolean before = (this.valueColumn != null) ? column < this.valueColumn : column <= nameColumn;
			if (!before && !field.equals(this.vocabulary.byCode(cell.text()))) {
				return index;
			}
			index++;
		}
		return index;
	}

	private boolean isAnotherLabel(Cell cell, Field field) {
		return this.valueColumn == null && this.vocabulary.isLabel(cell.text())
				&& !field.equals(this.vocabulary.byName(cell.text()));
	}

	private int blankColumn(int nameColumn) {
		return (this.valueColumn != null) ? this.valueColumn : nameColumn + 1;
	}

	private void readFigures(Row row, Field field) {
		for (FigureKey key : field.figureKeys()) {
			Integer column = this.columns.get(key.span());
			if (column == null) {
				continue;
			}
			Cell cell = row.cell(column);
			if (cell == null) {
				this.blanks.put(key.toString(), address(row, column));
			}
			else {
				this.figures.put(key, new Figure(cell.address(), cell.text(), cell.number()));
			}
		}
	}

	private void readProduct(Row row) {
		Integer nameColumn = this.productColumns.get("product_name");
		if (nameColumn == null || row.cell(nameColumn) == null) {
			return;
		}
		Map<String, Entry> line = new LinkedHashMap<>();
		this.productColumns.forEach((code, column) -> {
			Cell cell = row.cell(column);
			if (cell != null) {
				line.put(code, new Entry(cell.address(), cell.text()));
			}
		});
		this.products.add(new ProductLine(row.index(), line));
	}

	private CellAddress address(Row row, int column) {
		return new CellAddress(this.sheet, row.index(), column);
	}

	/** Returns whether what was read so far looks like a report at all. */
	boolean foundReport() {
		return this.seen.contains(FieldCode.of("credit_code")) || this.figures.size() >= 5;
	}

	Report report() {
		return new Report(this.entries, this.figures, this.products, this.blanks);
	}

}
