package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.RuleDefinition;

/**
 * Demands that the cumulative figure is that of the month before plus this month
 * (上月止累计+本月=本月止累计); in the first period of a year there is nothing before.
 */
record CumulativeRule(Wording wording, List<MonthAndYear> pairs, Calendar calendar,
		@Nullable BigDecimal tolerance) implements Rule {

	private static final int TERMS = 3;

	static CumulativeRule of(RuleDefinition rule, Wording wording, Terms terms, Calendar calendar) {
		return new CumulativeRule(wording, MonthAndYear.unsigned(rule, terms, Span.YTD), calendar, rule.tolerance());
	}

	@Override
	public Violations check(Report report, Facts facts) {
		ReportingPeriod period = Calendar.periodOf(report);
		Map<FigureKey, BigDecimal> lastMonth = facts.lastMonth();
		if (period == null || lastMonth == null || this.calendar.startsYear(period)) {
			return Violations.NONE;
		}
		return this.pairs.stream()
			.map((pair) -> check(pair, report, lastMonth.get(pair.year().key())))
			.collect(Violations.merging());
	}

	private Violations check(MonthAndYear pair, Report report, @Nullable BigDecimal before) {
		BigDecimal month = pair.month().amount(report);
		BigDecimal year = pair.year().amount(report);
		if (month == null || year == null || before == null) {
			return Violations.NONE; // absent figures are another rule's business
		}
		BigDecimal difference = year.subtract(before).subtract(month).abs();
		BigDecimal allowed = pair.year().allowed(this.tolerance, TERMS);
		if (difference.compareTo(allowed) <= 0) {
			return Violations.NONE;
		}
		Term term = pair.year();
		Values values = pair.values(report, month, year)
			.put("before", term.text(before))
			.put("difference", term.text(difference))
			.put("allowed", term.text(allowed));
		return Violations.of(this.wording.violation(report, term.cell(report), values));
	}

}
