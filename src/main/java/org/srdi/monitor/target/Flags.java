package org.srdi.monitor.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.target.Flag.Level;
import org.srdi.monitor.target.Flag.PathBasis;
import org.srdi.monitor.target.Flag.State;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Judges, keeps and finds how enterprises stand against the targets of their year. */
public final class Flags {

	private final NamedParameterJdbcTemplate jdbc;

	private final PlanYears years;

	Flags(NamedParameterJdbcTemplate jdbc, Definitions definitions) {
		this.jdbc = jdbc;
		this.years = new PlanYears(jdbc, definitions);
	}

	/**
	 * Judges enterprises by their plans and accepted reports; best a few hundred whose
	 * numbers lie close together at a time. Those without a plan for the year get no
	 * flag; neither do those that are not on the roster of the month, nor those exempt
	 * from reporting that did not report.
	 */
	public List<Flag> judge(ReportingPeriod period, Collection<Long> enterpriseIds) {
		return enterpriseIds.isEmpty() ? List.of()
				: this.years.of(period, enterpriseIds).stream().map((year) -> year.judge(period)).toList();
	}

	/**
	 * Writes flags, each in place of the one of the same month, enterprise and measure.
	 */
	public void store(List<Flag> flags) {
		this.jdbc.batchUpdate("""
				INSERT INTO target_flag
				  (period, enterprise_id, measure, level, state, months_flagged, target, path, path_basis, actual, gap,
				   pace, months_behind)
				VALUES
				  (:period, :enterprise, :measure, :level, :state, :monthsFlagged, :target, :path, :basis, :actual,
				   :gap, :pace, :monthsBehind)
				ON DUPLICATE KEY UPDATE
				  level = VALUES(level), state = VALUES(state), months_flagged = VALUES(months_flagged),
				  target = VALUES(target), path = VALUES(path), path_basis = VALUES(path_basis),
				  actual = VALUES(actual), gap = VALUES(gap), pace = VALUES(pace),
				  months_behind = VALUES(months_behind)
				""", flags.stream().map(Flags::parameters).toArray(SqlParameterSource[]::new));
	}

	/** Returns the enterprises on the roster of a month that have a plan for its year. */
	public List<Long> firms(ReportingPeriod period) {
		return this.jdbc.queryForList("""
				SELECT r.enterprise_id FROM roster r
				WHERE r.period = :period AND EXISTS (
				  SELECT 1 FROM yearly_plan p WHERE p.enterprise_id = r.enterprise_id AND p.plan_year = :year)
				ORDER BY r.enterprise_id
				""", Map.of("period", period.toString(), "year", period.year()), Long.class);
	}

	/** Removes all flags of a month. */
	public void delete(ReportingPeriod period) {
		this.jdbc.update("DELETE FROM target_flag WHERE period = :period", Map.of("period", period.toString()));
	}

	/** Removes the flags of a month of these enterprises. */
	public void delete(ReportingPeriod period, Collection<Long> enterpriseIds) {
		this.jdbc.update("DELETE FROM target_flag WHERE period = :period AND enterprise_id IN (:ids)",
				Map.of("period", period.toString(), "ids", enterpriseIds));
	}

	/**
	 * Removes the flags of enterprises that are no longer on the roster of the month or
	 * have no plan for its year any more.
	 * @return how many there were
	 */
	public int deleteStrangers(ReportingPeriod period) {
		return this.jdbc.update("""
				DELETE FROM target_flag
				WHERE period = :period AND NOT EXISTS (
				  SELECT 1 FROM roster r JOIN yearly_plan p ON p.enterprise_id = r.enterprise_id
				  WHERE r.period = :period AND r.enterprise_id = target_flag.enterprise_id AND p.plan_year = :year)
				""", Map.of("period", period.toString(), "year", period.year()));
	}

	/** Returns the stored flags of these enterprises in a month. */
	public List<Flag> of(ReportingPeriod period, Collection<Long> enterpriseIds) {
		return this.jdbc.query("""
				SELECT period, enterprise_id, measure, level, state, months_flagged, target, path, path_basis, actual,
				  gap, pace, months_behind
				FROM target_flag
				WHERE period = :period AND enterprise_id IN (:ids)
				""", Map.of("period", period.toString(), "ids", enterpriseIds), (row, number) -> flag(row));
	}

	/** Returns who is behind in a month: red before amber, by measure, slowest first. */
	public List<FlagRow> behind(ReportingPeriod period) {
		return this.jdbc.query("""
				SELECT f.period, f.enterprise_id, f.measure, f.level, f.state, f.months_flagged, f.target, f.path,
				  f.path_basis, f.actual, f.gap, f.pace, f.months_behind,
				  e.name, e.credit_code, r.city_code, c.name AS city_name
				FROM target_flag f
				JOIN enterprise e ON e.id = f.enterprise_id
				JOIN roster r ON r.period = f.period AND r.enterprise_id = f.enterprise_id
				JOIN region c ON c.code = r.city_code
				WHERE f.period = :period AND f.level IN ('AMBER', 'RED')
				ORDER BY CASE f.level WHEN 'RED' THEN 0 ELSE 1 END, f.measure, f.pace, f.enterprise_id
				""", Map.of("period", period.toString()), (row, number) -> flagRow(row));
	}

	/** Counts the enterprises behind one target or more in a month. */
	public int enterprisesBehind(ReportingPeriod period) {
		Integer count = this.jdbc.queryForObject("""
				SELECT COUNT(DISTINCT enterprise_id) FROM target_flag
				WHERE period = :period AND level IN ('AMBER', 'RED')
				""", Map.of("period", period.toString()), Integer.class);
		return (count != null) ? count : 0;
	}

	private static MapSqlParameterSource parameters(Flag flag) {
		return new MapSqlParameterSource("period", flag.period().toString()).addValue("enterprise", flag.enterpriseId())
			.addValue("measure", flag.measure())
			.addValue("level", flag.level().name())
			.addValue("state", flag.state().name())
			.addValue("monthsFlagged", flag.monthsFlagged())
			.addValue("target", flag.target())
			.addValue("path", flag.path())
			.addValue("basis", flag.basis().name())
			.addValue("actual", flag.actual())
			.addValue("gap", flag.gap())
			.addValue("pace", flag.pace())
			.addValue("monthsBehind", flag.monthsBehind());
	}

	private static FlagRow flagRow(ResultSet row) throws SQLException {
		return new FlagRow(flag(row), row.getString("name"), row.getString("credit_code"),
				new RegionCode(row.getString("city_code")), row.getString("city_name"));
	}

	private static Flag flag(ResultSet row) throws SQLException {
		return new Flag(ReportingPeriod.parse(row.getString("period")), row.getLong("enterprise_id"),
				row.getString("measure"), Level.valueOf(row.getString("level")), State.valueOf(row.getString("state")),
				row.getInt("months_flagged"), row.getBigDecimal("target"), row.getBigDecimal("path"),
				PathBasis.valueOf(row.getString("path_basis")), row.getBigDecimal("actual"), row.getBigDecimal("gap"),
				row.getBigDecimal("pace"), row.getBigDecimal("months_behind"));
	}

}
