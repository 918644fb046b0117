package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.database.TestDatabase;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.indicator.Indicators;
import org.srdi.monitor.notice.Outbox;
import org.srdi.monitor.register.ReferenceLists;
import org.srdi.monitor.register.Titles;
import org.srdi.monitor.target.RegionalProgress;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of one's own, filled by hand, with the real definitions over it. */
final class Desk implements AutoCloseable {

	static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	static final Definitions DEFINITIONS = DefinitionLoader.load(Path.of("jobs"), "enterprise-monthly");

	private static final Instant NOW = Instant.parse("2026-10-28T16:30:00Z");

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	final JdbcClient jdbc;

	private int files;

	Desk() {
		this(DEFINITIONS);
	}

	Desk(Definitions definitions) {
		DataSource dataSource = TestDatabase.emptied();
		this.jdbc = JdbcClient.create(dataSource);
		NamedParameterJdbcTemplate template = new NamedParameterJdbcTemplate(dataSource);
		new ReferenceLists(template).sync(definitions.regions(), definitions.industries());
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("desk", Map.of("srdi.data-dir", "target/desk")));
		this.context.registerBean(Definitions.class, () -> definitions);
		this.context.registerBean(JdbcClient.class, () -> this.jdbc);
		this.context.registerBean(NamedParameterJdbcTemplate.class, () -> template);
		this.context.registerBean(TransactionTemplate.class,
				() -> new TransactionTemplate(new JdbcTransactionManager(dataSource)));
		this.context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
		this.context.registerBean(Titles.class, () -> new Titles(this.jdbc));
		this.context.scan("org.srdi.monitor.deadline", "org.srdi.monitor.indicator", "org.srdi.monitor.target",
				"org.srdi.monitor.notice", "org.srdi.monitor.publication");
		this.context.refresh();
	}

	Publications publications() {
		return this.context.getBean(Publications.class);
	}

	Circulation circulation() {
		return this.context.getBean(Circulation.class);
	}

	Outbox outbox() {
		return this.context.getBean(Outbox.class);
	}

	Exports exports() {
		return this.context.getBean(Exports.class);
	}

	Indicators indicators() {
		return this.context.getBean(Indicators.class);
	}

	/** Computes what the steps before the publication compute. */
	void aggregate() {
		indicators().aggregate(OCTOBER);
		this.context.getBean(RegionalProgress.class).update(OCTOBER);
	}

	/** Adds an enterprise that is on the roster of a month. */
	Firm firm(String creditCode, String name, String city, String division, Tier tier) {
		this.jdbc.sql("""
				INSERT INTO enterprise (credit_code, name, city_code, industry_code, note)
				VALUES (:code, :name, :city, :industry, '示例数据')
				""")
			.param("code", creditCode)
			.param("name", name)
			.param("city", city)
			.param("industry", division + "10")
			.update();
		long id = this.jdbc.sql("SELECT id FROM enterprise WHERE credit_code = :code")
			.param("code", creditCode)
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				INSERT INTO title (enterprise_id, tier, batch, status) VALUES (:id, :tier, '第三批', 'VALID')
				""").param("id", id).param("tier", tier.name()).update();
		return new Firm(id, creditCode, name, city, division, tier);
	}

	private void insert(String table, Map<String, Object> columns) {
		String names = String.join(", ", columns.keySet());
		String values = columns.keySet().stream().map((name) -> ":" + name).collect(Collectors.joining(", "));
		this.jdbc.sql("INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")").params(columns).update();
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** An enterprise. */
	final class Firm {

		final long id;

		private final String creditCode;

		private final String name;

		private final String city;

		private final String division;

		private final Tier tier;

		private final Map<ReportingPeriod, Integer> versions = new LinkedHashMap<>();

		Firm(long id, String creditCode, String name, String city, String division, Tier tier) {
			this.id = id;
			this.creditCode = creditCode;
			this.name = name;
			this.city = city;
			this.division = division;
			this.tier = tier;
		}

		Firm due(ReportingPeriod period) {
			return roster(period, "DUE", null);
		}

		Firm roster(ReportingPeriod period, String duty, String reason) {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("period", period.toString());
			row.put("enterprise_id", this.id);
			row.put("duty", duty);
			row.put("reason", reason);
			row.put("city_code", this.city);
			row.put("section_code", this.division.compareTo("50") > 0 ? "I" : "C");
			row.put("division_code", this.division);
			row.put("tier", this.tier.name());
			insert("roster", row);
			return this;
		}

		/**
		 * Adds an accepted report with these columns, given as name and value in turn.
		 */
		Firm report(ReportingPeriod period, Object... columns) {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("enterprise_id", this.id);
			row.put("period", period.toString());
			row.put("submission_id", submission(period, "ACCEPTED"));
			for (int i = 0; i < columns.length; i += 2) {
				row.put((String) columns[i], columns[i + 1]);
			}
			insert("monthly_report", row);
			return this;
		}

		/** Adds a version and returns its id. */
		long submission(ReportingPeriod period, String state) {
			int version = this.versions.merge(period, 1, Integer::sum);
			int file = ++Desk.this.files;
			LocalDateTime received = period.month().atDay(20).atTime(9, 0).plusMinutes(file);
			Map<String, Object> intake = new LinkedHashMap<>();
			intake.put("id", file);
			intake.put("claim", "claim-" + file);
			intake.put("file_name", this.name + "_" + period + "_" + version + ".xlsx");
			intake.put("channel", "INBOX");
			intake.put("sha256", "%064x".formatted(file));
			intake.put("size_bytes", 1);
			intake.put("received_at", received);
			intake.put("run_id", "run-" + file);
			intake.put("period_hint", period.toString());
			intake.put("state", "READ");
			insert("intake_file", intake);
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("id", 1000L + file);
			row.put("file_id", file);
			row.put("position", 0);
			row.put("credit_code", this.creditCode);
			row.put("enterprise_name", this.name);
			row.put("enterprise_id", this.id);
			row.put("period", period.toString());
			row.put("counted_in", period.toString());
			row.put("version_no", version);
			row.put("content_hash", "%064x".formatted(file));
			row.put("received_at", received);
			row.put("late", false);
			row.put("run_id", "run-" + file);
			row.put("state", state);
			insert("submission", row);
			return 1000L + file;
		}

		/** Adds a version that was not accepted, for one reason. */
		Firm refused(ReportingPeriod period, String state, String rule, String cell, String message) {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("submission_id", submission(period, state));
			row.put("seq", 1);
			row.put("rule_code", rule);
			row.put("severity", "HELD".equals(state) ? "WARNING" : "ERROR");
			row.put("cell", cell);
			row.put("message", message);
			row.put("message_en", "In English: " + rule);
			row.put("explained", false);
			insert("violation", row);
			return this;
		}

		/** Adds a flag of October; amounts as texts. */
		Firm flag(String measure, String level, String state, int months, String target, String path, String actual) {
			BigDecimal reached = new BigDecimal(actual);
			BigDecimal expected = new BigDecimal(path);
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("period", OCTOBER.toString());
			row.put("enterprise_id", this.id);
			row.put("measure", measure);
			row.put("level", level);
			row.put("state", state);
			row.put("months_flagged", months);
			row.put("target", new BigDecimal(target));
			row.put("path", expected);
			row.put("path_basis", "SEASONAL");
			row.put("actual", reached);
			row.put("gap", reached.subtract(expected));
			row.put("pace", reached.divide(expected, 8, java.math.RoundingMode.HALF_UP));
			row.put("months_behind", new BigDecimal("1.5"));
			insert("target_flag", row);
			return this;
		}

	}

}
