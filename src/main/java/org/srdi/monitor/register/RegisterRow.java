package org.srdi.monitor.register;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.RegionCode;

/**
 * One row of a register file as read. Name and city of a row that lacks them are
 * {@link #NAMELESS} and {@link #NOWHERE}, so that its other cells can still be checked.
 *
 * @param row the row of the sheet, counted from 0
 * @param code null where only the name is known
 * @param name the name as stored
 * @param city the city
 * @param county null if blank
 * @param industry null if blank
 * @param aboveScale null if blank
 * @param note null if blank
 * @param title null if the row states none
 * @param membership null if the row states none
 */
record RegisterRow(int row, @Nullable CreditCode code, String name, RegionCode city, @Nullable RegionCode county,
		@Nullable String industry, @Nullable Boolean aboveScale, @Nullable String note, @Nullable Title title,
		@Nullable Membership membership) {

	static final String NAMELESS = "";

	static final RegionCode NOWHERE = new RegionCode("000000");

	NamePlace namePlace() {
		return new NamePlace(this.name, this.city);
	}

	/** What identifies an enterprise whose code is not known. */
	record NamePlace(String name, RegionCode city) {

	}

}
