package org.srdi.monitor.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.Grouping;

/**
 * Where enterprises of the roster belong; null where unknown, or where a query did not
 * ask.
 *
 * @param city the code of the city
 * @param county the code of the county
 * @param section the code of the industry section
 * @param division the code of the industry division
 * @param tier the highest valid tier
 */
record Place(@Nullable String city, @Nullable String county, @Nullable String section, @Nullable String division,
		@Nullable String tier) {

	/** Reads the columns {@code city_code} to {@code tier} of a row. */
	static Place of(ResultSet row) throws SQLException {
		return new Place(row.getString("city_code"), row.getString("county_code"), row.getString("section_code"),
				row.getString("division_code"), row.getString("tier"));
	}

	/** Returns the member of a grouping these enterprises are part of. */
	Member in(Grouping grouping, String province) {
		return new Member(grouping, switch (grouping) {
			case PROVINCE -> province;
			case CITY -> known(this.city);
			case COUNTY -> known(this.county);
			case TIER -> known(this.tier);
			case SECTION -> known(this.section);
			case DIVISION -> known(this.division);
			case CITY_TIER -> known(this.city) + "/" + known(this.tier);
		});
	}

	private static String known(@Nullable String code) {
		return Objects.requireNonNullElse(code, IndicatorValue.UNKNOWN);
	}

	/**
	 * A member of a grouping.
	 *
	 * @param grouping the grouping
	 * @param code the code of the member
	 */
	record Member(Grouping grouping, String code) {

	}

}
