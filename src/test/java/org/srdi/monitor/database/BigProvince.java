package org.srdi.monitor.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.srdi.monitor.core.ReportingPeriod;

/**
 * A year of a province, of which no more is true than how many rows there are: enough for
 * an optimizer to know a large table from a small one.
 */
public final class BigProvince {

	/** The tables that grow with enterprises and months. */
	public static final List<String> LARGE = List.of("enterprise", "title", "membership", "yearly_plan", "roster",
			"intake_file", "submission", "submission_content", "submission_status", "violation", "monthly_report",
			"monthly_report_product", "indicator_value", "target_flag");

	private static final int FIRMS = 20_000;

	private static final int REPORTING = 2500;

	private static final String PERIODS = IntStream.range(0, 12)
		.mapToObj((back) -> "SELECT '" + ReportingPeriod.of(2026, 10).plus(-back) + "' AS period, " + back + " AS back")
		.collect(Collectors.joining(" UNION ALL ", "(", ")"));

	private static final String MEMBERS = IntStream.range(0, 100)
		.mapToObj((i) -> "SELECT '" + (420000 + i) + "' AS code")
		.collect(Collectors.joining(" UNION ALL ", "(", ")"));

	private static final String NAMES = IntStream.range(0, 20)
		.mapToObj((i) -> "SELECT 'indicator_" + i + "' AS name")
		.collect(Collectors.joining(" UNION ALL ", "(", ")"));

	private BigProvince() {
	}

	/** Returns a database with it. */
	public static DataSource create() {
		DataSource dataSource = TestDatabase.another();
		try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
			for (String sql : statements()) {
				statement.execute(sql);
			}
			return dataSource;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> statements() {
		List<String> sql = new ArrayList<>();
		sql.add("INSERT INTO region (code, level, name, name_en) VALUES ('420100', 'CITY', 'x', 'x')");
		sql.add(IntStream.rangeClosed(1, FIRMS)
			.mapToObj((i) -> "(%d, '91420100MA%08d', 'firm %d', '420100', '3511')".formatted(i, i, i))
			.collect(Collectors.joining(", ",
					"INSERT INTO enterprise (id, credit_code, name, city_code, industry_code) " + "VALUES ", "")));
		sql.add("INSERT INTO title (enterprise_id, tier, batch, status) SELECT e.id, t.tier, 'x', 'VALID' "
				+ "FROM enterprise e CROSS JOIN (SELECT 'NATIONAL_LITTLE_GIANT' AS tier UNION ALL "
				+ "SELECT 'PROVINCIAL_SRDI') t");
		sql.add("INSERT INTO membership (enterprise_id, valid_from, duty) SELECT id, '2020-01-01', 'DUE' "
				+ "FROM enterprise");
		sql.add("INSERT INTO yearly_plan (enterprise_id, plan_year, measure, target) SELECT e.id, y.plan_year, "
				+ "m.measure, 100 FROM enterprise e CROSS JOIN (SELECT 2025 AS plan_year UNION ALL SELECT 2026) y "
				+ "CROSS JOIN (SELECT 'revenue' AS measure UNION ALL SELECT 'patents') m");
		sql.add("INSERT INTO roster (period, enterprise_id, duty, city_code, section_code, division_code) "
				+ "SELECT p.period, e.id, 'DUE', '420100', 'C', '35' FROM enterprise e CROSS JOIN " + PERIODS + " p "
				+ "WHERE e.id <= " + REPORTING);
		sql.add("INSERT INTO intake_file (id, claim, file_name, channel, sha256, size_bytes, received_at, run_id, "
				+ "period_hint, state) SELECT e.id * 24 + p.back, CONCAT(e.id, '/', p.period), 'x.xlsx', 'INBOX', "
				+ "REPEAT('0', 64), 1, '2026-10-20 10:00:00', CONCAT('run/', p.period), p.period, 'READ' "
				+ "FROM enterprise e CROSS JOIN " + PERIODS + " p WHERE e.id <= " + REPORTING);
		sql.add("INSERT INTO submission (id, file_id, position, credit_code, enterprise_name, enterprise_id, period, "
				+ "counted_in, version_no, content_hash, received_at, late, run_id, state) SELECT f.id, f.id, 0, "
				+ "e.credit_code, e.name, e.id, f.period_hint, f.period_hint, 1, REPEAT('0', 64), f.received_at, FALSE, "
				+ "f.run_id, 'ACCEPTED' FROM intake_file f JOIN enterprise e ON f.id >= e.id * 24 AND f.id < e.id * 24 + 24");
		sql.add("INSERT INTO submission_content (submission_id, content) SELECT id, '{}' FROM submission");
		sql.add("INSERT INTO submission_status (submission_id, seq, state, changed_at, actor) SELECT id, 1, state, "
				+ "received_at, 'x' FROM submission");
		sql.add("INSERT INTO violation (submission_id, seq, rule_code, severity, message, message_en, explained) "
				+ "SELECT id, 1, 'V12', 'WARNING', 'x', 'x', TRUE FROM submission");
		sql.add("INSERT INTO monthly_report (enterprise_id, period, submission_id, operating_revenue_ytd) "
				+ "SELECT enterprise_id, period, id, 100 FROM submission");
		sql.add("INSERT INTO monthly_report_product (enterprise_id, period, line_no, product_name) "
				+ "SELECT enterprise_id, period, 1, 'x' FROM submission");
		sql.add("INSERT INTO indicator_value (period, grouping_code, member, indicator, amount, firms, outcome) "
				+ "SELECT p.period, 'COUNTY', m.code, n.name, 1, 1, 'VALUE' FROM " + PERIODS + " p CROSS JOIN "
				+ MEMBERS + " m CROSS JOIN " + NAMES + " n");
		sql.add("INSERT INTO target_flag (period, enterprise_id, measure, level, state, months_flagged, target) "
				+ "SELECT period, enterprise_id, 'revenue', CASE WHEN MOD(enterprise_id, 10) = 0 THEN 'RED' "
				+ "ELSE 'ON_TRACK' END, 'NONE', 0, 100 FROM roster");
		if (Engine.current().isMySql()) {
			LARGE.forEach((table) -> sql.add("ANALYZE TABLE " + table));
		}
		else {
			sql.add("ANALYZE");
		}
		return sql;
	}

}
