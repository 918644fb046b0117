package org.srdi.monitor.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.workbook.Row;
import org.srdi.monitor.workbook.SheetInfo;
import org.srdi.monitor.workbook.Spreadsheet;
import org.srdi.monitor.workbook.Trait;
import org.srdi.monitor.workbook.UnreadableFileException;

/**
 * Reads the reports of a file: the one of a form workbook, or a row each of a
 * consolidated one. Hidden sheets are left alone. May be shared by threads.
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
	 * @param name the name it came in with
	 * @param sha256 the hash of its bytes
	 * @throws UnreadableFileException if it cannot be opened
	 * @throws NoReportException if there is no report in it
	 */
	public List<FoundReport> read(Path file, String name, String sha256) {
		try (Opened opened = open(file, name, sha256)) {
			List<FoundReport> reports = new ArrayList<>();
			opened.reports().forEachRemaining(reports::add);
			if (reports.isEmpty()) {
				throw new NoReportException(opened.describe());
			}
			return reports;
		}
	}

	/**
	 * Returns all reports of a file that goes by its own name.
	 * @param sha256 the hash of its bytes
	 * @throws UnreadableFileException if it cannot be opened
	 * @throws NoReportException if there is no report in it
	 */
	public List<FoundReport> read(Path file, String sha256) {
		return read(file, String.valueOf(file.getFileName()), sha256);
	}

	/**
	 * Opens a file to read its reports one by one.
	 * @param name the name it came in with
	 * @param sha256 the hash of its bytes
	 * @throws UnreadableFileException if it cannot be opened
	 */
	public Opened open(Path file, String name, String sha256) {
		Spreadsheet spreadsheet = Spreadsheet.open(file, name);
		try {
			return new Opened(spreadsheet, sha256);
		}
		catch (UnreadableFileException ex) {
			spreadsheet.close();
			throw ex.named(name);
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

		private final List<Tolerated> peculiarities;

		private final FormParser form;

		private final CellReader formCells;

		private @Nullable ConsolidatedHeader header;

		private ConsolidatedAnswers answers = ConsolidatedAnswers.NONE;

		private Opened(Spreadsheet spreadsheet, String sha256) {
			this.spreadsheet = spreadsheet;
			this.sha256 = sha256;
			this.peculiarities = peculiarities(spreadsheet);
			this.formCells = new CellReader(spreadsheet.isText());
			this.form = new FormParser(ReportFile.this.vocabulary, this.formCells);
			for (SheetInfo sheet : spreadsheet.sheets()) {
				if (sheet.visible() && this.header == null) {
					readSheet(sheet.name());
				}
			}
			if (this.header != null) {
				this.answers = ConsolidatedAnswers.read(spreadsheet, this.header.sheet(), ReportFile.this.vocabulary);
			}
		}

		/** Reads a sheet as a form until it turns out to be a consolidated one. */
		private void readSheet(String sheet) {
			this.form.startSheet(sheet);
			try (Stream<Row> rows = this.spreadsheet.rows(sheet)) {
				Iterator<Row> iterator = rows.iterator();
				Row above = null;
				boolean headed = false;
				for (int i = 0; iterator.hasNext() && this.header == null; i++) {
					Row row = iterator.next();
					boolean heads = i < HEADING_WITHIN && ConsolidatedHeader.namesCode(row, ReportFile.this.vocabulary);
					this.header = (heads || (headed && i < HEADING_WITHIN)) ? ConsolidatedHeader.of(sheet, above, row,
							ReportFile.this.vocabulary, this.form.sheetUnit()) : null;
					if (this.header == null) {
						this.form.read(row);
					}
					above = row;
					headed = heads;
				}
			}
		}

		/** Returns whether the file has one row per enterprise. */
		public boolean isConsolidated() {
			return this.header != null;
		}

		/** Returns the reports, read as they are asked for; empty if there is none. */
		public Iterator<FoundReport> reports() {
			ConsolidatedHeader found = this.header;
			if (found != null) {
				return new ConsolidatedRows(found, this.spreadsheet.rows(found.sheet()).iterator(), this.answers,
						ReportFile.this.vocabulary, this.spreadsheet.isText(), this.peculiarities);
			}
			if (!this.form.foundReport()) {
				return List.<FoundReport>of().iterator();
			}
			return List
				.of(new FoundReport(0, this.sha256, this.form.report(), this.formCells.notes()).and(this.peculiarities))
				.iterator();
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

	private static List<Tolerated> peculiarities(Spreadsheet spreadsheet) {
		List<Tolerated> notes = new ArrayList<>();
		for (SheetInfo sheet : spreadsheet.sheets()) {
			if (!sheet.visible() && !sheet.name().startsWith(KeySheet.NAME)) {
				notes.add(new Tolerated(Tolerance.HIDDEN_SHEET, null, sheet.name(), ""));
			}
		}
		spreadsheet.traits().forEach((trait, detail) -> notes.add(new Tolerated(rule(trait), null, detail, "")));
		return notes;
	}

	private static Tolerance rule(Trait trait) {
		return Tolerance.valueOf(trait.name());
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
