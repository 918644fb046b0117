package org.srdi.monitor.register;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;

/**
 * An enterprise on the roster of a period, with the facts of that time.
 *
 * @param period the period
 * @param enterpriseId its number in the database
 * @param duty whether it owes the report of the period
 * @param reason why exempt; null where it is due or no reason is given
 * @param city the city
 * @param county null where unknown
 * @param section the section (门类) of its industry; null where unknown
 * @param division the division (大类) of its industry; null where unknown
 * @param tier the highest one valid on the last day of the period; null where none was
 */
public record Member(ReportingPeriod period, long enterpriseId, Duty duty, @Nullable String reason, RegionCode city,
		@Nullable RegionCode county, @Nullable String section, @Nullable String division, @Nullable Tier tier) {

	/** Returns whether it owes the report of the period (应报). */
	public boolean isDue() {
		return this.duty == Duty.DUE;
	}

}
