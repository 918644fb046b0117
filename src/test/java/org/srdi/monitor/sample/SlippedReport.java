package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Due;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Section;
import org.srdi.monitor.validation.Facts;

/**
 * The report of a sample firm as it would be read from its workbook, before and after a
 * slip.
 *
 * @param period the month
 * @param right the figures as they should be
 * @param typed the figures as they are
 * @param lastMonth what was accepted for the month before
 * @param yearAgo what was accepted a year ago
 */
record SlippedReport(ReportingPeriod period, Map<FigureKey, BigDecimal> right, Map<FigureKey, BigDecimal> typed,
		Map<FigureKey, BigDecimal> lastMonth, Map<FigureKey, BigDecimal> yearAgo) {

	private static final Map<FigureKey, CellAddress> CELLS = cells();

	/** Takes the report of a firm; it leaves blank what is not due if it is sparing. */
	static SlippedReport of(Books books, ReportingPeriod period, boolean sparing) {
		Map<FigureKey, BigDecimal> figures = figures(books, period, sparing);
		return new SlippedReport(period, figures, figures, figures(books, period.previous(), sparing),
				figures(books, period.yearBefore(), sparing));
	}

	private static Map<FigureKey, BigDecimal> figures(Books books, ReportingPeriod period, boolean sparing) {
		Map<FigureKey, BigDecimal> figures = new LinkedHashMap<>(books.figures(SampleWorld.KEYS, period));
		if (sparing && !period.endsQuarter()) {
			figures.keySet().removeIf((key) -> field(key).due() == Due.QUARTERLY);
		}
		return figures;
	}

	static Field field(FigureKey key) {
		return SampleWorld.FORM.field(key.field()).orElseThrow();
	}

	private static Map<FigureKey, CellAddress> cells() {
		Map<FigureKey, CellAddress> cells = new LinkedHashMap<>();
		int row = 10;
		for (Section section : SampleWorld.FORM.sections()) {
			for (Field field : section.fields()) {
				for (FigureKey key : field.type().isFigure() ? field.figureKeys() : List.<FigureKey>of()) {
					cells.put(key, new CellAddress("月报", row, 3 + section.spans().indexOf(key.span())));
				}
				row++;
			}
		}
		return cells;
	}

	SlippedReport typing(Map<FigureKey, BigDecimal> figures) {
		return new SlippedReport(this.period, this.right, figures, this.lastMonth, this.yearAgo);
	}

	/** Forgets what is on file. */
	SlippedReport without(boolean lastMonth, boolean yearAgo) {
		return new SlippedReport(this.period, this.right, this.typed, lastMonth ? Map.of() : this.lastMonth,
				yearAgo ? Map.of() : this.yearAgo);
	}

	Facts facts() {
		return new Facts("示例企业(武汉)001", "35", false, SampleWorld.TO, false, orNull(this.lastMonth),
				orNull(this.yearAgo));
	}

	private static @Nullable Map<FigureKey, BigDecimal> orNull(Map<FigureKey, BigDecimal> figures) {
		return figures.isEmpty() ? null : figures;
	}

	Report report() {
		return report(Map.of());
	}

	Report report(Map<String, Answer> answers) {
		Map<FieldCode, Entry> entries = new LinkedHashMap<>();
		entry(entries, "period", this.period.toString(), 2);
		entry(entries, "operating_status", "正常", 3);
		Map<FigureKey, Figure> figures = new LinkedHashMap<>();
		Map<String, CellAddress> blanks = new LinkedHashMap<>();
		CELLS.forEach((key, cell) -> {
			BigDecimal amount = this.typed.get(key);
			if (amount != null) {
				figures.put(key, new Figure(cell, amount.toPlainString(), amount));
			}
			else {
				blanks.put(key.toString(), cell);
			}
		});
		return new Report(entries, figures, List.of(), blanks, answers);
	}

	private static void entry(Map<FieldCode, Entry> entries, String field, String text, int row) {
		entries.put(FieldCode.of(field), new Entry(new CellAddress("月报", row, 3), text));
	}

}
