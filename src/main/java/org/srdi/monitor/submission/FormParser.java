package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.ProductTable;
import org.srdi.monitor.submission.Vocabulary.Word;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;

/**
 * Reads a form row by row, by the codes and labels of its fields and the headings of its
 * columns, wherever these stand.
 */
final class FormParser {

	private static final FieldCode CREDIT_CODE = FieldCode.of("credit_code");

	/** These must not stand there twice with different words. */
	private static final List<FieldCode> UNIQUE = List.of(CREDIT_CODE, FieldCode.of("period"));

	private static final Pattern UNIT_LINE = Pattern.compile("单\\s*位\\s*[:：]\\s*(元|百元|千元|万元|百万元|亿元)");

	/**
	 * A span that stands there for the second time is looked for under another heading.
	 */
	private static final int LEAST_HEADINGS = 2;

	private final Vocabulary vocabulary;

	private final CellReader cells;

	private final Map<FieldCode, Entry> entries = new LinkedHashMap<>();

	private final Map<FigureKey, Figure> figures = new LinkedHashMap<>();

	private final List<ProductLine> products = new ArrayList<>();

	private final Map<String, CellAddress> blanks = new LinkedHashMap<>();

	private final Map<FieldCode, CellAddress> seen = new LinkedHashMap<>();

	private Map<Span, Integer> columns = new EnumMap<>(Span.class);

	private Map<Integer, ProductTable.Column> productColumns = new LinkedHashMap<>();

	private Map<Integer, Boolean> years = new LinkedHashMap<>();

	private @Nullable Integer valueColumn;

	private @Nullable Integer unitColumn;

	private @Nullable Unit sheetUnit;

	private @Nullable AnswerColumns answerColumns;

	private final Map<String, Answer> answers = new LinkedHashMap<>();

	private String sheet = "";

	FormParser(Vocabulary vocabulary, CellReader cells) {
		this.vocabulary = vocabulary;
		this.cells = cells;
	}

	void startSheet(String name) {
		this.sheet = name;
		this.columns = new EnumMap<>(Span.class);
		this.productColumns = new LinkedHashMap<>();
		this.years = new LinkedHashMap<>();
		this.valueColumn = null;
		this.unitColumn = null;
		this.sheetUnit = null;
		this.answerColumns = null;
	}

	void read(Row row) {
		if (this.answerColumns != null) {
			readAnswer(row, this.answerColumns);
			return;
		}
		List<Labelled> words = words(row);
		if (headsProblems(words)) {
			this.answerColumns = AnswerColumns.of(row);
			return;
		}
		if (!words.isEmpty() && (readHeadings(words) || readProductHeadings(words) || readField(row, words))) {
			return;
		}
		readProduct(row);
	}

	private static boolean headsProblems(List<Labelled> words) {
		for (Labelled word : words) {
			if (word.word().problemKey()) {
				return true;
			}
		}
		return false;
	}

	private void readAnswer(Row row, AnswerColumns columns) {
		AnswerColumns.Given given = columns.read(row);
		if (given != null) {
			this.answers.put(given.answer().problem(), given.answer());
		}
	}

	private List<Labelled> words(Row row) {
		List<Labelled> words = new ArrayList<>();
		List<Cell> cells = row.cells();
		for (int i = 0; i < cells.size(); i++) {
			Cell cell = cells.get(i);
			Word word = (cell.kind() == Cell.Kind.TEXT) ? this.vocabulary.word(cell.text()) : Word.NONE;
			if (word.isKnown()) {
				words.add(new Labelled(i, cell, word));
			}
			else if (cell.kind() == Cell.Kind.TEXT && cell.text().indexOf('位') >= 0) {
				readUnitLine(cell);
			}
		}
		return words;
	}

	private void readUnitLine(Cell cell) {
		Matcher line = UNIT_LINE.matcher(cell.text());
		if (line.find()) {
			this.sheetUnit = Unit.of(line.group(1));
		}
	}

