package org.srdi.monitor.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.target.Flag.PathBasis;

/**
 * The path of an enterprise to the target of its year, as of one month: target × share,
 * the share being what last year had reached by that month, or months / 12.
 */
final class SeasonalPath {

	private static final int DECEMBER = 12;

	/** More decimals than any result keeps. */
	private static final int WORKING_SCALE = 20;

	private final PathBasis basis;

	private final BigDecimal target;

	private final int month;

	/** The cumulative amounts the path follows, by month, 0 and 12 included. */
	private final NavigableMap<Integer, BigDecimal> course;

	private SeasonalPath(PathBasis basis, BigDecimal target, int month, NavigableMap<Integer, BigDecimal> course) {
		this.basis = basis;
		this.target = target;
		this.month = month;
		this.course = course;
		this.course.put(0, BigDecimal.ZERO);
	}

	/**
	 * Draws the path to a month: seasonal if last year's total is above 0 and a share of
	 * it, from 0 to 1, can be told for that month; else linear.
	 * @param target the target of the year
	 * @param month the month, 1 to 12
	 * @param lastYear last year's cumulative amounts by month, where on file
	 * @param recalled last year's amount by that month as this year's report recalls it,
	 * used where last year's own report is not on file; null for none
	 */
	static SeasonalPath to(BigDecimal target, int month, Map<Integer, BigDecimal> lastYear,
			@Nullable BigDecimal recalled) {
		BigDecimal whole = lastYear.get(DECEMBER);
		BigDecimal part = lastYear.getOrDefault(month, recalled);
		if (whole == null || part == null || whole.signum() <= 0 || part.signum() < 0 || part.compareTo(whole) > 0) {
			return linear(target, month);
		}
		NavigableMap<Integer, BigDecimal> course = new TreeMap<>(lastYear);
		course.put(month, part);
		return new SeasonalPath(PathBasis.SEASONAL, target, month, course);
	}

	private static SeasonalPath linear(BigDecimal target, int month) {
		NavigableMap<Integer, BigDecimal> course = new TreeMap<>();
		course.put(month, BigDecimal.valueOf(month));
		course.put(DECEMBER, BigDecimal.valueOf(DECEMBER));
		return new SeasonalPath(PathBasis.LINEAR, target, month, course);
	}

	PathBasis basis() {
		return this.basis;
	}

	/** Returns what the target asks for to date, to six decimals. */
	BigDecimal amount() {
		return asked().divide(whole(), 6, RoundingMode.HALF_UP);
	}

	/** Returns whether the target asks for nothing to date. */
	boolean isZero() {
		return asked().signum() <= 0;
	}

	/**
	 * Returns whether actual / path is below a limit, compared exactly: actual × whole <
	 * limit × target × part.
	 */
	boolean isBelow(BigDecimal limit, BigDecimal actual) {
		return actual.multiply(whole()).compareTo(limit.multiply(asked())) < 0;
	}

	/** Returns actual − path, to six decimals. */
	BigDecimal gap(BigDecimal actual) {
		return actual.multiply(whole()).subtract(asked()).divide(whole(), 6, RoundingMode.HALF_UP);
	}

	/** Returns actual / path, to eight decimals; null if the path is 0. */
	@Nullable BigDecimal pace(BigDecimal actual) {
		return isZero() ? null : actual.multiply(whole()).divide(asked(), 8, RoundingMode.HALF_UP);
	}

	/**
	 * Returns how many months the path is ahead, to four decimals: this month less the
	 * one, interpolated linearly, at which the path comes to the actual amount. Negative
	 * if the actual amount is ahead; null if the path is 0.
	 */
	@Nullable BigDecimal monthsBehind(BigDecimal actual) {
		if (isZero()) {
			return null;
		}
		BigDecimal level = actual.multiply(whole()).divide(this.target, WORKING_SCALE, RoundingMode.HALF_UP);
		int from = (level.compareTo(part()) < 0) ? 0 : this.month;
		return BigDecimal.valueOf(this.month).subtract(reached(level, from)).setScale(4, RoundingMode.HALF_UP);
	}

	/** Looks for the first month from one on at which the course comes to a level. */
	private BigDecimal reached(BigDecimal level, int from) {
		Map.Entry<Integer, BigDecimal> start = Objects.requireNonNull(this.course.floorEntry(from));
		if (level.compareTo(start.getValue()) <= 0) {
			return BigDecimal.valueOf(start.getKey());
		}
		for (Map.Entry<Integer, BigDecimal> end : this.course.tailMap(from, false).entrySet()) {
			if (level.compareTo(end.getValue()) <= 0) {
				return between(start, end, level);
			}
			start = end;
		}
		return BigDecimal.valueOf(DECEMBER);
	}

	private static BigDecimal between(Map.Entry<Integer, BigDecimal> start, Map.Entry<Integer, BigDecimal> end,
			BigDecimal level) {
		BigDecimal months = BigDecimal.valueOf(end.getKey() - start.getKey());
		return level.subtract(start.getValue())
			.multiply(months)
			.divide(end.getValue().subtract(start.getValue()), WORKING_SCALE, RoundingMode.HALF_UP)
			.add(BigDecimal.valueOf(start.getKey()));
	}

	/** The path times {@link #whole()}, which keeps comparisons exact. */
	private BigDecimal asked() {
		return this.target.multiply(part());
	}

	private BigDecimal part() {
		return Objects.requireNonNull(this.course.get(this.month));
	}

	private BigDecimal whole() {
		return Objects.requireNonNull(this.course.get(DECEMBER));
	}

}
