package org.srdi.monitor.target;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * How an enterprise stands against a target of its year, with the evidence. Amounts are
 * in the unit of the measure, 万元 or 件.
 *
 * @param period the month
 * @param enterpriseId the enterprise
 * @param measure the measure, as named in job.yaml
 * @param level how far it is behind
 * @param state whether that is news
 * @param monthsFlagged how many judged months in a row it has been behind, this one
 * included; 0 if it is not
 * @param target the target of the year
 * @param path what the target asks for to date, to six decimals
 * @param basis how the path was drawn
 * @param actual what was reached to date; null if not reported
 * @param gap actual − path; null if not reported
 * @param pace actual / path, to eight decimals; null if not reported or the path is 0
 * @param monthsBehind how many months the path is ahead, to four decimals, negative if
 * the enterprise is; null if not reported or the path is 0
 */
public record Flag(ReportingPeriod period, long enterpriseId, String measure, Level level, State state,
		int monthsFlagged, BigDecimal target, BigDecimal path, PathBasis basis, @Nullable BigDecimal actual,
		@Nullable BigDecimal gap, @Nullable BigDecimal pace, @Nullable BigDecimal monthsBehind) {

	/** How far an enterprise is behind its path. */
	public enum Level {

		/** Not behind. */
		ON_TRACK,
		/** Behind (滞后). */
		AMBER,
		/** Far behind (严重滞后). */
		RED,
		/** No accepted report (缺报), so not judged. */
		MISSING,
		/** The report leaves the figure blank, so not judged. */
		UNDECIDED;

		/** Returns whether it is behind. */
		public boolean isBehind() {
			return this == AMBER || this == RED;
		}

		/** Returns whether there was a figure to judge. */
		public boolean isJudged() {
			return isBehind() || this == ON_TRACK;
		}

	}

	/** Whether a level is news. */
	public enum State {

		/** Neither behind now nor in the last judged month of the year, or not judged. */
		NONE,
		/** Behind for the first time, or again (新增). */
		NEW,
		/** Behind in the last judged month, too (持续). */
		PERSISTING,
		/** Behind in the last judged month, not any more (恢复). */
		RECOVERED

	}

	/** How a path was drawn. */
	public enum PathBasis {

		/** By the share of last year's total reached by the same month. */
		SEASONAL,
		/** By months / 12. */
		LINEAR

	}

}
