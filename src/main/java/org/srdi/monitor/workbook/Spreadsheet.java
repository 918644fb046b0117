package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A workbook that is read, .xlsx, .xlsm or .xls, told apart by content and not by name.
 * Rows of .xlsx are read one by one, so that large sheets need little memory. Not for
 * several threads at once.
 */
public final class Spreadsheet implements AutoCloseable {

	private final Source source;

	private Spreadsheet(Source source) {
		this.source = source;
	}

	/**
	 * Opens a workbook.
	 * @throws UnreadableFileException if it is none, encrypted, damaged, empty or too
	 * large
	 * @throws UncheckedIOException if there is no such file or it may not be read
	 */
	public static Spreadsheet open(Path file) {
		try {
			return new Spreadsheet(switch (Signature.of(file)) {
				case ZIP -> XlsxSource.open(file);
				case COMPOUND -> XlsSource.open(file);
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read '" + file + "': " + ex.getMessage(), ex);
		}
	}

	/** Returns the sheets in the order of the file, hidden ones included. */
	public List<SheetInfo> sheets() {
		return this.source.sheets();
	}

	/**
	 * Returns the rows of a sheet that have content, from top to bottom, read while they
	 * are asked for; to be closed. Reading on may throw {@link UnreadableFileException}.
	 * @throws IllegalArgumentException if there is no such sheet
	 */
	public Stream<Row> rows(String sheet) {
		if (sheets().stream().noneMatch((known) -> known.name().equals(sheet))) {
			throw new IllegalArgumentException("There is no sheet '" + sheet + "': the workbook has "
					+ sheets().stream().map(SheetInfo::name).toList());
		}
		return this.source.rows(sheet);
	}

	/** Closes the file; streams of rows that are still open end with it. */
	@Override
	public void close() {
		this.source.close();
	}

}
