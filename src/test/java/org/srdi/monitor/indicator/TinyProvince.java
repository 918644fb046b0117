package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.database.TestDatabase;
import org.srdi.monitor.deadline.TestDeadlines;
import org.srdi.monitor.deadline.Timeliness;
import org.srdi.monitor.definition.Definitions;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A province made by hand: two cities and three counties, in a database emptied for it.
 */
public final class TinyProvince {

	private final DataSource dataSource = TestDatabase.emptied();

	private final JdbcClient jdbc;

	private int submissions;

	public TinyProvince() {
		this.jdbc = JdbcClient.create(this.dataSource);
		this.jdbc.sql("""
				INSERT INTO region (code, parent_code, level, name, name_en) VALUES
				('420000', NULL, 'PROVINCE', '湖北省', 'Hubei Province'),
				('420100', '420000', 'CITY', '武汉市', 'Wuhan City'),
				('420200', '420000', 'CITY', '黄石市', 'Huangshi City'),
				('420102', '420100', 'COUNTY', '江岸区', 'Jiang''an District'),
				('420103', '420100', 'COUNTY', '江汉区', 'Jianghan District'),
				('420202', '420200', 'COUNTY', '黄石港区', 'Huangshigang District')
				""").update();
		this.jdbc.sql("""
				INSERT INTO intake_file (id, claim, file_name, channel, sha256, size_bytes, received_at, run_id,
				  period_hint, state)
				VALUES (1, 'claim', 'file.xlsx', 'INBOX', REPEAT('0', 64), 1, TIMESTAMP '2026-10-20 10:00:00', 'run',
				  '2026-10', 'READ')
				""").update();
	}

	public NamedParameterJdbcTemplate jdbc() {
		return new NamedParameterJdbcTemplate(this.dataSource);
	}

	public TransactionTemplate transaction() {
		return new TransactionTemplate(new JdbcTransactionManager(this.dataSource));
	}

	/** Returns what tells which reports are on time, due on the 28th of their month. */
	public Timeliness timeliness(Definitions definitions) {
		return TestDeadlines.timeliness(this.jdbc,
				TestDeadlines.of(this.jdbc, definitions, Clock.system(StoredTime.ZONE)));
	}

	public JdbcClient client() {
		return this.jdbc;
	}

	/** Adds an enterprise; the city is the one of the county. */
	public void enterprise(long id, String county) {
		this.jdbc.sql("""
				INSERT INTO enterprise (id, credit_code, name, city_code, county_code)
				VALUES (:id, :code, :name, :city, :county)
				""")
			.param("id", id)
			.param("code", "CODE" + id)
			.param("name", "示例企业" + id)
			.param("city", county.substring(0, 4) + "00")
			.param("county", county)
			.update();
	}

	/** Puts an enterprise on the roster as owing a report. */
	public void due(ReportingPeriod period, long id, String county, String division, Tier tier) {
		roster(period, id, "DUE", county, division, tier);
	}

	/** Puts an enterprise on the roster. */
	public void roster(ReportingPeriod period, long id, String duty, String county, String division, Tier tier) {
		this.jdbc.sql("""
				INSERT INTO roster (period, enterprise_id, duty, city_code, county_code, section_code, division_code,
				  tier)
				VALUES (:period, :id, :duty, :city, :county, :section, :division, :tier)
				""")
			.param("period", period.toString())
			.param("id", id)
			.param("duty", duty)
			.param("city", county.substring(0, 4) + "00")
			.param("county", county)
			.param("section", (division != null) ? "C" : null)
			.param("division", division)
			.param("tier", (tier != null) ? tier.name() : null)
			.update();
	}

	/** Adds an accepted report with these columns, given as name and amount in turn. */
	public void report(ReportingPeriod period, long id, Object... columns) {
		report(period, id, false, columns);
	}

	public void lateReport(ReportingPeriod period, long id, Object... columns) {
		report(period, id, true, columns);
	}

	private void report(ReportingPeriod period, long id, boolean late, Object... columns) {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("enterprise_id", id);
		values.put("period", period.toString());
		values.put("submission_id", submission(period, id, 1, late));
		for (int i = 0; i < columns.length; i += 2) {
			values.put((String) columns[i], (columns[i + 1] != null) ? new BigDecimal("" + columns[i + 1]) : null);
		}
		this.jdbc
			.sql("INSERT INTO monthly_report (" + String.join(", ", values.keySet()) + ") VALUES ("
					+ values.keySet().stream().map((name) -> ":" + name).collect(Collectors.joining(", ")) + ")")
			.params(values)
			.update();
	}

	/** Adds an accepted version and returns its number. */
	public int submission(ReportingPeriod period, long id, int version, boolean late) {
		this.submissions++;
		this.jdbc
			.sql("""
					INSERT INTO submission (id, file_id, position, enterprise_id, period, counted_in, version_no, content_hash,
					  received_at, late, run_id, state)
					VALUES (:id, 1, :id, :enterprise, :period, :period, :version, REPEAT('0', 64),
					  :receivedAt, :late, 'run', 'ACCEPTED')
					""")
			.param("id", this.submissions)
			.param("enterprise", id)
			.param("period", period.toString())
			.param("version", version)
			.param("receivedAt", period.plus(late ? 1 : 0).month().atDay(20).atTime(10, 0))
			.param("late", late)
			.update();
		return this.submissions;
	}

}
