package org.srdi.monitor.batch;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Grouping;

/**
 * What working a month off again would change.
 *
 * @param period the month
 * @param asked whether it was asked for; otherwise it rests on one that was
 * @param closed whether it has been worked off before
 * @param values how many indicator values would be others, appear or vanish
 * @param largest the largest of these changes, those of the province first
 * @param flags how many flags of enterprises would be others, appear or vanish
 * @param levels how many of these would have another level
 * @param plans how many targets of the plans would stand elsewhere
 * @param file whether the published workbook would be another
 */
public record PeriodChange(ReportingPeriod period, boolean asked, boolean closed, int values, List<ValueChange> largest,
		int flags, int levels, int plans, boolean file) {

	/** Returns whether a figure would be another, not only how it is presented. */
	public boolean isOfFigures() {
		return this.values + this.flags + this.plans > 0;
	}

	/** Returns whether anything would be another. */
	public boolean isAny() {
		return isOfFigures() || this.file || !this.closed;
	}

	/**
	 * A value that would be another.
	 *
	 * @param grouping what the group is one of
	 * @param member the code of the group
	 * @param indicator the code of the indicator
	 * @param from the stored value; null where there is none
	 * @param to the value it would be; null where there would be none
	 */
	public record ValueChange(Grouping grouping, String member, String indicator, @Nullable BigDecimal from,
			@Nullable BigDecimal to) {

		/** Returns the size of the change as a share of the larger value, 1 at most. */
		BigDecimal size() {
			BigDecimal before = (this.from != null) ? this.from : BigDecimal.ZERO;
			BigDecimal after = (this.to != null) ? this.to : BigDecimal.ZERO;
			BigDecimal greatest = before.abs().max(after.abs());
			return (greatest.signum() == 0) ? BigDecimal.ZERO
					: after.subtract(before).abs().divide(greatest, 12, java.math.RoundingMode.HALF_UP);
		}

	}

}
