package org.srdi.monitor.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;
import org.srdi.monitor.workbook.SheetInfo;
import org.srdi.monitor.workbook.Spreadsheet;
import org.srdi.monitor.workbook.UnreadableFileException;

/**
 * Reads the reports of a file: the one of a form workbook, or a row each of a
 * consolidated one. Hidden sheets are left alone.
 */
public final class ReportFile {

	/** A heading further down than this is not looked for. */
	private static final int HEADING_WITHIN = 50;

	private final Vocabulary vocabulary;

	/** Reads files of that form. */
	public ReportFile(Form form) {
		this.vocabulary = new Vocabulary(form);
	}

	/**
	 * Returns all reports of a file.
	 * @param sha256 the hash of its bytes
	 * @throws UnreadableFileException if it cannot be opened
	 * @throws NoReportException if there is no report in it
	 */
	public List<FoundReport> read(Path file, String sha256) {
		try (Opened opened = open(file, sha256)) {
			List<FoundReport> reports = new ArrayList<>();
			opened.reports().forEachRemaining(reports::add);
			if (reports.isEmpty()) {
				throw new NoReportException(opened.describe());
			}
			return reports;
		}
	}

	/**
	 * Opens a file to read its reports one by one.
	 * @param sha256 the hash of its bytes
	 * @throws UnreadableFileException if it cannot be opened
	 */
	public Opened open(Path file, String sha256) {
		Spreadsheet spreadsheet = Spreadsheet.open(file);
		try {
			return new Opened(spreadsheet, sha256);
		}
		catch (RuntimeException ex) {
			spreadsheet.close();
			throw ex;
		}
	}

	/** A file whose reports are being read. */
	public final class Opened implements AutoCloseable {

		private final Spreadsheet spreadsheet;

		private final String sha256;

		private final List<String> sheets;

		private @Nullable ConsolidatedHeader header;

		private Opened(Spreadsheet spreadsheet, String sha256) {
			this.spreadsheet = spreadsheet;
			this.sha256 = sha256;
			this.sheets = spreadsheet.sheets().stream().filter(SheetInfo::visible).map(SheetInfo::name).toList();
			for (String sheet : this.sheets) {
				this.header = (this.header != null) ? this.header : findHeader(sheet);
			}
		}

		private @Nullable ConsolidatedHeader findHeader(String sheet) {
			try (Stream<Row> rows = this.spreadsheet.rows(sheet)) {
				Iterator<Row> iterator = rows.iterator();
				for (int i = 0; i < HEADING_WITHIN && iterator.hasNext(); i++) {
					ConsolidatedHeader found = ConsolidatedHeader.of(sheet, iterator.next(),
							ReportFile.this.vocabulary);
					if (found != null) {
						return found;
					}
				}
				return null;
			}
		}

		/** Returns whether the file has one row per enterprise. */
		public boolean isConsolidated() {
			return this.header != null;
		}

		/** Returns the reports, read as they are asked for; empty if there is none. */
		public Iterator<FoundReport> reports() {
			if (this.header == null) {
				return readForm().iterator();
			}
			ConsolidatedHeader found = this.header;
			return this.spreadsheet.rows(found.sheet())
				.filter((row) -> !isHeading(row, found))
				.flatMap((row) -> found(row, found.report(row)))
				.iterator();
		}

		private boolean isHeading(Row row, ConsolidatedHeader found) {
			Cell code = row.cell(found.creditCodeColumn());
			return code != null && ReportFile.this.vocabulary.byName(code.text()) != null;
		}

		private Stream<FoundReport> found(Row row, @Nullable Report report) {
			return (report != null) ? Stream.of(new FoundReport(row.index() + 1, ContentHash.of(report), report))
					: Stream.empty();
		}

		private List<FoundReport> readForm() {
			FormParser parser = new FormParser(ReportFile.this.vocabulary);
			for (String sheet : this.sheets) {
				parser.startSheet(sheet);
				try (Stream<Row> rows = this.spreadsheet.rows(sheet)) {
					rows.forEach(parser::read);
				}
			}
			return parser.foundReport() ? List.of(new FoundReport(0, this.sha256, parser.report())) : List.of();
		}

		private String describe() {
			return String.join(", ",
					this.spreadsheet.sheets()
						.stream()
						.map((sheet) -> sheet.visible() ? sheet.name() : sheet.name() + " (hidden)")
						.toList());
		}

		@Override
		public void close() {
			this.spreadsheet.close();
		}

	}

	/** Tells that a workbook holds no report. */
	public static final class NoReportException extends RuntimeException {

		private final String sheets;

		NoReportException(String sheets) {
			super("No report in the sheets " + sheets);
			this.sheets = sheets;
		}

		/** Returns what was looked at and what to do. */
		public String messageFor(Locale locale) {
			return Texts.of("submission", locale).get("no-report", this.sheets);
		}

	}

}
