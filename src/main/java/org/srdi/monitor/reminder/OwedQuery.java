package org.srdi.monitor.reminder;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.indicator.Weights;
import org.srdi.monitor.register.Rosters;
import org.srdi.monitor.reminder.MissingReport.Findings;
import org.srdi.monitor.reminder.MissingReport.History;
import org.srdi.monitor.reminder.MissingReport.Person;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the reports that are owed in a region, with two statements whatever their number.
 */
final class OwedQuery {

	private static final String TOTALS = """
			SELECT COUNT(*) AS due, COALESCE(SUM(w.accepted), 0) AS accepted, COALESCE(SUM(w.weight), 0) AS weight,
			  COALESCE(SUM(CASE WHEN w.accepted = 1 THEN w.weight END), 0) AS covered
			FROM (
			%s) w
			WHERE %s
			""";

	/**
	 * A month is told to be late from what was accepted of what came in by its deadline;
	 * a month without a roster counts if anything came in at all.
	 */
	private static final String MISSING = """
			SELECT w.enterprise_id, w.city_code, w.county_code, w.weight, e.name, e.credit_code, s.state, s.file_id,
			  f.file_name, filled.filler, filled.filler_phone,
			  (SELECT COUNT(*) FROM violation v WHERE v.submission_id = s.id AND v.severity = 'ERROR') AS errors,
			  (SELECT COUNT(*) FROM violation v
			    WHERE v.submission_id = s.id AND v.severity = 'WARNING' AND v.explained = FALSE) AS unexplained,
			  (SELECT GROUP_CONCAT(DISTINCT v.rule_code ORDER BY v.rule_code SEPARATOR ' ') FROM violation v
			    WHERE v.submission_id = s.id AND (v.severity = 'ERROR' OR v.explained = FALSE)) AS rules,
			  (SELECT COUNT(*) FROM roster h
			    WHERE h.enterprise_id = w.enterprise_id AND h.period >= :yearAgo AND h.period < :period
			      AND h.duty = 'DUE') AS listed,
			  (SELECT COUNT(DISTINCT p.period) FROM submission p
			    WHERE p.enterprise_id = w.enterprise_id AND p.period >= :yearAgo AND p.period < :period
			      AND NOT EXISTS (SELECT 1 FROM roster h
			        WHERE h.period = p.period AND h.enterprise_id = p.enterprise_id)) AS unlisted,
			  (SELECT COUNT(DISTINCT p.period) FROM submission p
			    WHERE p.enterprise_id = w.enterprise_id AND p.period >= :yearAgo AND p.period < :period
			      AND p.state = 'ACCEPTED' AND p.late = FALSE
			      AND NOT EXISTS (SELECT 1 FROM roster h
			        WHERE h.period = p.period AND h.enterprise_id = p.enterprise_id AND h.duty = 'EXEMPT')) AS punctual
			FROM (
			%s) w
			JOIN enterprise e ON e.id = w.enterprise_id
			LEFT JOIN submission s ON s.enterprise_id = w.enterprise_id AND s.period = :period
			  AND s.version_no = (SELECT MAX(x.version_no) FROM submission x
			    WHERE x.enterprise_id = w.enterprise_id AND x.period = :period)
			LEFT JOIN intake_file f ON f.id = s.file_id
			LEFT JOIN monthly_report filled ON filled.enterprise_id = w.enterprise_id
			  AND filled.period = (SELECT MAX(y.period) FROM monthly_report y
			    WHERE y.enterprise_id = w.enterprise_id AND y.period >= :yearAgo AND y.period < :period)
			WHERE w.accepted = 0 AND %s
			""";

	private final JdbcClient jdbc;

	private final Rosters rosters;

	private final FigureKey figure;

	OwedQuery(JdbcClient jdbc, Rosters rosters, FigureKey figure) {
		this.jdbc = jdbc;
		this.rosters = rosters;
		this.figure = figure;
	}

	/**
	 * Finds them.
	 * @param due tells when the reports of enterprises are due
	 */
	Owed find(ReportingPeriod period, Region scope, Function<Collection<Long>, Map<Long, Instant>> due) {
		String weights = Weights.query(this.figure, this.rosters.table(period));
		List<Row> rows = statement(MISSING.formatted(weights, within(scope)), period, scope).query(OwedQuery::row)
			.list();
		Map<Long, Instant> dues = due.apply(rows.stream().map(Row::enterpriseId).toList());
		List<MissingReport> missing = rows.stream().map((row) -> row.report(dues)).toList();
		return statement(TOTALS.formatted(weights, within(scope)), period, scope)
			.query((row, number) -> new Owed(row.getInt("due"), row.getInt("accepted"), row.getBigDecimal("weight"),
					row.getBigDecimal("covered"), missing))
			.single();
	}

	private JdbcClient.StatementSpec statement(String sql, ReportingPeriod period, Region scope) {
		return this.jdbc.sql(sql)
			.params(Weights.parameters(period))
			.params(Rosters.parameters(period))
			.param("scope", scope.code().value());
	}

	private static String within(Region scope) {
		return switch (scope.level()) {
			case PROVINCE -> "1 = 1";
			case CITY -> "w.city_code = :scope";
			case COUNTY -> "w.county_code = :scope";
		};
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		String county = row.getString("county_code");
		int months = row.getInt("listed") + row.getInt("unlisted");
		return new Row(row.getLong("enterprise_id"), row.getString("name"), row.getString("credit_code"),
				new RegionCode(row.getString("city_code")), (county != null) ? new RegionCode(county) : null,
				row.getBigDecimal("weight"), standing(row.getString("state")),
				new Findings(row.getInt("errors"), row.getInt("unexplained"),
						Objects.requireNonNullElse(row.getString("rules"), ""), row.getObject("file_id", Long.class),
						row.getString("file_name")),
				new History(Math.max(0, months - row.getInt("punctual")), months),
				new Person(row.getString("filler"), row.getString("filler_phone")));
	}

	private static Standing standing(@Nullable String state) {
		return switch (Objects.requireNonNullElse(state, "")) {
			case "RETURNED" -> Standing.RETURNED;
			case "HELD" -> Standing.HELD;
			case "RECEIVED" -> Standing.WAITING;
			default -> Standing.SILENT;
		};
	}

	/** A missing report of which is not yet known when it is due. */
	private record Row(long enterpriseId, String name, @Nullable String creditCode, RegionCode city,
			@Nullable RegionCode county, @Nullable BigDecimal weight, Standing standing, Findings findings,
			History history, Person person) {

		MissingReport report(Map<Long, Instant> dues) {
			return new MissingReport(this.enterpriseId, this.name, this.creditCode, this.city, this.county, this.weight,
					this.standing, this.findings, this.history, this.person,
					Objects.requireNonNull(dues.get(this.enterpriseId)));
		}

	}

}
