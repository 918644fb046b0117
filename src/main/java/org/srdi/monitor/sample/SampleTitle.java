package org.srdi.monitor.sample;

import java.time.LocalDate;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;

/**
 * A title of a sample firm.
 *
 * @param tier the tier
 * @param batch its batch
 * @param grantedOn when it was granted
 */
record SampleTitle(Tier tier, String batch, LocalDate grantedOn) {

	private static final int YEARS = 3;

	/**
	 * Returns its last day: titles last three years, and every one of them was renewed as
	 * often as it takes to be valid in that period.
	 */
	LocalDate validTo(ReportingPeriod period) {
		LocalDate end = this.grantedOn.plusYears(YEARS);
		while (!end.isAfter(period.lastDay())) {
			end = end.plusYears(YEARS);
		}
		return end.minusDays(1);
	}

}
