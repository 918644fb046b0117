package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A spreadsheet that is read, .xlsx, .xlsm, .xls or separated text, told apart by content
 * and not by name. Rows of .xlsx and text are read one by one, so that large sheets need
 * little memory. Not for several threads at once.
 */
public final class Spreadsheet implements AutoCloseable {

	private final Source source;

	private final Signature signature;

	private final String name;

	private Spreadsheet(Source source, Signature signature, String name) {
		this.source = source;
		this.signature = signature;
		this.name = name;
	}

	/**
	 * Opens a spreadsheet.
	 * @throws UnreadableFileException if it is none, encrypted, damaged, empty or too
	 * large
	 * @throws UncheckedIOException if there is no such file or it may not be read
	 */
	public static Spreadsheet open(Path file) {
		return open(file, String.valueOf(file.getFileName()));
	}

	/**
	 * Opens a spreadsheet that is kept under another name than it came in with.
	 * @param name the name it came in with, which messages give
	 * @throws UnreadableFileException if it is none, encrypted, damaged, empty or too
	 * large
	 * @throws UncheckedIOException if there is no such file or it may not be read
	 */
	public static Spreadsheet open(Path file, String name) {
		try {
			Signature signature = Signature.of(file, name);
			return new Spreadsheet(switch (signature) {
				case ZIP -> XlsxSource.open(file);
				case COMPOUND -> XlsSource.open(file);
				case TEXT -> CsvSource.open(file, name);
			}, signature, name);
		}
		catch (UnreadableFileException ex) {
			throw ex.named(name);
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

	/** Returns whether it is separated text, which knows no types. */
	public boolean isText() {
		return this.signature == Signature.TEXT;
	}

	/** Returns what is peculiar about the file, with the particulars. */
	public Map<Trait, String> traits() {
		Map<Trait, String> traits = new EnumMap<>(Trait.class);
		traits.putAll(this.source.traits());
		if (!this.signature.goesBy(this.name)) {
			traits.put(Trait.EXTENSION, this.signature.format());
		}
		return traits;
	}

	/** Closes the file; streams of rows that are still open end with it. */
	@Override
	public void close() {
		this.source.close();
	}

}
