package org.srdi.monitor.publication;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as comma-separated values. A text that a spreadsheet program would take for
 * a formula is preceded by an apostrophe; numbers stay as they are.
 */
final class CsvSink implements RowSink {

	private static final String FORMULA_STARTS = "=+-@\t\r";

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

	private final CSVPrinter printer;

	CsvSink(Writer writer) {
		try {
			this.printer = new CSVPrinter(writer, FORMAT);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@Override
	public void begin(List<String> columns) throws IOException {
		this.printer.printRecord(columns);
	}

	@Override
	public void row(List<@Nullable Object> values) throws IOException {
		for (Object value : values) {
			this.printer.print(cell(value));
		}
		this.printer.println();
	}

	private static @Nullable Object cell(@Nullable Object value) {
		if (value instanceof BigDecimal number) {
			return number.toPlainString();
		}
		if (value instanceof String text && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
			return "'" + text;
		}
		return value;
	}

	@Override
	public void end() {
		// every row has ended its line
	}

}
