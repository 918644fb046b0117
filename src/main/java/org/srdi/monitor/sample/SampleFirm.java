package org.srdi.monitor.sample;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.RegionCode;

/**
 * An invented firm.
 *
 * @param number counts the firms from 1; the first 172 stand for the public list
 * @param name a masked name
 * @param creditCode a valid code that no authority issued
 * @param city the city
 * @param county the county; null where the city has none
 * @param industryCode four digits
 * @param titles its titles, at least one
 * @param trade its trade
 * @param traits what it is like
 */
record SampleFirm(int number, String name, CreditCode creditCode, RegionCode city, @Nullable RegionCode county,
		String industryCode, List<SampleTitle> titles, Trade trade, Traits traits) {

	SampleFirm {
		titles = List.copyOf(titles);
	}

	/** Returns the region it reports: the county, or the city where there is none. */
	RegionCode region() {
		return (this.county != null) ? this.county : this.city;
	}

	boolean exports() {
		return this.traits.market().exportShare() > 0;
	}

	boolean makesProfit() {
		return this.traits.earnings().margin() > 0;
	}

}
