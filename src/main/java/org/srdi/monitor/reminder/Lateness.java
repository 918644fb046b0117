package org.srdi.monitor.reminder;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.srdi.monitor.reminder.MissingReport.History;

/**
 * How probable it is that a report stays missing unless somebody calls: the share of the
 * months of the last twelve in which it was late, smoothed, that is (late + 1) / (months
 * + 2). A version that was returned or held counts as one late month more. Past the
 * deadline it is certain.
 *
 * @param parts the probability in {@link #WHOLE}ths, which divide every such share, so
 * that sums of them are exact
 */
record Lateness(int parts) {

	/** The least common multiple of 1 to 15. */
	static final int WHOLE = 360_360;

	private static final Lateness CERTAIN = new Lateness(WHOLE);

	/** Returns the probability for a report. */
	static Lateness of(History history, Standing standing, boolean overdue) {
		if (overdue) {
			return CERTAIN;
		}
		int failed = (standing == Standing.RETURNED || standing == Standing.HELD) ? 1 : 0;
		return new Lateness(WHOLE / (history.months() + failed + 2) * (history.late() + failed + 1));
	}

	/** Returns an amount × the probability × {@link #WHOLE}. */
	BigDecimal times(BigDecimal amount) {
		return amount.multiply(BigDecimal.valueOf(this.parts));
	}

	/** Returns the probability in %, to one decimal. */
	BigDecimal percent() {
		return BigDecimal.valueOf(this.parts)
			.multiply(BigDecimal.valueOf(100))
			.divide(BigDecimal.valueOf(WHOLE), 1, RoundingMode.HALF_UP);
	}

}
