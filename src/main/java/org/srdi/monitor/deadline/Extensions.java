package org.srdi.monitor.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.ReportingPeriod;

/** The extensions that were granted. */
public final class Extensions {

	/** How many enterprises are asked for at once. */
	private static final int TOGETHER = 500;

	private final JdbcClient jdbc;

	Extensions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the longest extension of each of these enterprises that has any: its own,
	 * that of its county, of its city, or of all. Where an enterprise sits is told by the
	 * roster of the period, by the register where there is none yet.
	 */
	Map<Long, Instant> longest(ReportingPeriod period, Collection<Long> enterpriseIds) {
		Map<Long, Instant> longest = new HashMap<>();
		if (!hasAny(period)) {
			return longest;
		}
		List<Long> ids = List.copyOf(enterpriseIds);
		for (int i = 0; i < ids.size(); i += TOGETHER) {
			addLongest(period, ids.subList(i, Math.min(ids.size(), i + TOGETHER)), longest);
		}
		return longest;
	}

	private boolean hasAny(ReportingPeriod period) {
		return this.jdbc.sql("SELECT COUNT(*) FROM deadline_extension WHERE period = :period")
			.param("period", period.toString())
			.query(Long.class)
			.single() > 0;
	}

	private void addLongest(ReportingPeriod period, List<Long> ids, Map<Long, Instant> longest) {
		this.jdbc.sql("""
				SELECT e.id, MAX(x.due_at) AS due_at
				FROM enterprise e
				LEFT JOIN roster r ON r.period = :period AND r.enterprise_id = e.id
				JOIN deadline_extension x ON x.period = :period
				  AND ((x.enterprise_id IS NULL AND x.region_code IS NULL) OR x.enterprise_id = e.id
				    OR x.region_code = COALESCE(r.city_code, e.city_code)
				    OR x.region_code = COALESCE(r.county_code, e.county_code))
				WHERE e.id IN (:ids)
				GROUP BY e.id
				""").param("period", period.toString()).param("ids", ids).query((row) -> {
			longest.put(row.getLong("id"), DeadlineTable.instant(row, "due_at"));
		});
	}

}
