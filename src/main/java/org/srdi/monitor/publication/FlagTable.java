package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Grouping;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which enterprises are behind their yearly targets. */
final class FlagTable {

	private static final String COUNTS = """
			SELECT COUNT(DISTINCT CASE WHEN level IN ('AMBER', 'RED') THEN enterprise_id END) AS behind,
				COUNT(DISTINCT CASE WHEN level = 'RED' THEN enterprise_id END) AS red,
				COUNT(DISTINCT CASE WHEN level IN ('AMBER', 'RED') AND state = 'NEW' THEN enterprise_id END) AS fresh,
				COUNT(DISTINCT CASE WHEN state = 'RECOVERED' AND enterprise_id NOT IN (SELECT b.enterprise_id
					FROM target_flag b WHERE b.period = :period AND b.level IN ('AMBER', 'RED'))
					THEN enterprise_id END) AS recovered
			FROM target_flag
			WHERE period = :period
			""";

	private static final String BEHIND = """
			SELECT e.name, o.city_code, f.measure, f.level, f.state, f.months_flagged, f.target, f.path, f.actual,
				f.gap, f.pace, f.months_behind
			FROM target_flag f
			JOIN enterprise e ON e.id = f.enterprise_id
			LEFT JOIN roster o ON o.enterprise_id = f.enterprise_id AND o.period = f.period
			WHERE f.period = :period AND (f.level IN ('AMBER', 'RED') OR f.state = 'RECOVERED')
			ORDER BY CASE f.level WHEN 'RED' THEN 0 WHEN 'AMBER' THEN 1 ELSE 2 END, f.pace, e.credit_code, e.name,
				f.measure
			LIMIT :limit
			""";

	private static final String GROUPS = """
			SELECT o.city_code, o.county_code, o.tier, o.section_code, o.division_code, COUNT(*) AS firms
			FROM roster o
			WHERE o.period = :period AND EXISTS (SELECT 1 FROM target_flag f
				WHERE f.period = o.period AND f.enterprise_id = o.enterprise_id AND f.level IN ('AMBER', 'RED'))
			GROUP BY o.city_code, o.county_code, o.tier, o.section_code, o.division_code
			""";

	private final JdbcClient jdbc;

	FlagTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Counts counts(ReportingPeriod period) {
		return this.jdbc.sql(COUNTS)
			.param("period", period.toString())
			.query((row, number) -> new Counts(row.getInt("behind"), row.getInt("red"), row.getInt("fresh"),
					row.getInt("recovered")))
			.single();
	}

	/** Returns the flags of a period: red, amber, recovered, the slowest first. */
	List<Behind> behind(ReportingPeriod period, int limit) {
		return this.jdbc.sql(BEHIND)
			.param("period", period.toString())
			.param("limit", limit)
			.query((row, number) -> new Behind(row.getString("name"), row.getString("city_code"),
					row.getString("measure"), row.getString("level"), row.getString("state"),
					row.getInt("months_flagged"), row.getBigDecimal("target"), row.getBigDecimal("path"),
					row.getBigDecimal("actual"), row.getBigDecimal("gap"), row.getBigDecimal("pace"),
					row.getBigDecimal("months_behind")))
			.list();
	}

	/** Returns how many enterprises are behind in every group of a grouping. */
	Map<String, Integer> byGroup(ReportingPeriod period, Grouping grouping) {
		Map<String, Integer> firms = new HashMap<>();
		this.jdbc.sql(GROUPS).param("period", period.toString()).query((row) -> {
			String group = row.getString(column(grouping));
			if (group != null) {
				firms.merge(group, row.getInt("firms"), Integer::sum);
			}
		});
		return firms;
	}

	private static String column(Grouping grouping) {
		return switch (grouping) {
			case CITY -> "city_code";
			case COUNTY -> "county_code";
			case TIER -> "tier";
			case SECTION -> "section_code";
			case DIVISION -> "division_code";
			default -> throw new IllegalArgumentException("A rollup has no table by " + grouping);
		};
	}

	/** How many enterprises are behind. */
	record Counts(int behind, int red, int fresh, int recovered) {

	}

	/**
	 * A flag with its evidence, amounts in the unit of the measure, pace as a quotient.
	 */
	record Behind(String name, @Nullable String city, String measure, String level, String state, int months,
			BigDecimal target, @Nullable BigDecimal path, @Nullable BigDecimal actual, @Nullable BigDecimal gap,
			@Nullable BigDecimal pace, @Nullable BigDecimal monthsBehind) {

		boolean isRecovered() {
			return !"RED".equals(this.level) && !"AMBER".equals(this.level);
		}

	}

}
