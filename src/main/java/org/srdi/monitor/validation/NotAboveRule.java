package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.RuleDefinition;

/** Demands that parts together do not exceed their whole, allowing for rounding. */
record NotAboveRule(Wording wording, List<Relation> relations, @Nullable BigDecimal tolerance) implements Rule {

	static NotAboveRule of(RuleDefinition rule, Wording wording, Terms terms) {
		FieldCode whole = Objects.requireNonNull(rule.total());
		List<Relation> relations = rule.spans()
			.stream()
			.map((span) -> new Relation(terms.of(whole, span), parts(rule, terms, span)))
			.toList();
		return new NotAboveRule(wording, relations, rule.tolerance());
	}

	private static List<Term> parts(RuleDefinition rule, Terms terms, Span span) {
		return rule.plus().stream().map((code) -> terms.of(code, span)).toList();
	}

	@Override
	public Violations check(Report report, Facts facts) {
		return this.relations.stream().map((relation) -> check(relation, report)).collect(Violations.merging());
	}

	private Violations check(Relation relation, Report report) {
		BigDecimal whole = relation.whole.amount(report);
		BigDecimal sum = relation.sum(report);
		if (whole == null || sum == null) {
			return Violations.NONE; // absent figures are another rule's business
		}
		BigDecimal allowed = relation.whole.allowed(this.tolerance, relation.parts.size() + 1);
		if (sum.subtract(whole).compareTo(allowed) <= 0) {
			return Violations.NONE;
		}
		Term part = relation.parts.get(0);
		Values values = relation.values(report, sum, whole).put("allowed", relation.whole.text(allowed));
		return Violations.of(this.wording.violation(report, part.cell(report), values));
	}

	/** A whole and its parts over one span. */
	record Relation(Term whole, List<Term> parts) {

		@Nullable BigDecimal sum(Report report) {
			BigDecimal sum = BigDecimal.ZERO;
			for (Term part : this.parts) {
				BigDecimal amount = part.amount(report);
				if (amount == null) {
					return null;
				}
				sum = sum.add(amount);
			}
			return sum;
		}

		Values values(Report report, BigDecimal sum, BigDecimal whole) {
			return Values.at(this.parts.get(0).cell(report))
				.column("column", this.whole)
				.put("parts", this.parts.stream().map(Term::label).collect(Collectors.joining(" + ")),
						this.parts.stream().map(Term::labelEn).collect(Collectors.joining(" + ")))
				.put("sum", this.whole.text(sum))
				.put("whole", this.whole.label(), this.whole.labelEn())
				.put("limit", this.whole.text(whole))
				.put("difference", this.whole.text(sum.subtract(whole)))
				.unit(this.whole);
		}

	}

}
