package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Span;

/** One line of a firm's books from a January on, in units of its last digit. */
final class Series {

	private final int scale;

	private final long[] values;

	/** What the months from January to that one add up to. */
	private final long[] sums;

	Series(int scale, int months) {
		this.scale = scale;
		this.values = new long[months];
		this.sums = new long[months];
	}

	void post(int index, long value) {
		this.values[index] = value;
		this.sums[index] = (index % 12 == 0) ? value : this.sums[index - 1] + value;
	}

	long at(int index) {
		return this.values[index];
	}

	/**
	 * Returns what a report of that month says; null for a last year that lies before the
	 * books.
	 */
	@Nullable BigDecimal figure(Span span, int index) {
		int at = span.isLastYear() ? index - 12 : index;
		if (at < 0) {
			return null;
		}
		return switch (span) {
			case YTD, YTD_LY -> BigDecimal.valueOf(this.sums[at], this.scale);
			case AVG, AVG_LY -> BigDecimal.valueOf(this.sums[at], this.scale)
				.divide(BigDecimal.valueOf(at % 12 + 1), 0, RoundingMode.HALF_UP);
			default -> BigDecimal.valueOf(this.values[at], this.scale);
		};
	}

}
