package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Report;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;

/**
 * The rows of a consolidated workbook that are reports. Looks one ahead, so that rows
 * that are passed over are told with the report before them.
 */
final class ConsolidatedRows implements Iterator<FoundReport> {

	private final ConsolidatedHeader header;

	private final Iterator<Row> rows;

	private final ConsolidatedAnswers answers;

	private final Vocabulary vocabulary;

	/** Whether the file is text, where every number is typed as text. */
	private final boolean textual;

	/** What is told with every report of the file. */
	private final List<Tolerated> everywhere;

	private @Nullable FoundReport next;

	private List<Tolerated> passedOver = new ArrayList<>();

	private boolean started;

	ConsolidatedRows(ConsolidatedHeader header, Iterator<Row> rows, ConsolidatedAnswers answers, Vocabulary vocabulary,
			boolean textual, List<Tolerated> peculiarities) {
		this.header = header;
		this.rows = rows;
		this.answers = answers;
		this.vocabulary = vocabulary;
		this.textual = textual;
		this.everywhere = peculiarities;
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
		return report.and(this.header.aliases()).and(this.passedOver).and(this.everywhere);
	}

	private @Nullable FoundReport find() {
		while (this.rows.hasNext()) {
			Row row = this.rows.next();
			if (this.answers.include(row)) {
				return null;
			}
			if (!isHeading(row)) {
				CellReader cells = new CellReader(this.textual);
				Report report = this.header.report(row, cells);
				if (report != null) {
					this.started = true;
					return new FoundReport(row.index() + 1, ContentHash.of(report), this.answers.answered(report),
							cells.notes());
				}
				passOver(row.cells().get(0));
			}
		}
		return null;
	}

	private boolean isHeading(Row row) {
		Cell code = row.cell(this.header.creditCodeColumn());
		return code != null && code.kind() == Cell.Kind.TEXT && this.vocabulary.word(code.text()).field() != null;
	}

	/** Titles above the first report are no news. */
	private void passOver(Cell first) {
		if (this.started) {
			this.passedOver.add(new Tolerated(Tolerance.TOTAL_ROW, first.address(), first.text(), ""));
		}
	}

}
