package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.core.Texts;
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
 * @param aliases the headings that are known by another name
 */
record ConsolidatedHeader(String sheet, Map<Integer, Field> entries, Map<Integer, Column> figures,
		List<Tolerated> aliases) {

	private static final FieldCode CREDIT_CODE = FieldCode.of("credit_code");

	private static final FieldCode NAME = FieldCode.of("enterprise_name");

	private static final int LEAST_FIGURES = 3;

	/** Something that may be meant for a code, mistyped or shown with an exponent. */
	private static final Pattern CODE = Pattern.compile("[0-9A-Za-z.+\\s-]{9,30}");

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

	/**
	 * Returns the heading a row holds, or null if it is no such row.
	 * @param above the row above it, whose labels may stand over the spans of this row
	 * @param declared the unit that is declared above the heading; null if none is
	 */
	static @Nullable ConsolidatedHeader of(String sheet, @Nullable Row above, Row row, Vocabulary vocabulary,
			@Nullable Unit declared) {
		Builder builder = new Builder(vocabulary, declared);
		row.cells().forEach(builder::add);
		if (above != null && builder.figures.isEmpty() && builder.entries.isEmpty()) {
			builder.add(above, row);
		}
		boolean recognised = builder.figures.size() >= LEAST_FIGURES
				&& builder.entries.values().stream().anyMatch((field) -> field.code().equals(CREDIT_CODE));
		return recognised ? new ConsolidatedHeader(sheet, builder.entries, builder.figures, builder.aliases) : null;
	}

	/** Gathers the columns of a heading. */
	private static final class Builder {

		private final Map<Integer, Field> entries = new LinkedHashMap<>();

		private final Map<Integer, Column> figures = new LinkedHashMap<>();

		private final List<Tolerated> aliases = new ArrayList<>();

		private final Vocabulary vocabulary;

		private final @Nullable Unit declared;

		Builder(Vocabulary vocabulary, @Nullable Unit declared) {
			this.vocabulary = vocabulary;
			this.declared = declared;
		}

		private Word word(Cell cell) {
			return (cell.kind() == Cell.Kind.TEXT) ? this.vocabulary.word(cell.text()) : Word.NONE;
		}

		private void add(Cell cell) {
			Word word = word(cell);
			FigureKey key = word.figure();
			Field field = word.field();
			if (key != null) {
				add(cell, key, word.unit(), word.label());
			}
			else if (field != null && !field.type().isFigure() && !this.entries.containsValue(field)) {
				this.entries.put(cell.address().column(), field);
				noteUnless(word.label(), cell, field.label());
			}
		}

		private void add(Cell cell, FigureKey key, @Nullable Unit unit, boolean label) {
			if (this.figures.values().stream().noneMatch((known) -> known.key().equals(key))) {
				Field field = this.vocabulary.field(key);
				Unit general = "万元".equals(field.unit()) ? this.declared : null;
				this.figures.put(cell.address().column(), new Column(key, field, (unit != null) ? unit : general));
				noteUnless(label, cell, key.toString());
			}
		}

		private void noteUnless(boolean label, Cell cell, String taken) {
			if (!label) {
				this.aliases.add(new Tolerated(Tolerance.ALIAS, cell.address(), cell.text(), taken));
			}
		}

		/**
		 * Reads labels that stand, merged, over spans; entries stand in the row above.
		 */
		private void add(Row above, Row row) {
			above.cells().forEach(this::add);
			for (Cell cell : row.cells()) {
				Span span = word(cell).span();
				Word label = labelOver(above, cell.address().column());
				Field field = label.field();
				if (span != null && field != null && field.spans().contains(span)) {
					add(cell, new FigureKey(field.code(), span), label.unit(), label.label());
				}
			}
		}

		private Word labelOver(Row above, int column) {
			Word over = Word.NONE;
			for (Cell cell : above.cells()) {
				over = (cell.address().column() <= column) ? word(cell) : over;
			}
			return over;
		}

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
		return isReport(row, texts) ? report(row, cells, texts, blanks) : null;
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

	/**
	 * Totals, notes and signatures are no reports: these have a code, or name and
	 * figures.
	 */
	private boolean isReport(Row row, Map<FieldCode, Entry> texts) {
		Entry code = texts.get(CREDIT_CODE);
		Entry name = texts.get(NAME);
		if (isTotal(code) || isTotal(name)) {
			return false;
		}
		boolean coded = code != null && CODE.matcher(Texts.halfWidth(code.text()).strip()).matches();
		return coded || (name != null && texts.size() > 2
				&& this.figures.keySet().stream().anyMatch((column) -> row.cell(column) != null));
	}

	private static boolean isTotal(@Nullable Entry entry) {
		return entry != null && TOTALS.stream().anyMatch(Vocabulary.normalise(entry.text())::endsWith);
	}

}
