package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A figure of last year is the one that was accepted then. Not a rule: firms may correct
 * last year. But a figure that agrees is no slip, and a repair that makes it agree is
 * right.
 */
final class Agreement implements Clue {

	private final int lastYear;

	private final BigDecimal allowed;

	private final int[] figures;

	Agreement(int lastYear, BigDecimal allowed) {
		this.lastYear = lastYear;
		this.allowed = allowed;
		this.figures = new int[] { lastYear };
	}

	@Override
	public int[] figures() {
		return this.figures;
	}

	@Override
	public @Nullable BigDecimal gap(Case report) {
		BigDecimal amount = report.amount(this.lastYear);
		BigDecimal accepted = report.history().acceptedThen(this.lastYear);
		return (amount != null && accepted != null) ? amount.subtract(accepted).abs() : null;
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
		return true;
	}

	@Override
	public boolean isRule() {
		return false;
	}

}
