package org.srdi.monitor.batch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How long something took, and how long it usually does.
 *
 * @param took the time it took, without that of executions that were killed
 * @param usual the median of runs before; null where there are none
 * @param runs how many runs that median is of
 */
public record Timing(Duration took, @Nullable Duration usual, int runs) {

	static Timing of(Duration took, List<Duration> before) {
		return new Timing(took, before.isEmpty() ? null : median(before), before.size());
	}

	/** The mean of the two in the middle, where there is an even number. */
	private static Duration median(List<Duration> durations) {
		List<Duration> sorted = durations.stream().sorted().toList();
		int half = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(half) : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2);
	}

	/** Returns took / usual to one decimal; null without a usual time above zero. */
	public @Nullable BigDecimal factor() {
		if (this.usual == null || this.usual.isZero()) {
			return null;
		}
		return BigDecimal.valueOf(this.took.toMillis())
			.divide(BigDecimal.valueOf(Math.max(1, this.usual.toMillis())), 1, RoundingMode.HALF_UP);
	}

}
