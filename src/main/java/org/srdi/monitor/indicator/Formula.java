package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.IndicatorDefinition.Kind;
import org.srdi.monitor.indicator.Place.Member;

/**
 * Turns sums into the value of an indicator.
 *
 * @param indicator the indicator
 * @param period the month, whose number scales annualised quotients
 */
record Formula(IndicatorDefinition indicator, ReportingPeriod period) {

	private static final BigDecimal HUNDRED = new BigDecimal(100);

	private static final BigDecimal YEAR = new BigDecimal(12);

	/** Returns the indicator of a member that has these sums. */
	IndicatorValue value(Member member, Sums sums) {
		return switch (this.indicator.kind()) {
			case COUNT -> plain(member, sums, Objects.requireNonNullElse(sums.numerator(), BigDecimal.ZERO));
			case SUM -> plain(member, sums, product(sums.numerator()));
			case RATIO -> plain(member, sums, ratio(sums));
			case NEGATIVE_SHARE, COVERAGE -> plain(member, sums, quotient(sums, HUNDRED, BigDecimal.ONE));
			case GROWTH, MATCHED_GROWTH -> growth(member, sums);
		};
	}

	private @Nullable BigDecimal product(@Nullable BigDecimal sum) {
		return (sum != null) ? sum.multiply(this.indicator.factor()) : null;
	}

	private @Nullable BigDecimal ratio(Sums sums) {
		BigDecimal factor = this.indicator.factor();
		BigDecimal months = new BigDecimal(this.period.months());
		return switch (this.indicator.scaling()) {
			case NONE -> quotient(sums, factor, BigDecimal.ONE);
			case ANNUALISED -> quotient(sums, factor.multiply(YEAR), months);
			case TO_DATE -> quotient(sums, factor.multiply(months), YEAR);
		};
	}

	/** Divides once, at the end; there is no value unless the denominator is above 0. */
	private static @Nullable BigDecimal quotient(Sums sums, BigDecimal times, BigDecimal by) {
		BigDecimal numerator = sums.numerator();
		BigDecimal denominator = sums.denominator();
		if (numerator == null || denominator == null || denominator.signum() <= 0) {
			return null;
		}
		return numerator.multiply(times).divide(denominator.multiply(by), Growth.SCALE, RoundingMode.HALF_UP);
	}

	private IndicatorValue growth(Member member, Sums sums) {
		if (sums.numerator() == null || sums.denominator() == null) {
			return result(member, sums, null, Outcome.NONE);
		}
		Growth growth = new Growth(sums.numerator(), sums.denominator());
		return result(member, sums, growth.rate(), growth.outcome());
	}

	private IndicatorValue plain(Member member, Sums sums, @Nullable BigDecimal value) {
		return result(member, sums, value, (value != null) ? Outcome.VALUE : Outcome.NONE);
	}

	private IndicatorValue result(Member member, Sums sums, @Nullable BigDecimal value, Outcome outcome) {
		return new IndicatorValue(member.grouping(), member.code(), this.indicator.code(), scaled(value),
				scaled(sums.numerator()), scaled(sums.denominator()), sums.firms(), outcome);
	}

	private static @Nullable BigDecimal scaled(@Nullable BigDecimal amount) {
		return (amount != null) ? amount.setScale(Growth.SCALE, RoundingMode.HALF_UP) : null;
	}

	/** Returns whether the sums weigh enterprises by their revenue of before. */
	static boolean isWeighed(IndicatorDefinition indicator) {
		return indicator.kind() == Kind.COVERAGE && indicator.count() == IndicatorDefinition.Count.REVENUE;
	}

}
