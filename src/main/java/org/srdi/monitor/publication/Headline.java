package org.srdi.monitor.publication;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * The few figures of a month that everybody asks for first.
 *
 * @param period the month
 * @param due enterprises that owe a report
 * @param exempt enterprises that need not report
 * @param accepted enterprises with an accepted report, of those due
 * @param silent enterprises that sent nothing that could be read
 * @param returned enterprises that have to correct a returned report and have none
 * accepted
 * @param held enterprises that have to explain a held report and have none accepted
 * @param coverageByCount accepted / due, in %; null if nothing is due
 * @param coverageByRevenue the same weighed by revenue, in %; null where it was not
 * computed
 * @param revenue cumulative operating revenue, in 万元; null without reports
 * @param revenueGrowth its growth in %, unrounded; null where there is none
 * @param revenueGrowthText its growth in Chinese, as in 同比增长8.1%
 * @param behind enterprises behind a yearly target, amber or red
 * @param red those of them that are red
 * @param fresh those of them that were not behind a month ago
 * @param recovered enterprises that were behind a month ago and are no more
 */
public record Headline(ReportingPeriod period, int due, int exempt, int accepted, int silent, int returned, int held,
		@Nullable BigDecimal coverageByCount, @Nullable BigDecimal coverageByRevenue, @Nullable BigDecimal revenue,
		@Nullable BigDecimal revenueGrowth, String revenueGrowthText, int behind, int red, int fresh, int recovered) {

	/**
	 * Returns the number of enterprises that owe a report and have none accepted (缺报).
	 */
	public int missing() {
		return this.due - this.accepted;
	}

}
