package org.srdi.monitor.target;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition.Pace;
import org.srdi.monitor.target.Flag.Level;
import org.srdi.monitor.target.Flag.State;

/**
 * An enterprise's year under one target, from which each of its months is judged.
 *
 * @param enterpriseId the enterprise
 * @param pace the measure and its limits
 * @param target the target of the year
 * @param lastYear last year's cumulative amounts by month, from accepted reports
 * @param thisYear this year's accepted reports by month
 */
record PlanYear(long enterpriseId, Pace pace, BigDecimal target, Map<Integer, BigDecimal> lastYear,
		Map<Integer, Reported> thisYear) {

	/** Judges a month, in view of those before it in the same year. */
	Flag judge(ReportingPeriod period) {
		int month = period.months();
		Reported reported = this.thisYear.get(month);
		BigDecimal actual = (reported != null) ? reported.actual() : null;
		SeasonalPath path = path(month);
		Level level = level(month);
		int before = monthsBehindBefore(month);
		return new Flag(period, this.enterpriseId, this.pace.measure(), level, state(level, before),
				level.isBehind() ? before + 1 : 0, this.target, path.amount(), path.basis(), actual,
				(actual != null) ? path.gap(actual) : null, (actual != null) ? path.pace(actual) : null,
				(actual != null) ? path.monthsBehind(actual) : null);
	}

	private SeasonalPath path(int month) {
		Reported reported = this.thisYear.get(month);
		return SeasonalPath.to(this.target, month, this.lastYear, (reported != null) ? reported.lastYear() : null);
	}

	private Level level(int month) {
		Reported reported = this.thisYear.get(month);
		if (reported == null) {
			return Level.MISSING;
		}
		return (reported.actual() != null) ? level(path(month), reported.actual()) : Level.UNDECIDED;
	}

	private Level level(SeasonalPath path, BigDecimal actual) {
		if (path.isZero() || !path.isBelow(this.pace.amber(), actual)) {
			return Level.ON_TRACK;
		}
		return path.isBelow(this.pace.red(), actual) ? Level.RED : Level.AMBER;
	}

	/** Counts the judged months in a row, up to the one before, that were behind. */
	private int monthsBehindBefore(int month) {
		int behind = 0;
		for (int earlier = month - 1; earlier >= 1; earlier--) {
			Level level = level(earlier);
			if (level == Level.ON_TRACK) {
				return behind;
			}
			behind += level.isBehind() ? 1 : 0;
		}
		return behind;
	}

	private static State state(Level level, int before) {
		if (level.isBehind()) {
			return (before > 0) ? State.PERSISTING : State.NEW;
		}
		return (level == Level.ON_TRACK && before > 0) ? State.RECOVERED : State.NONE;
	}

	/**
	 * What an accepted report says about the measure.
	 *
	 * @param actual the cumulative amount; null if left blank
	 * @param lastYear last year's amount by the same month; null if left blank or not
	 * asked
	 */
	record Reported(@Nullable BigDecimal actual, @Nullable BigDecimal lastYear) {

	}

}
