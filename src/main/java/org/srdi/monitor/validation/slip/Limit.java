package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** The parts together do not exceed the whole. */
final class Limit implements Clue {

	private final int whole;

	private final int[] parts;

	private final BigDecimal allowed;

	private final int[] figures;

	Limit(int whole, int[] parts, BigDecimal allowed) {
		this.whole = whole;
		this.parts = parts;
		this.allowed = allowed;
		this.figures = IntStream.concat(IntStream.of(whole), IntStream.of(parts)).toArray();
	}

	@Override
	public int[] figures() {
		return this.figures;
	}

	@Override
	public @Nullable BigDecimal gap(Case report) {
		BigDecimal whole = report.amount(this.whole);
		BigDecimal sum = report.sum(this.parts);
		return (whole != null && sum != null) ? sum.subtract(whole) : null;
	}

	@Override
	public BigDecimal allowed() {
		return this.allowed;
	}

	@Override
	public boolean isExact() {
		return false;
	}

	@Override
	public boolean isAnchored() {
		return false;
	}

	@Override
	public boolean isRule() {
		return true;
	}

}
