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
import org.srdi.monitor.submission.Vocabulary.Word;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;

/**
 * The heading of a consolidated workbook: one row per enterprise, a column per entry or
 * figure.
 *
 * @param sheet the sheet it stands on
 * @param entries the entries by column
 * @param figures the figures by column
 */
record ConsolidatedHeader(String sheet, Map<Integer, Field> entries, Map<Integer, Column> figures) {

	private static final FieldCode CREDIT_CODE = FieldCode.of("credit_code");

	private static final FieldCode NAME = FieldCode.of("enterprise_name");

	private static final int LEAST_FIGURES = 3;

	private static final int SHORTEST_CODE = 15;

	private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "total");

	/**
	 * A column of figures.
	 *
	 * @param key the figure
	 * @param field its field
	 * @param unit the unit its heading declares; null if it declares none
	 */
	record Column(FigureKey key, Field field, @Nullable Unit unit) {

	}

	/** Returns the heading a row holds, or null if it is no such row. */
	static @Nullable ConsolidatedHeader of(String sheet, Row row, Vocabulary vocabulary) {
		Map<Integer, Field> entries = new LinkedHashMap<>();
		Map<Integer, Column> figures = new LinkedHashMap<>();
		for (Cell cell : row.cells()) {
			Word word = (cell.kind() == Cell.Kind.TEXT) ? vocabulary.word(cell.text()) : Word.NONE;
			FigureKey key = word.figure();
			Field field = word.field();
			if (key != null && figures.values().stream().noneMatch((known) -> known.key().equals(key))) {
				figures.put(cell.address().column(), new Column(key, vocabulary.field(key), word.unit()));
			}
			else if (key == null && field != null && !field.type().isFigure() && !entries.containsValue(field)) {
				entries.put(cell.address().column(), field);
			}
		}
		boolean recognised = figures.size() >= LEAST_FIGURES
				&& entries.values().stream().anyMatch((field) -> field.code().equals(CREDIT_CODE));
		return recognised ? new ConsolidatedHeader(sheet, entries, figures) : null;
	}

	int creditCodeColumn() {
		return this.entries.entrySet()
			.stream()
			.filter((column) -> column.getValue().code().equals(CREDIT_CODE))
			.findFirst()
			.orElseThrow()
			.getKey();
	}

	/** Returns the report of a row, or null for totals, notes and blank rows. */
	@Nullable Report report(Row row, CellReader cells) {
		Map<FieldCode, Entry> texts = new LinkedHashMap<>();
		Map<String, CellAddress> blanks = new LinkedHashMap<>();
		this.entries.forEach((column, field) -> {
			Cell cell = row.cell(column);
			if (cell == null) {
				blanks.put(field.code().value(), new CellAddress(this.sheet, row.index(), column));
			}
			else {
				texts.put(field.code(), cells.entry(cell, field));
			}
		});
		return isReport(texts) ? report(row, cells, texts, blanks) : null;
	}

	private Report report(Row row, CellReader cells, Map<FieldCode, Entry> texts, Map<String, CellAddress> blanks) {
		Map<FigureKey, Figure> numbers = new LinkedHashMap<>();
		this.figures.forEach((index, column) -> {
			Cell cell = row.cell(index);
			Figure figure = (cell != null) ? cells.figure(cell, column.field(), column.unit()) : null;
			if (figure == null) {
				blanks.put(column.key().toString(), new CellAddress(this.sheet, row.index(), index));
			}
			else {
				numbers.put(column.key(), figure);
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
		return (code != null && !TOTALS.contains(Vocabulary.normalise(code.text()))
				&& code.text().length() >= SHORTEST_CODE) || (code == null && name != null && texts.size() > 2);
	}

}
