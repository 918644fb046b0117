package org.srdi.monitor.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.workbook.Cell;
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

		private final boolean textual;

		private final FormParser form;

		private final CellReader formCells;

		private @Nullable ConsolidatedHeader header;

		private final Map<String, Map<String, Answer>> answers = new HashMap<>();

		/** Where a list of problems follows the rows on their own sheet. */
		private int lastRow = Integer.MAX_VALUE;

		private Opened(Spreadsheet spreadsheet, String sha256) {
			this.spreadsheet = spreadsheet;
			this.sha256 = sha256;
			this.textual = spreadsheet.isText();
			this.peculiarities = peculiarities(spreadsheet);
			this.formCells = new CellReader(this.textual);
			this.form = new FormParser(ReportFile.this.vocabulary, this.formCells);
			for (SheetInfo sheet : spreadsheet.sheets()) {
				if (sheet.visible() && this.header == null) {
					readSheet(sheet.name());
				}
			}
			if (this.header != null) {
				readAnswers(this.header.sheet());
			}
		}

		/**
		 * Reads the answers that came with a consolidated workbook: they stand on a sheet
		 * of their own, in text below the rows.
		 */
		private void readAnswers(String reports) {
			for (SheetInfo sheet : this.spreadsheet.sheets()) {
				if (sheet.visible() && (this.textual || !sheet.name().equals(reports))) {
					try (Stream<Row> rows = this.spreadsheet.rows(sheet.name())) {
						readAnswers(rows.iterator());
					}
				}
			}
		}

		private void readAnswers(Iterator<Row> rows) {
			AnswerColumns columns = null;
			while (rows.hasNext()) {
				Row row = rows.next();
				AnswerColumns.Given given = (columns != null) ? columns.read(row) : null;
				if (given != null && given.creditCode() != null) {
					this.answers.computeIfAbsent(given.creditCode(), (code) -> new LinkedHashMap<>())
						.put(given.answer().problem(), given.answer());
				}
				if (columns == null && isProblemHeading(row)) {
					columns = AnswerColumns.of(row);
					this.lastRow = this.textual ? row.index() : this.lastRow;
				}
			}
		}

		private boolean isProblemHeading(Row row) {
			return row.cells()
				.stream()
				.anyMatch((cell) -> cell.kind() == Cell.Kind.TEXT
						&& ReportFile.this.vocabulary.word(cell.text()).problemKey());
		}

		private Report answered(Report report) {
			String code = report.text("credit_code");
			Map<String, Answer> given = (code != null) ? this.answers.get(CreditCode.normalise(code)) : null;
			return (given != null)
					? new Report(report.entries(), report.figures(), report.products(), report.blanks(), given)
					: report;
		}

		/** Reads a sheet as a form until it turns out to be a consolidated one. */
		private void readSheet(String sheet) {
			this.form.startSheet(sheet);
			try (Stream<Row> rows = this.spreadsheet.rows(sheet)) {
				Iterator<Row> iterator = rows.iterator();
				Row above = null;
				for (int i = 0; iterator.hasNext() && this.header == null; i++) {
					Row row = iterator.next();
					this.header = (i < HEADING_WITHIN) ? ConsolidatedHeader.of(sheet, above, row,
							ReportFile.this.vocabulary, this.form.sheetUnit()) : null;
					if (this.header == null) {
						this.form.read(row);
					}
					above = row;
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
				return new Rows(found, this.spreadsheet.rows(found.sheet()).iterator());
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

		/**
		 * The rows of a consolidated workbook that are reports. Looks one ahead, so that
		 * rows that are passed over are told with the report before them.
		 */
		private final class Rows implements Iterator<FoundReport> {

			private final ConsolidatedHeader header;

			private final Iterator<Row> rows;

			private @Nullable FoundReport next;

			private List<Tolerated> passedOver = new ArrayList<>();

			private boolean started;

			Rows(ConsolidatedHeader header, Iterator<Row> rows) {
				this.header = header;
				this.rows = rows;
				this.next = find();
			}

			@Override
			public boolean hasNext() {
				return this.next != null;
			}

			@Override
			public FoundReport next() {
				FoundReport report = this.next;
				if (report == null) {
					throw new NoSuchElementException("There are no more reports");
				}
				this.passedOver = new ArrayList<>();
				this.next = find();
				return report.and(this.header.aliases()).and(this.passedOver).and(Opened.this.peculiarities);
			}

			private @Nullable FoundReport find() {
				while (this.rows.hasNext()) {
					Row row = this.rows.next();
					if (row.index() >= Opened.this.lastRow) {
						return null;
					}
					if (!isHeading(row)) {
						CellReader cells = new CellReader(Opened.this.textual);
						Report report = this.header.report(row, cells);
						if (report != null) {
							this.started = true;
							return new FoundReport(row.index() + 1, ContentHash.of(report), answered(report),
									cells.notes());
						}
						passOver(row.cells().get(0));
					}
				}
				return null;
			}

			private boolean isHeading(Row row) {
				Cell code = row.cell(this.header.creditCodeColumn());
				return code != null && code.kind() == Cell.Kind.TEXT
						&& ReportFile.this.vocabulary.word(code.text()).field() != null;
			}

			/** Titles above the first report are no news. */
			private void passOver(Cell first) {
				if (this.started) {
					this.passedOver.add(new Tolerated(Tolerance.TOTAL_ROW, first.address(), first.text(), ""));
				}
			}

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
