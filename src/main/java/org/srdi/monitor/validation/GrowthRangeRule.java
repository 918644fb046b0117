package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.RuleDefinition;

/**
 * Demands that figures grow within limits against last year: (current / base − 1) × 100.
 * There is no growth over a base that is not positive, nor of a figure that may be
 * negative and is.
 */
record GrowthRangeRule(Wording wording, List<Growth> growths, BigDecimal min, BigDecimal max) implements Rule {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	static GrowthRangeRule of(RuleDefinition rule, Wording wording, Terms terms) {
		List<Growth> growths = rule.figures()
			.stream()
			.map((key) -> new Growth(terms.of(key), terms.of(key.over(key.span().lastYear()))))
			.toList();
		return new GrowthRangeRule(wording, growths, Objects.requireNonNull(rule.min()),
				Objects.requireNonNull(rule.max()));
	}

	@Override
	public Violations check(Report report, Facts facts) {
		return this.growths.stream().map((growth) -> check(growth, report)).collect(Violations.merging());
	}

	private Violations check(Growth growth, Report report) {
		BigDecimal current = growth.current.amount(report);
		BigDecimal base = growth.base.amount(report);
		if (current == null || base == null || base.signum() <= 0) {
			return Violations.NONE; // absent figures are another rule's business
		}
		if ((growth.current.field().isSigned() && current.signum() <= 0) || isWithin(current, base)) {
			return Violations.NONE;
		}
		Values values = growth.values(report, current, base)
			.put("min", this.min.toPlainString())
			.put("max", this.max.toPlainString());
		return Violations.of(this.wording.violation(report, growth.current.cell(report), values));
	}

	/** Compares without dividing, so that nothing is rounded. */
	private boolean isWithin(BigDecimal current, BigDecimal base) {
		BigDecimal value = current.multiply(HUNDRED);
		return value.compareTo(base.multiply(HUNDRED.add(this.min))) >= 0
				&& value.compareTo(base.multiply(HUNDRED.add(this.max))) <= 0;
	}

	/** A figure and that of the same span last year. */
	record Growth(Term current, Term base) {

		Values values(Report report, BigDecimal current, BigDecimal base) {
			BigDecimal growth = current.subtract(base).multiply(HUNDRED).divide(base, 2, RoundingMode.HALF_UP);
			return Values.at(this.current.cell(report))
				.label(this.current)
				.column("column", this.current)
				.put("growth", growth.toPlainString())
				.put("current", this.current.text(current))
				.put("base", this.base.text(base))
				.unit(this.current);
		}

	}

}
