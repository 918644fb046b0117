package org.srdi.monitor.definition.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A list in a CSV file (UTF-8) with the place of every value. */
final class CsvFile {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(true).get();

	private final String name;

	private final Mistakes mistakes;

	private final String text;

	private final List<String> header = new ArrayList<>();

	private final List<Row> rows = new ArrayList<>();

	private CsvFile(String name, String text, Mistakes mistakes) {
		this.name = name;
		this.text = text;
		this.mistakes = mistakes;
	}

	/**
	 * Reads a list; mistakes of its header and its shape are told.
	 * @param content the bytes of the file; null where it is missing, which was told
	 * @param columns the columns it must have, in any order
	 */
	static CsvFile read(String name, byte @Nullable [] content, List<String> columns, Mistakes mistakes) {
		String text = (content != null) ? new String(content, StandardCharsets.UTF_8) : "";
		CsvFile file = new CsvFile(name, text.startsWith("\uFEFF") ? text.substring(1) : text, mistakes);
		if (content != null) {
			file.parse(columns);
		}
		return file;
	}

	private void parse(List<String> columns) {
		try (CSVParser parser = CSVParser.parse(new StringReader(this.text), FORMAT)) {
			readRows(parser, columns);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (this.header.isEmpty()) {
			tell(Place.START, "csv.header-missing", String.join(",", columns));
		}
	}

	private void readRows(CSVParser parser, List<String> columns) {
		try {
			for (CSVRecord row : parser) {
				if (this.header.isEmpty()) {
					readHeader(row, columns);
				}
				else {
					readRow(row);
				}
			}
		}
		catch (UncheckedIOException | IllegalStateException ex) {
			long line = Math.min(parser.getCurrentLineNumber() + 1, this.text.lines().count());
			tell(new Place((int) line, 1), "csv.syntax", String.valueOf(ex.getMessage()));
		}
	}

	private void readHeader(CSVRecord row, List<String> columns) {
		row.forEach(this.header::add);
		for (String column : columns) {
			if (!this.header.contains(column)) {
				tell(Place.START, "csv.column-missing", column);
			}
		}
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < this.header.size(); i++) {
			if (!columns.contains(this.header.get(i))) {
				tell(place(row, i), "csv.column-unknown", this.header.get(i));
			}
			else if (!seen.add(this.header.get(i))) {
				tell(place(row, i), "csv.column-twice", this.header.get(i));
			}
		}
	}

	private void readRow(CSVRecord row) {
		if (row.size() == this.header.size()) {
			this.rows.add(new Row(row));
		}
		else {
			tell(place(row, 0), "csv.width", this.header.size(), row.size());
		}
	}

	List<Row> rows() {
		return this.rows;
	}

	private void tell(Place place, String key, Object... arguments) {
		this.mistakes.add(this.name, place, Words.of(key, arguments));
	}

	private Place place(CSVRecord row, int column) {
		int start = (int) row.getCharacterPosition();
		int value = fieldStart(start, column);
		int line = 1 + (int) this.text.substring(0, value).chars().filter((c) -> c == '\n').count();
		return new Place(line, value - this.text.lastIndexOf('\n', value - 1));
	}

	private int fieldStart(int rowStart, int column) {
		boolean quoted = false;
		int commas = 0;
		int i = rowStart;
		while (commas < column && i < this.text.length()) {
			char c = this.text.charAt(i++);
			quoted = (c == '"') != quoted;
			commas += (c == ',' && !quoted) ? 1 : 0;
		}
		return i;
	}

	/** A row of the list. */
	final class Row {

		private final CSVRecord values;

		private Row(CSVRecord values) {
			this.values = values;
		}

		/**
		 * Returns the value of the column, empty if it is blank or there is no column.
		 */
		String value(String column) {
			int index = CsvFile.this.header.indexOf(column);
			return (index >= 0) ? this.values.get(index) : "";
		}

		/** Tells a mistake in the value of that column. */
		void mistake(String column, String key, Object... arguments) {
			int index = Math.max(0, CsvFile.this.header.indexOf(column));
			tell(place(this.values, index), key, arguments);
		}

		/** Returns the value, or null (told) if it is blank. */
		@Nullable String required(String column) {
			String value = value(column);
			if (!value.isEmpty()) {
				return value;
			}
			mistake(column, "csv.blank", column);
			return null;
		}

		/**
		 * Returns the value read by that reader, or null if it is blank or unreadable
		 * (told).
		 */
		<T> @Nullable T read(String column, Words expected, Reader<T> reader) {
			String value = value(column);
			if (value.isEmpty()) {
				return null;
			}
			try {
				return reader.read(value);
			}
			catch (RuntimeException ex) {
				mistake(column, "unreadable", column, value, expected);
				return null;
			}
		}

	}

	/** Reads a text, or throws any runtime exception if it is unreadable. */
	@FunctionalInterface
	interface Reader<T> {

		T read(String text);

	}

}
