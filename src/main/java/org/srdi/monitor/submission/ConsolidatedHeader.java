package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.KeyOrder;
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
 */
final class ConsolidatedHeader {

	private static final FieldCode CREDIT_CODE = FieldCode.of("credit_code");

	private static final FieldCode NAME = FieldCode.of("enterprise_name");

	private static final int LEAST_FIGURES = 3;

	/** Something that may be meant for a code, mistyped or shown with an exponent. */
	private static final Pattern CODE = Pattern.compile("[0-9A-Za-z.+\\s-]{9,30}");

	private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "total");

	/** What the totals end in, in either case. */
	private static final String TOTAL_ENDS = "计lL";

	private final String sheet;

	private final List<Map.Entry<Integer, Field>> entries;

	private final List<Map.Entry<Integer, Column>> figures;

	private final List<Tolerated> aliases;

	private final KeyOrder<FieldCode> entryOrder;

	private final KeyOrder<FigureKey> figureOrder;

	/** Of the entries, and of the figures behind them. */
	private final KeyOrder<String> blankOrder;

	private final int creditCodeColumn;

	/** One more than the last column that is known. */
	private final int width;

	private ConsolidatedHeader(String sheet, Builder builder, int creditCodeColumn) {
		this.sheet = sheet;
		this.entries = List.copyOf(builder.entries.entrySet());
		this.figures = List.copyOf(builder.figures.entrySet());
		this.aliases = builder.aliases;
		List<FieldCode> codes = builder.entries.values().stream().map(Field::code).toList();
		List<FigureKey> keys = builder.figures.values().stream().map(Column::key).toList();
		this.entryOrder = new KeyOrder<>(codes);
		this.figureOrder = new KeyOrder<>(keys);
		this.blankOrder = new KeyOrder<>(
				Stream.concat(codes.stream().map(FieldCode::value), keys.stream().map(FigureKey::toString)).toList());
		this.creditCodeColumn = creditCodeColumn;
		this.width = 1 + Stream.concat(builder.entries.keySet().stream(), builder.figures.keySet().stream())
			.mapToInt(Integer::intValue)
			.max()
			.orElse(-1);
	}

	private static @Nullable Integer creditCodeColumn(Map<Integer, Field> entries) {
		for (Map.Entry<Integer, Field> entry : entries.entrySet()) {
			if (entry.getValue().code().equals(CREDIT_CODE)) {
				return entry.getKey();
			}
		}
		return null;
	}

	/**
	 * A column of figures.
	 *
	 * @param key the figure
	 * @param field its field
	 * @param unit the unit its heading declares; null if it declares none
	 */
	private record Column(FigureKey key, Field field, @Nullable Unit unit) {

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
		Integer creditCode = (builder.figures.size() >= LEAST_FIGURES) ? creditCodeColumn(builder.entries) : null;
		return (creditCode != null) ? new ConsolidatedHeader(sheet, builder, creditCode) : null;
	}

	/** Returns whether a row may be part of a heading, as most rows of forms are not. */
	static boolean namesCode(Row row, Vocabulary vocabulary) {
		for (Cell cell : row.cells()) {
			Field field = (cell.kind() == Cell.Kind.TEXT) ? vocabulary.word(cell.text()).field() : null;
			if (field != null && field.code().equals(CREDIT_CODE)) {
				return true;
			}
		}
		return false;
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

	/** Returns the sheet it stands on. */
	String sheet() {
		return this.sheet;
	}

	/** Returns the headings that are known by another name. */
	List<Tolerated> aliases() {
		return this.aliases;
	}

	int creditCodeColumn() {
		return this.creditCodeColumn;
	}

	/** Returns the report of a row, or null for totals, notes and blank rows. */
	@Nullable Report report(Row row, CellReader cells) {
		@Nullable Cell[] found = cells(row);
		@Nullable Entry[] texts = new Entry[this.entries.size()];
		@Nullable CellAddress[] blanks = new CellAddress[texts.length + this.figures.size()];
		for (int i = 0; i < texts.length; i++) {
			int column = this.entries.get(i).getKey();
			Cell cell = found[column];
			if (cell == null) {
				blanks[i] = new CellAddress(this.sheet, row.index(), column);
			}
			else {
				texts[i] = cells.entry(cell, this.entries.get(i).getValue());
			}
		}
		Map<FieldCode, Entry> entries = this.entryOrder.map(texts);
		return isReport(found, entries) ? report(row, found, cells, entries, blanks) : null;
	}

	/** Returns the cells of a row by column. */
	private @Nullable Cell[] cells(Row row) {
		@Nullable Cell[] found = new Cell[this.width];
		for (Cell cell : row.cells()) {
			int column = cell.address().column();
			if (column >= this.width) {
				break;
			}
			found[column] = (found[column] == null) ? cell : row.cell(column);
		}
		return found;
	}

	private Report report(Row row, @Nullable Cell[] found, CellReader cells, Map<FieldCode, Entry> texts,
			@Nullable CellAddress[] blanks) {
		@Nullable Figure[] numbers = new Figure[this.figures.size()];
		for (int i = 0; i < numbers.length; i++) {
			int index = this.figures.get(i).getKey();
			Column column = this.figures.get(i).getValue();
			Cell cell = found[index];
			numbers[i] = (cell != null) ? cells.figure(cell, column.field(), column.unit()) : null;
			if (numbers[i] == null) {
				blanks[this.entries.size() + i] = new CellAddress(this.sheet, row.index(), index);
			}
		}
		return new Report(texts, this.figureOrder.map(numbers), List.of(), this.blankOrder.map(blanks));
	}

	/**
	 * Totals, notes and signatures are no reports: these have a code, or name and
	 * figures.
	 */
	private boolean isReport(@Nullable Cell[] found, Map<FieldCode, Entry> texts) {
		Entry code = texts.get(CREDIT_CODE);
		Entry name = texts.get(NAME);
		if (isTotal(code) || isTotal(name)) {
			return false;
		}
		return (code != null && isCode(code.text())) || (name != null && texts.size() > 2
				&& this.figures.stream().anyMatch((column) -> found[column.getKey()] != null));
	}

	private static boolean isCode(String text) {
		return (text.length() >= 9 && text.length() <= 30 && Vocabulary.isPlain(text))
				|| CODE.matcher(Texts.halfWidth(text).strip()).matches();
	}

	private static boolean isTotal(@Nullable Entry entry) {
		return entry != null && mayBeTotal(entry.text())
				&& TOTALS.stream().anyMatch(Vocabulary.normalise(entry.text())::endsWith);
	}

	/** Most texts end in what stays as it is and ends no total. */
	private static boolean mayBeTotal(String text) {
		char last = text.charAt(text.length() - 1);
		return TOTAL_ENDS.indexOf(last) >= 0 || !(Vocabulary.isPlain(last) || (last >= '\u4E00' && last <= '\u9FA5'));
	}

}