	private boolean readHeadings(List<Labelled> words) {
		Map<Span, Integer> found = new EnumMap<>(Span.class);
		Integer value = null;
		boolean table = false;
		for (Labelled heading : words) {
			Span span = heading.word().span();
			if (span != null && found.putIfAbsent(span, heading.column()) != null && isLastYear(heading.column())
					&& !span.isLastYear()) {
				found.putIfAbsent(span.lastYear(), heading.column());
			}
			value = heading.word().valueHeading() ? Integer.valueOf(heading.column()) : value;
			table |= heading.word().tableHeading();
		}
		if (found.size() < LEAST_HEADINGS && !(table && (found.size() == 1 || value != null))) {
			rememberYears(words);
			return false;
		}
		this.columns = found;
		this.valueColumn = value;
		this.unitColumn = words.stream()
			.filter((heading) -> heading.word().unitHeading())
			.map(Labelled::column)
			.findFirst()
			.orElse(this.years.isEmpty() ? null : this.unitColumn);
		this.productColumns = new LinkedHashMap<>();
		words.stream()
			.filter((heading) -> heading.word().span() != null && !heading.word().label())
			.forEach((heading) -> this.cells.note(Tolerance.ALIAS, heading.cell(),
					String.valueOf(heading.word().span()).toLowerCase(Locale.ROOT)));
		return true;
	}

	/** Returns whether a column stands under a heading of last year. */
	private boolean isLastYear(int column) {
		boolean lastYear = false;
		for (Map.Entry<Integer, Boolean> year : this.years.entrySet()) {
			lastYear = (year.getKey() <= column) ? year.getValue() : lastYear;
		}
		return lastYear;
	}

	private void rememberYears(List<Labelled> words) {
		Map<Integer, Boolean> found = new LinkedHashMap<>();
		for (Labelled heading : words) {
			Boolean lastYear = heading.word().lastYear();
			if (lastYear != null) {
				found.put(heading.column(), lastYear);
			}
		}
		if (!found.isEmpty()) {
			this.years = found;
			this.unitColumn = words.stream()
				.filter((heading) -> heading.word().unitHeading())
				.map(Labelled::column)
				.findFirst()
				.orElse(null);
		}
	}

	private boolean readProductHeadings(List<Labelled> words) {
		Map<Integer, ProductTable.Column> found = new LinkedHashMap<>();
		for (Labelled heading : words) {
			ProductTable.Column column = heading.word().product();
			if (column != null && !found.containsValue(column)) {
				found.put(heading.column(), column);
			}
		}
		if (found.size() < 3 || nameColumn(found) == null) {
			return false;
		}
		this.productColumns = found;
		return true;
	}

	private static @Nullable Integer nameColumn(Map<Integer, ProductTable.Column> columns) {
		for (Map.Entry<Integer, ProductTable.Column> column : columns.entrySet()) {
			if (column.getValue().code().equals("product_name")) {
				return column.getKey();
			}
		}
		return null;
	}

	private boolean readField(Row row, List<Labelled> words) {
		if (!this.productColumns.isEmpty()) {
			return false;
		}
		for (Labelled label : words) {
			Field field = label.word().code();
			if (field != null && !this.seen.containsKey(field.code())) {
				readField(row, field, label, words); // a code copied to another row does
				return true; // not count
			}
		}
		boolean any = false;
		int next = 0;
		for (Labelled label : words) {
			Field field = label.word().field();
			if (field != null && label.index() >= next) {
				next = readField(row, field, label, words);
				any = true;
			}
		}
		return any;
	}

	/**
	 * Reads a field whose name stands in a cell; returns the index of the cell after it.
	 */
	private int readField(Row row, Field field, Labelled label, List<Labelled> words) {
		if (field.type().isFigure() && this.columns.isEmpty()) {
			return row.cells().size(); // explained somewhere, but not reported here
		}
		boolean first = this.seen.putIfAbsent(field.code(), label.cell().address()) == null;
		if (first && isAlias(field, words)) {
			this.cells.note(Tolerance.ALIAS, label.cell(), field.label());
		}
		if (field.type().isFigure()) {
			readFigures(row, field, label, first);
			return row.cells().size();
		}
		int index = valueIndex(row, field, label.column());
		Cell value = (index < row.cells().size()) ? row.cells().get(index) : null;
		if (value == null || isAnotherLabel(value, field)) {
			if (first) {
				this.blanks.put(field.code().value(), address(row, blankColumn(label.column())));
			}
			return index;
		}
		if (first) {
			this.entries.put(field.code(), this.cells.entry(value, field));
		}
		else if (UNIQUE.contains(field.code())) {
			readAgain(field, value);
		}
		return index + 1;
	}

	private static boolean isAlias(Field field, List<Labelled> words) {
		for (Labelled word : words) {
			if (word.word().label() && field.equals(word.word().field())) {
				return false;
			}
		}
		return true;
	}

	private void readAgain(Field field, Cell value) {
		Entry before = this.entries.get(field.code());
		if (before != null && !before.text().equals(value.text())
				&& !before.text().equals(new CellReader(true).entry(value, field).text())) {
			this.entries.put(field.code(), new Entry(before.cell(), before.text() + " ≠ " + value.text()));
		}
	}

