package org.srdi.monitor.validation;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.RuleDefinition;

/** All rules a report must obey; may be shared by threads. */
public final class ReportRules {

	private final List<Rule> rules;

	private final Doctor doctor;

	private ReportRules(List<Rule> rules, Doctor doctor) {
		this.rules = rules;
		this.doctor = doctor;
	}

	/**
	 * Returns the rules of {@code rules.yaml}, in its order; those about slips come last.
	 */
	public static ReportRules of(Definitions definitions) {
		List<Rule> rules = definitions.rules()
			.stream()
			.map((rule) -> rule(rule, definitions))
			.flatMap(Stream::ofNullable)
			.toList();
		return new ReportRules(rules, Doctor.of(definitions));
	}

	/** Returns the rule by itself, null for those that the doctor judges together. */
	private static @Nullable Rule rule(RuleDefinition rule, Definitions definitions) {
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
			case UNIT_SLIP, LAST_MONTH_COPIED, LAST_YEAR_FILLED, SHAPE_SLIP -> null;
		};
	}

	/** Returns everything that is wrong with the report. */
	public Violations check(Report report, Facts facts) {
		return check(report, facts, this.doctor.examine(report, facts));
	}

	/** Returns everything that is wrong with a report the doctor has examined. */
	public Violations check(Report report, Facts facts, Doctor.Diagnosis diagnosis) {
		return this.rules.stream()
			.map((rule) -> rule.check(report, facts))
			.collect(Violations.merging())
			.and(diagnosis.violations());
	}

}
