package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;
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

	private final Vocabulary vocabulary;

	private final CellReader cells;

	private final Map<FieldCode, Entry> entries = new LinkedHashMap<>();

	private final Map<FigureKey, Figure> figures = new LinkedHashMap<>();

	private final List<ProductLine> products = new ArrayList<>();

	private final Map<String, CellAddress> blanks = new LinkedHashMap<>();

	private final Map<FieldCode, CellAddress> seen = new LinkedHashMap<>();

	private FormHeadings headings;

	private @Nullable AnswerColumns answerColumns;

	private final Map<String, Answer> answers = new LinkedHashMap<>();

	private String sheet = "";

	FormParser(Vocabulary vocabulary, CellReader cells) {
		this.vocabulary = vocabulary;
		this.cells = cells;
		this.headings = new FormHeadings(cells);
	}

	void startSheet(String name) {
		this.sheet = name;
		this.headings = new FormHeadings(this.cells);
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
		if (!words.isEmpty()
				&& (this.headings.read(words) || this.headings.readProducts(words) || readField(row, words))) {
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
				this.headings.readUnitLine(cell);
			}
		}
		return words;
	}

	private boolean readField(Row row, List<Labelled> words) {
		if (!this.headings.products().isEmpty()) {
			return false;
		}
		for (Labelled label : words) {
			Field field = label.word().code();
			if (field != null && !this.seen.containsKey(field.code())) {
				// a code copied to another row does not count
				readField(row, field, label, words);
				return true;
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
		if (field.type().isFigure() && !this.headings.hasFigures()) {
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
		Integer valueColumn = this.headings.value();
		int index = 0;
		while (index < row.cells().size()) {
			Cell cell = row.cells().get(index);
			int column = cell.address().column();
			boolean before = (valueColumn != null) ? column < valueColumn : column <= nameColumn;
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
		return this.headings.value() == null && word.label() && !field.equals(word.field());
	}

	private int blankColumn(int nameColumn) {
		Integer valueColumn = this.headings.value();
		return (valueColumn != null) ? valueColumn : nameColumn + 1;
	}

	private void readFigures(Row row, Field field, Labelled label, boolean first) {
		Unit unit = this.headings.unit(row, field, label);
		for (FigureKey key : field.figureKeys()) {
			Integer column = this.headings.column(key.span());
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

	private void readProduct(Row row) {
		Integer nameColumn = this.headings.productName();
		if (nameColumn == null || row.cell(nameColumn) == null) {
			return;
		}
		Map<String, Entry> line = new LinkedHashMap<>();
		this.headings.products().forEach((index, column) -> {
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

	/** Returns the unit of money on the sheet; null if unsaid. */
	@Nullable Unit sheetUnit() {
		return this.headings.sheetUnit();
	}

	/** Returns whether what was read so far looks like a report at all. */
	boolean foundReport() {
		return this.seen.containsKey(CREDIT_CODE) || this.figures.size() >= 5;
	}

	Report report() {
		return new Report(this.entries, this.figures, this.products, this.blanks, this.answers);
	}

}
