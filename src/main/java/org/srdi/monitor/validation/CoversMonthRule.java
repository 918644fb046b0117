package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.RuleDefinition;

/** Demands that the cumulative figure is not below that of its last month. */
record CoversMonthRule(Wording wording, List<MonthAndYear> pairs, @Nullable BigDecimal tolerance) implements Rule {

	private static final int TERMS = 2;

	static CoversMonthRule of(RuleDefinition rule, Wording wording, Terms terms) {
		List<MonthAndYear> pairs = rule.spans()
			.stream()
			.flatMap((span) -> MonthAndYear.unsigned(rule, terms, span).stream())
			.toList();
		return new CoversMonthRule(wording, pairs, rule.tolerance());
	}

	@Override
	public Violations check(Report report, Facts facts) {
		return this.pairs.stream().map((pair) -> check(pair, report)).collect(Violations.merging());
	}

	private Violations check(MonthAndYear pair, Report report) {
		BigDecimal month = pair.month().amount(report);
		BigDecimal year = pair.year().amount(report);
		if (month == null || year == null) {
			return Violations.NONE; // absent figures are another rule's business
		}
		Term term = pair.year();
		BigDecimal allowed = term.allowed(this.tolerance, TERMS);
		if (month.subtract(year).compareTo(allowed) <= 0) {
			return Violations.NONE;
		}
		Values values = pair.values(report, month, year).put("allowed", term.text(allowed));
		return Violations.of(this.wording.violation(report, term.cell(report), values));
	}

}
