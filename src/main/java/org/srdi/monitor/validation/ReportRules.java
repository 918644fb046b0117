package org.srdi.monitor.validation;

import java.util.List;

import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.RuleDefinition;

/** All rules a report must obey; may be shared by threads. */
public final class ReportRules {

	private final List<Rule> rules;

	private ReportRules(List<Rule> rules) {
		this.rules = rules;
	}

	/** Returns the rules of {@code rules.yaml}, in its order. */
	public static ReportRules of(Definitions definitions) {
		return new ReportRules(definitions.rules().stream().map((rule) -> rule(rule, definitions)).toList());
	}

	private static Rule rule(RuleDefinition rule, Definitions definitions) {
		Form form = definitions.form();
		Calendar calendar = new Calendar(definitions.job().calendar());
		Terms terms = new Terms(form);
		Wording wording = new Wording(rule);
		return switch (rule.kind()) {
			case IDENTITY -> IdentityRule.of(wording, form);
			case PERIOD -> PeriodRule.of(wording, form, calendar);
			case WELL_FORMED -> WellFormedRule.of(wording, form, terms, calendar);
			case NOT_ABOVE -> NotAboveRule.of(rule, wording, terms);
			case BALANCE -> BalanceRule.of(rule, wording, terms);
			case CUMULATIVE -> CumulativeRule.of(rule, wording, terms, calendar);
			case FIRST_PERIOD -> FirstPeriodRule.of(rule, wording, terms, calendar);
			case COVERS_MONTH -> CoversMonthRule.of(rule, wording, terms);
			case POSITIVE -> PositiveRule.of(rule, wording, terms, form);
			case GROWTH_RANGE -> GrowthRangeRule.of(rule, wording, terms);
		};
	}

	/** Returns everything that is wrong with the report. */
	public Violations check(Report report, Facts facts) {
		return this.rules.stream().map((rule) -> rule.check(report, facts)).collect(Violations.merging());
	}

}
