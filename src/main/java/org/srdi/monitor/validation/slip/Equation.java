package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A total is the sum of its terms and, if it is carried forward, of what it was last
 * month.
 */
final class Equation implements Clue {

	private final int total;

	private final int[] plus;

	private final int[] minus;

	private final Carry carry;

	private final BigDecimal allowed;

	private final boolean rule;

	private final int[] figures;

	Equation(int total, int[] plus, int[] minus, Carry carry, BigDecimal allowed, boolean rule) {
		this.total = total;
		this.plus = plus;
		this.minus = minus;
		this.carry = carry;
		this.allowed = allowed;
		this.rule = rule;
		this.figures = IntStream.concat(IntStream.of(total), IntStream.concat(IntStream.of(plus), IntStream.of(minus)))
			.toArray();
	}

	@Override
	public int[] figures() {
		return this.figures;
	}

	@Override
	public @Nullable BigDecimal gap(Case report) {
		BigDecimal total = report.amount(this.total);
		BigDecimal carried = this.carry.amount(report, this.total);
		BigDecimal added = report.sum(this.plus);
		BigDecimal taken = report.sum(this.minus);
		if (total == null || carried == null || added == null || taken == null) {
			return null;
		}
		return total.subtract(carried).subtract(added).add(taken).abs();
	}

	@Override
	public BigDecimal allowed() {
		return this.allowed;
	}

	@Override
	public boolean isExact() {
		return true;
	}

	@Override
	public boolean isAnchored() {
		return this.carry == Carry.LAST_MONTH;
	}

	@Override
	public boolean isRule() {
		return this.rule;
	}

	/** What a total starts from. */
	enum Carry {

		/** Nothing. */
		NONE,
		/** What was accepted for last month; nothing can be told in January. */
		LAST_MONTH,
		/** Nothing, and only in the first period of a year. */
		FIRST_PERIOD;

		private @Nullable BigDecimal amount(Case report, int total) {
			boolean first = report.history().startsYear();
			return switch (this) {
				case NONE -> BigDecimal.ZERO;
				case LAST_MONTH -> first ? null : report.history().lastMonth(total);
				case FIRST_PERIOD -> first ? BigDecimal.ZERO : null;
			};
		}

	}

}
