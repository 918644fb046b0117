package org.srdi.monitor.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.srdi.monitor.core.ReportingPeriod;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Exports what a month left in the tables, row by row, for other programs.
 * <p>
 * Rows are ordered by business keys (credit code, version, position) and carry no
 * surrogate ids, run ids or processing times: two databases with the same content export
 * the same bytes. Both formats are UTF-8 without byte order mark and end lines by a line
 * feed; decimals are plain, instants are local times of Asia/Shanghai.
 */
public final class Exports {

	/**
	 * Rows asked from the database at a time, so that a big month does not fill the
	 * memory.
	 */
	private static final int FETCH_SIZE = 500;

	private final JdbcClient jdbc;

	Exports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Writes a table of a period as UTF-8 and flushes, but does not close the stream.
	 * @throws UncheckedIOException if the stream cannot be written
	 */
	public void write(Kind kind, ReportingPeriod period, Format format, OutputStream out) {
		write(kind, period, format, new OutputStreamWriter(out, StandardCharsets.UTF_8));
	}

	/**
	 * Writes a table of a period and flushes, but does not close the writer.
	 * @throws UncheckedIOException if the writer cannot be written
	 */
	public void write(Kind kind, ReportingPeriod period, Format format, Writer writer) {
		RowSink sink = switch (format) {
			case CSV -> new CsvSink(writer);
			case JSON -> new JsonSink(writer);
		};
		try {
			this.jdbc.sql(kind.sql())
				.withFetchSize(FETCH_SIZE)
				.param("period", period.toString())
				.query(new ExportedRows(sink));
			sink.end();
			writer.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The export of " + kind.key() + " cannot be written", ex);
		}
	}

	/** What can be exported. */
	public enum Kind {

		/** The indicators of every group. */
		INDICATORS(ExportQueries.INDICATORS),
		/** The figures of the latest accepted report of every enterprise. */
		REPORTS(ExportQueries.REPORTS),
		/** What the checks found in every version. */
		VIOLATIONS(ExportQueries.VIOLATIONS),
		/** How far every enterprise is on the way to its yearly targets. */
		FLAGS(ExportQueries.FLAGS),
		/** Every version that came in and what became of it. */
		SUBMISSIONS(ExportQueries.SUBMISSIONS);

		private final String sql;

		Kind(String sql) {
			this.sql = sql;
		}

		String sql() {
			return this.sql;
		}

		/** Returns the name used on the command line: {@code indicators}. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** How it is written. */
	public enum Format {

		/** Comma-separated values with a header of column names (RFC 4180). */
		CSV,
		/** An array of objects, numbers as numbers, blanks as null. */
		JSON;

		/** Returns the name used on the command line, which is the file extension. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
