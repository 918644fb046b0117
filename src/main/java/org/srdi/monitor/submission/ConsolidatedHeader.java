package org.srdi.monitor.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;

/**
 * The heading of a consolidated workbook (one row per enterprise): which column holds
 * what, by codes or by labels.
 *
 * @param sheet the name of the sheet
 * @param entries the columns of texts
 * @param figures the columns of numbers
 */
record ConsolidatedHeader(String sheet, Map<Integer, FieldCode> entries, Map<Integer, FigureKey> figures) {

	private static final FieldCode CREDIT_CODE = FieldCode.of("credit_code");

	private static final FieldCode NAME = FieldCode.of("enterprise_name");

	private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "total");

	/** Returns the heading a row holds, or null if it is no such row. */
	static @Nullable ConsolidatedHeader of(String sheet, Row row, Vocabulary vocabulary) {
		Map<Integer, FieldCode> entries = new LinkedHashMap<>();
		Map<Integer, FigureKey> figures = new LinkedHashMap<>();
		for (Cell cell : row.cells()) {
			FigureKey key = vocabulary.figure(cell.text());
			Field field = (key == null) ? vocabulary.byName(cell.text()) : null;
			if (key != null && !figures.containsValue(key)) {
				figures.put(cell.address().column(), key);
			}
			else if (field != null && !field.type().isFigure() && !entries.containsValue(field.code())) {
				entries.put(cell.address().column(), field.code());
			}
		}
		boolean recognised = entries.containsValue(CREDIT_CODE) && figures.size() >= 3;
		return recognised ? new ConsolidatedHeader(sheet, entries, figures) : null;
	}

	int creditCodeColumn() {
		return this.entries.entrySet()
			.stream()
			.filter((column) -> column.getValue().equals(CREDIT_CODE))
			.findFirst()
			.orElseThrow()
			.getKey();
	}

	/** Returns the report of a row, or null for totals, notes and blank rows. */
	@Nullable Report report(Row row) {
		Map<FieldCode, Entry> texts = new LinkedHashMap<>();
		Map<String, CellAddress> blanks = new LinkedHashMap<>();
		this.entries.forEach((column, field) -> {
			Cell cell = row.cell(column);
			if (cell == null) {
				blanks.put(field.value(), new CellAddress(this.sheet, row.index(), column));
			}
			else {
				texts.put(field, new Entry(cell.address(), cell.text()));
			}
		});
		return isReport(texts) ? report(row, texts, blanks) : null;
	}

	private Report report(Row row, Map<FieldCode, Entry> texts, Map<String, CellAddress> blanks) {
		Map<FigureKey, Figure> numbers = new LinkedHashMap<>();
		this.figures.forEach((column, key) -> {
			Cell cell = row.cell(column);
			if (cell == null) {
				blanks.put(key.toString(), new CellAddress(this.sheet, row.index(), column));
			}
			else {
				numbers.put(key, new Figure(cell.address(), cell.text(), cell.number()));
			}
		});
		return new Report(texts, numbers, List.of(), blanks);
	}

	private static boolean isReport(Map<FieldCode, Entry> texts) {
		Entry code = texts.get(CREDIT_CODE);
		Entry name = texts.get(NAME);
		if (name != null && TOTALS.contains(Vocabulary.normalise(name.text()))) {
			return false;
		}
		return (code != null && !TOTALS.contains(Vocabulary.normalise(code.text())) && code.text().length() >= 15)
				|| (code == null && name != null && texts.size() > 2);
	}

}