	private int valueIndex(Row row, Field field, int nameColumn) {
		int index = 0;
		while (index < row.cells().size()) {
			Cell cell = row.cells().get(index);
			int column = cell.address().column();
			boolean before = (this.valueColumn != null) ? column < this.valueColumn : column <= nameColumn;
			if (!before && !field.equals(word(cell).code())) {
				return index;
			}
			index++;
		}
		return index;
	}

	private Word word(Cell cell) {
		return (cell.kind() == Cell.Kind.TEXT) ? this.vocabulary.word(cell.text()) : Word.NONE;
	}

	private boolean isAnotherLabel(Cell cell, Field field) {
		Word word = word(cell);
		return this.valueColumn == null && word.label() && !field.equals(word.field());
	}

	private int blankColumn(int nameColumn) {
		return (this.valueColumn != null) ? this.valueColumn : nameColumn + 1;
	}

	private void readFigures(Row row, Field field, Labelled label, boolean first) {
		Unit unit = declaredUnit(row, field, label);
		for (FigureKey key : field.figureKeys()) {
			Integer column = this.columns.get(key.span());
			if (column == null) {
				continue;
			}
			Cell cell = row.cell(column);
			Figure figure = (cell != null) ? this.cells.figure(cell, field, unit) : null;
			if (!first) {
				readAgain(key, cell, figure);
			}
			else if (figure == null) {
				this.blanks.put(key.toString(), address(row, column));
			}
			else {
				this.figures.put(key, figure);
			}
		}
	}

	/** A field that stands there twice must say the same twice. */
	private void readAgain(FigureKey key, @Nullable Cell cell, @Nullable Figure figure) {
		Figure before = this.figures.get(key);
		if (cell == null || figure == null) {
			return;
		}
		if (before == null) {
			this.figures.put(key, figure);
			this.blanks.remove(key.toString());
		}
		else if (before.amount() != null && figure.amount() != null
				&& before.amount().compareTo(figure.amount()) == 0) {
			this.cells.note(Tolerance.REPEATED_FIELD, cell, before.cell().toString());
		}
		else {
			this.figures.put(key, new Figure(before.cell(),
					before.text() + " ≠ " + figure.text() + " (" + figure.cell().local() + ")", null));
		}
	}

	/**
	 * Returns the unit that money is in unless its row says otherwise; null if unsaid.
	 */
	@Nullable Unit sheetUnit() {
		return this.sheetUnit;
	}

	/**
	 * Returns the unit that stands between the name and the figures, or over the sheet.
	 */
	private @Nullable Unit declaredUnit(Row row, Field field, Labelled label) {
		Cell written = (this.unitColumn != null) ? row.cell(this.unitColumn) : null;
		if (written != null && written.kind() == Cell.Kind.TEXT && !written.text().equals(field.unit())) {
			Unit unit = Unit.of(written.text());
			return (unit != null) ? unit : Unit.UNKNOWN;
		}
		int firstFigure = this.columns.isEmpty() ? 0 : Collections.min(this.columns.values());
		for (Cell cell : row.cells()) {
			int column = cell.address().column();
			Unit unit = (cell.kind() == Cell.Kind.TEXT && column > label.column() && column < firstFigure)
					? Unit.of(cell.text()) : null;
			if (unit != null) {
				return unit;
			}
		}
		Unit headed = label.word().unit();
		boolean money = "万元".equals(field.unit());
		return (headed != null) ? headed : money ? this.sheetUnit : null;
	}

	private void readProduct(Row row) {
		Integer nameColumn = nameColumn(this.productColumns);
		if (nameColumn == null || row.cell(nameColumn) == null) {
			return;
		}
		Map<String, Entry> line = new LinkedHashMap<>();
		this.productColumns.forEach((index, column) -> {
			Cell cell = row.cell(index);
			Entry entry = (cell != null) ? this.cells.product(cell, column.type() != ProductTable.Type.TEXT) : null;
			if (entry != null) {
				line.put(column.code(), entry);
			}
		});
		this.products.add(new ProductLine(row.index(), line));
	}

	private CellAddress address(Row row, int column) {
		return new CellAddress(this.sheet, row.index(), column);
	}

	/** Returns whether what was read so far looks like a report at all. */
	boolean foundReport() {
		return this.seen.containsKey(CREDIT_CODE) || this.figures.size() >= 5;
	}

	Report report() {
		return new Report(this.entries, this.figures, this.products, this.blanks, this.answers);
	}

	/** A cell with a word of the form, and its index in the row. */
	private record Labelled(int index, Cell cell, Word word) {

		int column() {
			return this.cell.address().column();
		}

	}

}
