package org.srdi.monitor.workbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.workbook.UnreadableFileException.Reason;

/**
 * A csv file in UTF-8, with or without byte order mark, as one sheet named as the file.
 */
final class CsvFile implements Table.Sheets {

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

	private final Path file;

	private final String name;

	private final CSVParser parser;

	private CsvFile(Path file, CSVParser parser) {
		this.file = file;
		this.name = String.valueOf(file.getFileName());
		this.parser = parser;
	}

	static CsvFile open(Path file) {
		try {
			if (Files.size(file) == 0) {
				throw new UnreadableFileException(Reason.EMPTY, file, null);
			}
			BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
			try {
				skipMark(reader);
				return new CsvFile(file, CSVParser.builder().setReader(reader).setFormat(FORMAT).get());
			}
			catch (IOException ex) {
				reader.close();
				throw ex;
			}
		}
		catch (CharacterCodingException ex) {
			throw notUtf8(file, ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read '" + file + "': " + ex.getMessage(), ex);
		}
	}

	private static void skipMark(BufferedReader reader) throws IOException {
		reader.mark(1);
		if (reader.read() != '\uFEFF') {
			reader.reset();
		}
	}

	private static UnreadableFileException notUtf8(Path file, Throwable cause) {
		return new UnreadableFileException(Reason.NOT_A_WORKBOOK, "not-utf-8", file, cause);
	}

	@Override
	public List<String> names() {
		return List.of(this.name);
	}

	@Override
	public Stream<Row> rows(String sheet) {
		List<Row> rows = new ArrayList<>();
		Iterator<CSVRecord> records = this.parser.iterator();
		try {
			// a record may span several lines: it stands where the one before ended
			for (long line = 0; records.hasNext(); line = this.parser.getCurrentLineNumber()) {
				List<Cell> cells = cells(records.next(), (int) line);
				if (!cells.isEmpty()) {
					rows.add(new Row((int) line, cells));
				}
			}
		}
		catch (UncheckedIOException ex) {
			throw (ex.getCause() instanceof CharacterCodingException) ? notUtf8(this.file, ex)
					: new UnreadableFileException(Reason.DAMAGED, "damaged-csv", this.file, ex);
		}
		return rows.stream();
	}

	private List<Cell> cells(CSVRecord values, int line) {
		List<Cell> cells = new ArrayList<>();
		for (int column = 0; column < values.size(); column++) {
			Cell cell = Content.text(new CellAddress(this.name, line, column), values.get(column));
			if (cell != null) {
				cells.add(cell);
			}
		}
		return cells;
	}

	@Override
	public void close() {
		try {
			this.parser.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
