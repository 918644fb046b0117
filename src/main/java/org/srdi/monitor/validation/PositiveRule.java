package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.List;

import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.RuleDefinition;

/** Demands that figures are above zero while the enterprise operates normally. */
record PositiveRule(Wording wording, List<Term> figures, Status status) implements Rule {

	static PositiveRule of(RuleDefinition rule, Wording wording, Terms terms, Form form) {
		return new PositiveRule(wording, rule.figures().stream().map(terms::of).toList(), Status.of(form));
	}

	@Override
	public Violations check(Report report, Facts facts) {
		if (!this.status.isNormal(report)) {
			return Violations.NONE;
		}
		return this.figures.stream().map((figure) -> check(figure, report)).collect(Violations.merging());
	}

	private Violations check(Term figure, Report report) {
		BigDecimal amount = figure.amount(report);
		if (amount == null || amount.signum() > 0) {
			return Violations.NONE; // absent figures are another rule's business
		}
		Values values = Values.at(figure.cell(report))
			.label(figure)
			.column("column", figure)
			.put("amount", figure.text(amount))
			.unit(figure);
		return Violations.of(this.wording.violation(report, figure.cell(report), values));
	}

}
