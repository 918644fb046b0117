package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.List;

import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.RuleDefinition;

/**
 * The month and the year to date of one field.
 *
 * @param month the figure of the month
 * @param year the cumulative figure
 */
record MonthAndYear(Term month, Term year) {

	/**
	 * Returns the pairs of the fields of a rule; of all with both columns if it names
	 * none.
	 */
	static List<MonthAndYear> all(RuleDefinition rule, Terms terms, Span year) {
		return terms.fields(rule.fields())
			.filter((field) -> field.spans().contains(month(year)) && field.spans().contains(year))
			.map((field) -> new MonthAndYear(terms.of(field.code(), month(year)), terms.of(field.code(), year)))
			.toList();
	}

	/** Returns the pairs whose figures cannot be negative, so that months only add. */
	static List<MonthAndYear> unsigned(RuleDefinition rule, Terms terms, Span year) {
		return all(rule, terms, year).stream().filter((pair) -> !isSigned(pair.year.field())).toList();
	}

	private static boolean isSigned(Field field) {
		return field.isSigned();
	}

	private static Span month(Span year) {
		return (year == Span.YTD) ? Span.M : Span.M_LY;
	}

	Values values(Report report, BigDecimal month, BigDecimal year) {
		return Values.at(this.year.cell(report))
			.label(this.year)
			.column("column", this.year)
			.column("month-column", this.month)
			.put("ytd", this.year.text(year))
			.put("month", this.month.text(month))
			.unit(this.year);
	}

}
