package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.RuleDefinition;

/** Demands that a total is the sum of its terms, allowing for rounding of each. */
record BalanceRule(Wording wording, List<Balance> balances, @Nullable BigDecimal tolerance) implements Rule {

	static BalanceRule of(RuleDefinition rule, Wording wording, Terms terms) {
		List<Balance> balances = rule.spans().stream().map((span) -> balance(rule, terms, span)).toList();
		return new BalanceRule(wording, balances, rule.tolerance());
	}

	private static Balance balance(RuleDefinition rule, Terms terms, Span span) {
		FieldCode total = Objects.requireNonNull(rule.total());
		Stream<Signed> plus = rule.plus().stream().map((code) -> new Signed(terms.of(code, span), false));
		Stream<Signed> minus = rule.minus().stream().map((code) -> new Signed(terms.of(code, span), true));
		return new Balance(terms.of(total, span), Stream.concat(plus, minus).toList());
	}

	@Override
	public Violations check(Report report, Facts facts) {
		return this.balances.stream().map((balance) -> check(balance, report)).collect(Violations.merging());
	}

	private Violations check(Balance balance, Report report) {
		Term total = balance.total;
		BigDecimal amount = total.amount(report);
		BigDecimal sum = balance.sum(report);
		if (amount == null || sum == null) {
			return Violations.NONE; // absent figures are another rule's business
		}
		BigDecimal difference = amount.subtract(sum).abs();
		BigDecimal allowed = total.allowed(this.tolerance, balance.terms.size() + 1);
		if (difference.compareTo(allowed) <= 0) {
			return Violations.NONE;
		}
		Values values = balance.values(report)
			.put("amount", total.text(amount))
			.put("sum", total.text(sum))
			.put("difference", total.text(difference))
			.put("allowed", total.text(allowed));
		return Violations.of(this.wording.violation(report, total.cell(report), values));
	}

	/** A total and its terms over one span. */
	record Balance(Term total, List<Signed> terms) {

		@Nullable BigDecimal sum(Report report) {
			BigDecimal sum = BigDecimal.ZERO;
			for (Signed signed : this.terms) {
				BigDecimal amount = signed.term.amount(report);
				if (amount == null) {
					return null;
				}
				sum = signed.minus ? sum.subtract(amount) : sum.add(amount);
			}
			return sum;
		}

		Values values(Report report) {
			return Values.at(this.total.cell(report))
				.column("column", this.total)
				.put("total", this.total.label(), this.total.labelEn())
				.put("terms", formula(report, false), formula(report, true))
				.unit(this.total);
		}

		private String formula(Report report, boolean english) {
			StringBuilder formula = new StringBuilder();
			for (Signed signed : this.terms) {
				BigDecimal amount = signed.term.amount(report);
				formula.append(signed.minus ? " − " : formula.isEmpty() ? "" : " + ")
					.append(english ? signed.term.labelEn() : signed.term.label())
					.append(' ')
					.append((amount != null) ? signed.term.text(amount) : "");
			}
			return formula.toString();
		}

	}

	/** A term that is added or taken off. */
	record Signed(Term term, boolean minus) {

	}

}
