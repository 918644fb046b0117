package org.srdi.monitor.register;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.Batches;

/** What enterprises mean to reach in a year. */
public final class YearlyPlans {

	private static final String PUT = """
			INSERT INTO yearly_plan (enterprise_id, plan_year, measure, target)
			VALUES (:id, :year, :measure, :target)
			ON DUPLICATE KEY UPDATE target = VALUES(target)
			""";

	private final NamedParameterJdbcOperations jdbc;

	private final JdbcClient client;

	public YearlyPlans(NamedParameterJdbcOperations jdbc) {
		this.jdbc = jdbc;
		this.client = JdbcClient.create(jdbc);
	}

	/**
	 * Returns the targets of those enterprises in a year by their numbers and by measure,
	 * in the unit of the measure (万元, 件) with two decimals. What is not planned is
	 * absent.
	 */
	public Map<Long, Map<String, BigDecimal>> targets(Collection<Long> enterpriseIds, int year) {
		Map<Long, Map<String, BigDecimal>> targets = new HashMap<>();
		for (List<Long> chunk : Batches.of(enterpriseIds)) {
			this.client.sql("""
					SELECT enterprise_id, measure, target FROM yearly_plan
					WHERE enterprise_id IN (:ids) AND plan_year = :year
					""").param("ids", chunk).param("year", year).query((row) -> {
				targets.computeIfAbsent(row.getLong("enterprise_id"), (id) -> new HashMap<>())
					.put(row.getString("measure"), row.getBigDecimal("target"));
			});
		}
		return targets;
	}

	void put(List<Target> targets) {
		if (!targets.isEmpty()) {
			this.jdbc.batchUpdate(PUT, targets.stream().map(YearlyPlans::source).toArray(SqlParameterSource[]::new));
		}
	}

	private static SqlParameterSource source(Target target) {
		return new MapSqlParameterSource("id", target.enterpriseId()).addValue("year", target.year())
			.addValue("measure", target.measure())
			.addValue("target", target.amount());
	}

	/** One number of a plan, of two decimals. */
	record Target(long enterpriseId, int year, String measure, BigDecimal amount) {

	}

}
