package org.srdi.monitor.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes a table as UTF-8 text, row by row. */
final class CsvFile implements AutoCloseable {

	private final BufferedWriter writer;

	CsvFile(Path file, String... header) {
		try {
			this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		row((Object[]) header);
	}

	void row(Object... values) {
		String line = Arrays.stream(values).map((value) -> quoted(value.toString())).collect(Collectors.joining(","));
		try {
			this.writer.write(line + "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String quoted(String text) {
		boolean plain = text.chars().noneMatch((character) -> ",\"\n".indexOf(character) >= 0);
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}

	@Override
	public void close() {
		try {
			this.writer.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
