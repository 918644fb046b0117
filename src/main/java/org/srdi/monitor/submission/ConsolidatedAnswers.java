package org.srdi.monitor.submission;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;
import org.srdi.monitor.workbook.SheetInfo;
import org.srdi.monitor.workbook.Spreadsheet;

/**
 * The answers that came with a consolidated workbook: they stand on a sheet of their own,
 * in text below the rows.
 */
final class ConsolidatedAnswers {

	static final ConsolidatedAnswers NONE = new ConsolidatedAnswers();

	private final Map<String, Map<String, Answer>> answers = new HashMap<>();

	/** Where a list of problems follows the rows on their own sheet. */
	private int end = Integer.MAX_VALUE;

	private ConsolidatedAnswers() {
	}

	/**
	 * Reads the answers of a file.
	 * @param reports the sheet that the reports are on
	 */
	static ConsolidatedAnswers read(Spreadsheet spreadsheet, String reports, Vocabulary vocabulary) {
		ConsolidatedAnswers found = new ConsolidatedAnswers();
		for (SheetInfo sheet : spreadsheet.sheets()) {
			if (sheet.visible() && (spreadsheet.isText() || !sheet.name().equals(reports))) {
				try (Stream<Row> rows = spreadsheet.rows(sheet.name())) {
					found.read(rows.iterator(), vocabulary, spreadsheet.isText());
				}
			}
		}
		return found;
	}

	private void read(Iterator<Row> rows, Vocabulary vocabulary, boolean textual) {
		AnswerColumns columns = null;
		while (rows.hasNext()) {
			Row row = rows.next();
			if (columns != null) {
				add(columns.read(row));
			}
			else if (isHeading(row, vocabulary)) {
				columns = AnswerColumns.of(row);
				this.end = textual ? row.index() : this.end;
			}
		}
	}

	private void add(AnswerColumns.@Nullable Given given) {
		if (given != null && given.creditCode() != null) {
			this.answers.computeIfAbsent(given.creditCode(), (code) -> new LinkedHashMap<>())
				.put(given.answer().problem(), given.answer());
		}
	}

	private static boolean isHeading(Row row, Vocabulary vocabulary) {
		return row.cells()
			.stream()
			.anyMatch((cell) -> cell.kind() == Cell.Kind.TEXT && vocabulary.word(cell.text()).problemKey());
	}

	/** Returns whether a row of the sheet of reports belongs to the list of problems. */
	boolean include(Row row) {
		return row.index() >= this.end;
	}

	/** Returns the report with the answers that came for it. */
	Report answered(Report report) {
		String code = report.text("credit_code");
		Map<String, Answer> given = (code != null) ? this.answers.get(CreditCode.normalise(code)) : null;
		return (given != null)
				? new Report(report.entries(), report.figures(), report.products(), report.blanks(), given) : report;
	}

}
