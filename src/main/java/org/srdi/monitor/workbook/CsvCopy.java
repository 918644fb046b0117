package org.srdi.monitor.workbook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;

/**
 * Copies the rows of a text file, whatever its encoding and delimiter, as a csv in UTF-8
 * with a byte order mark, and adds the list below. Text that a spreadsheet program would
 * take for a formula gets an apostrophe in front.
 */
final class CsvCopy {

	private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d,]*\\.?\\d+([eE][+-]?\\d+)?%?");

	private static final String FORMULA_SIGNS = "=+-@＝＋－＠";

	private static final String CONTROLS = "\t\r\n";

	private static final int LONGEST_HEAD = 3;

	private final Path file;

	CsvCopy(Path file) {
		this.file = file;
	}

	/** Returns the number of first rows up to the last one that is a heading. */
	int headings(Predicate<Row> heading, int within) {
		int[] last = { 0 };
		read((row, values) -> {
			if (row.index() < within && heading.test(row)) {
				last[0] = row.index() + 1;
			}
			return row.index() < within;
		});
		return last[0];
	}

	/**
	 * Writes the copy.
	 * @param kept the rows to keep; null for all
	 */
	void write(Path target, @Nullable KeptRows kept, ListSheet list) throws IOException {
		try (BufferedWriter out = Files.newBufferedWriter(target)) {
			out.write('\uFEFF');
			writeRows(out, kept, list.heading());
			writeLine(out, List.of());
			writeLine(out, List.of(list.title()));
			writeLine(out, List.of(list.instruction()));
			writeLine(out, list.columns().stream().map(ListSheet.Column::heading).toList());
			for (List<ListSheet.Item> line : list.lines()) {
				writeLine(out, line.stream().map(CsvCopy::shown).toList());
			}
		}
	}

	private static String shown(ListSheet.Item item) {
		CellAddress target = item.target();
		return (target != null) ? target.local() : item.text();
	}

	/** Writes rows as long as no earlier list begins. */
	private void writeRows(BufferedWriter out, @Nullable KeptRows kept, Predicate<Row> earlier) throws IOException {
		Deque<List<String>> held = new ArrayDeque<>();
		boolean[] listed = { false };
		read((row, values) -> {
			listed[0] = earlier.test(row);
			if (!listed[0] && (kept == null || kept.has(row.index()))) {
				held.addLast(values);
				if (held.size() > LONGEST_HEAD) {
					writeLine(out, held.removeFirst());
				}
			}
			return !listed[0];
		});
		while (!held.isEmpty() && !(listed[0] && held.peekFirst().stream().allMatch(String::isBlank))) {
			writeLine(out, held.removeFirst());
		}
	}

	static void writeLine(Writer out, List<String> values) throws IOException {
		for (int i = 0; i < values.size(); i++) {
			out.write((i > 0) ? "," : "");
			out.write(quoted(harmless(values.get(i))));
		}
		out.write("\r\n");
	}

	/** Returns text that no program takes for a formula; numbers stay as they are. */
	static String harmless(String text) {
		boolean formula = text.length() > 1 && startsFormula(text);
		// 10² is no 102, but harmless all the same
		boolean number = NUMBER.matcher(Normalizer.normalize(Content.stripped(text), Normalizer.Form.NFKC)).matches();
		return (formula && !number) ? "'" + text : text;
	}

	/**
	 * Returns whether some program might take text that starts like this for a formula.
	 */
	static boolean startsFormula(String text) {
		String plain = Content.stripped(text);
		return (!plain.isEmpty() && FORMULA_SIGNS.indexOf(plain.charAt(0)) >= 0)
				|| (!text.isEmpty() && CONTROLS.indexOf(text.charAt(0)) >= 0);
	}

	private static String quoted(String text) {
		boolean plain = text.chars().noneMatch((letter) -> ",\"\r\n;\t".indexOf(letter) >= 0)
				&& text.equals(text.strip());
		return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
	}

	private void read(RowConsumer consumer) {
		String name = String.valueOf(this.file.getFileName());
		try (CSVParser parser = CsvSource.open(this.file, name).parse()) {
			Iterator<CSVRecord> records = parser.iterator();
			boolean more = true;
			// a record may span several lines: it stands where the one before ended
			for (long line = 0; more && records.hasNext(); line = parser.getCurrentLineNumber()) {
				List<String> values = records.next().toList();
				more = consumer.take(row(name, (int) line, values), values);
			}
		}
		catch (IOException | UncheckedIOException | UnreadableFileException ex) {
			throw new UnmarkableException(this.file, String.valueOf(ex.getMessage()), ex);
		}
	}

	private static Row row(String name, int line, List<String> values) {
		List<Cell> cells = new ArrayList<>();
		for (int column = 0; column < values.size(); column++) {
			Cell cell = Content.text(new CellAddress(name, line, column), values.get(column));
			if (cell != null) {
				cells.add(cell);
			}
		}
		return new Row(line, cells);
	}

	/** Takes rows one by one. */
	private interface RowConsumer {

		/** Returns whether to go on. */
		boolean take(Row row, List<String> values) throws IOException;

	}

}
