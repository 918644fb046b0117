package org.srdi.monitor.workbook;

import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes tables as csv that spreadsheet programs open as they are: UTF-8 with a byte
 * order mark, and an apostrophe before text that would be taken for a formula.
 */
public final class CsvFile {

	private CsvFile() {
	}

	/**
	 * Writes a table; the file is either whole or not there.
	 * @param rows the rows, the headings first
	 * @throws UncheckedIOException if the file cannot be written
	 */
	public static void write(Path file, Iterable<List<String>> rows) {
		WholeFile.write(file, (out) -> {
			Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
			writer.write('\uFEFF');
			for (List<String> row : rows) {
				CsvCopy.writeLine(writer, row);
			}
			writer.flush();
		});
	}

}
