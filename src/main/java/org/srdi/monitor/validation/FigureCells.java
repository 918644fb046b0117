package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Section;

/**
 * The cells of a field with figures.
 *
 * @param field the field
 * @param section the block it stands in
 * @param terms what its figures are called
 */
record FigureCells(Field field, Section section, Terms terms) {

	void check(Report report, Duty duty, @Nullable String division, List<Problem> problems) {
		boolean applies = this.field.appliesTo(division);
		for (Span span : this.field.spans()) {
			Figure figure = report.figure(new FigureKey(this.field.code(), span));
			if (figure != null && !applies) {
				problems
					.add(problem(figure.cell(), span, figure.text(), "cell.not-applicable", String.valueOf(division)));
			}
			else if (figure != null) {
				checkFilled(figure, span, problems);
			}
			else if (applies && duty.isDue(this.field, span)) {
				problems.add(problem(cell(report, span), span, "", "cell.blank"));
			}
		}
	}

	private void checkFilled(Figure figure, Span span, List<Problem> problems) {
		BigDecimal amount = figure.amount();
		if (amount == null) {
			String key = figure.text().equals(Figure.NOT_COMPUTED) ? "cell.not-computed" : "cell.no-number";
			problems.add(problem(figure.cell(), span, figure.text(), key));
		}
		else if (isOutOfBounds(amount)) {
			problems.add(problem(figure.cell(), span, figure.text(), "cell.out-of-bounds",
					bound(this.field.min(), span), bound(this.field.max(), span), String.valueOf(this.field.unit())));
		}
		else if (amount.stripTrailingZeros().scale() > this.field.type().decimals()) {
			String key = (this.field.type().decimals() == 0) ? "cell.no-whole-number" : "cell.too-many-decimals";
			problems
				.add(problem(figure.cell(), span, figure.text(), key, String.valueOf(this.field.type().decimals())));
		}
	}

	private boolean isOutOfBounds(BigDecimal amount) {
		BigDecimal min = this.field.min();
		BigDecimal max = this.field.max();
		return (min != null && amount.compareTo(min) < 0) || (max != null && amount.compareTo(max) > 0);
	}

	private String bound(@Nullable BigDecimal bound, Span span) {
		return (bound != null) ? term(span).text(bound) : "";
	}

	/**
	 * Returns where a blank figure would stand: where it was missed, or in the row of its
	 * field's other figures and the column of its block's other figures of that span;
	 * null where the report does not show both, or has all figures in one row.
	 */
	private @Nullable CellAddress cell(Report report, Span span) {
		CellAddress missed = report.cell(new FigureKey(this.field.code(), span));
		if (missed != null) {
			return missed;
		}
		CellAddress row = first(this.field.spans().stream().map((other) -> new FigureKey(this.field.code(), other)),
				report);
		CellAddress column = first(this.section.fields().stream().map((other) -> new FigureKey(other.code(), span)),
				report);
		if (row == null || column == null || !row.sheet().equals(column.sheet()) || row.row() == column.row()) {
			return null;
		}
		return new CellAddress(row.sheet(), row.row(), column.column());
	}

	private static @Nullable CellAddress first(Stream<FigureKey> keys, Report report) {
		return keys.map(report::figure).filter((figure) -> figure != null).map(Figure::cell).findFirst().orElse(null);
	}

	private Problem problem(@Nullable CellAddress cell, Span span, String read, String key, String... arguments) {
		Term term = term(span);
		return Problem.of(cell, term.label() + "（" + term.heading().label() + "）",
				term.labelEn() + " (" + term.heading().labelEn() + ")", read, key, arguments);
	}

	private Term term(Span span) {
		return this.terms.of(this.field.code(), span);
	}

}
