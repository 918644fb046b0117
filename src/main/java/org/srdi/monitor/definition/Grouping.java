package org.srdi.monitor.definition;

/** What enterprises are grouped by. */
public enum Grouping {

	/** All of the province. */
	PROVINCE,
	/** By city (市州). */
	CITY,
	/** By county, district or zone (县市区). */
	COUNTY,
	/** By highest valid tier (梯度). */
	TIER,
	/** By industry section (门类). */
	SECTION,
	/** By industry division (大类). */
	DIVISION,
	/** By city and tier; the member reads {@code 420100/NATIONAL_LITTLE_GIANT}. */
	CITY_TIER

}
