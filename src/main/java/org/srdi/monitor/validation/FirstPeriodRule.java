package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.RuleDefinition;

/** Demands that in the first period of a year month and year to date are the same. */
record FirstPeriodRule(Wording wording, List<MonthAndYear> pairs, Calendar calendar,
		@Nullable BigDecimal tolerance) implements Rule {

	private static final int TERMS = 2;

	static FirstPeriodRule of(RuleDefinition rule, Wording wording, Terms terms, Calendar calendar) {
		return new FirstPeriodRule(wording, MonthAndYear.all(rule, terms, Span.YTD), calendar, rule.tolerance());
	}

	@Override
	public Violations check(Report report, Facts facts) {
		ReportingPeriod period = Calendar.periodOf(report);
		if (period == null || !this.calendar.startsYear(period)) {
			return Violations.NONE;
		}
		return this.pairs.stream().map((pair) -> check(pair, report)).collect(Violations.merging());
	}

	private Violations check(MonthAndYear pair, Report report) {
		BigDecimal month = pair.month().amount(report);
		BigDecimal year = pair.year().amount(report);
		if (month == null || year == null) {
			return Violations.NONE; // absent figures are another rule's business
		}
		BigDecimal allowed = pair.year().allowed(this.tolerance, TERMS);
		if (year.subtract(month).abs().compareTo(allowed) <= 0) {
			return Violations.NONE;
		}
		CellAddress cell = pair.month().cell(report);
		Values values = pair.values(report, month, year).put("cell", String.valueOf(cell));
		return Violations.of(this.wording.violation(report, cell, values));
	}

}
