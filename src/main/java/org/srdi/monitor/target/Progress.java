package org.srdi.monitor.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.RegionalTarget;

/**
 * How far a target of a plan is reached on a day.
 *
 * @param target the target
 * @param actual the value of that day; null where unknown
 * @param day the day
 */
record Progress(RegionalTarget target, @Nullable BigDecimal actual, LocalDate day) {

	private static final BigDecimal HUNDRED = new BigDecimal(100);

	private static final int SCALE = 8;

	/** Returns actual / target in %; null without an actual value or above 0. */
	@Nullable BigDecimal completion() {
		if (this.actual == null || this.target.value().signum() <= 0) {
			return null;
		}
		return this.actual.multiply(HUNDRED).divide(this.target.value(), SCALE, RoundingMode.HALF_UP);
	}

	/** Returns the share of the days passed, the first and the last included, in %. */
	@Nullable BigDecimal timeProgress() {
		LocalDate start = this.target.start();
		LocalDate due = this.target.due();
		if (start == null || due == null) {
			return null;
		}
		long all = ChronoUnit.DAYS.between(start, due) + 1;
		long passed = Math.min(all, Math.max(0, ChronoUnit.DAYS.between(start, this.day) + 1));
		return BigDecimal.valueOf(passed)
			.multiply(HUNDRED)
			.divide(BigDecimal.valueOf(all), SCALE, RoundingMode.HALF_UP);
	}

}
