package org.srdi.monitor.indicator;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What an indicator rests on: sums over the enterprises that have all its figures.
 *
 * @param numerator the sum above the line; null if no enterprise has the figures
 * @param denominator the sum below the line; null likewise, or where there is no line
 * @param firms how many enterprises have the figures
 */
record Sums(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator, int firms) {

	/** Returns the sums over the enterprises of both. */
	Sums plus(Sums other) {
		return new Sums(plus(this.numerator, other.numerator), plus(this.denominator, other.denominator),
				this.firms + other.firms);
	}

	private static @Nullable BigDecimal plus(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one.add(other);
	}

}
