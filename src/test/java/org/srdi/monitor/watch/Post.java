package org.srdi.monitor.watch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.database.TestDatabase;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Definitions;

/** A watch over empty tables, with the shipped expectations and two people to tell. */
final class Post implements AutoCloseable {

	private static final Definitions DEFINITIONS = DefinitionLoader.load(Path.of("jobs"), "enterprise-monthly");

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	final JdbcClient jdbc;

	Post(Path dataDir) {
		DataSource dataSource = TestDatabase.emptied();
		this.jdbc = JdbcClient.create(dataSource);
		this.context.setEnvironment(new MockEnvironment().withProperty("srdi.data-dir", dataDir.toString())
			.withProperty("srdi.watch.backup-folder", dataDir.resolve("backups").toString()));
		this.context.registerBean(Definitions.class, () -> DEFINITIONS);
		this.context.registerBean(JdbcClient.class, () -> this.jdbc);
		this.context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(dataSource));
		this.context.registerBean(TransactionTemplate.class,
				() -> new TransactionTemplate(new JdbcTransactionManager(dataSource)));
		this.context.registerBean("businessClock", Clock.class,
				() -> Clock.fixed(at("2026-10-29T09:00"), ZoneId.of("Asia/Shanghai")));
		this.context.registerBean("machineClock", InstantSource.class, () -> () -> at("2026-10-29T09:00"));
		this.context.scan("org.srdi.monitor.deadline", "org.srdi.monitor.notice", "org.srdi.monitor.watch");
		this.context.refresh();
		contact("li@example.org", "zh");
		contact("smith@example.org", "en");
	}

	private void contact(String email, String locale) {
		this.jdbc.sql("""
				INSERT INTO contact (role, scope, email, name, locale) VALUES ('ALERT', '420000', :email, 'X', :locale)
				""").param("email", email).param("locale", locale).update();
	}

	/** Looks while the service lives and takes in. */
	List<String> look(String local) {
		served("2026-10-01T09:00", local).ran("ingest", local, "NOTHING");
		return lookAlone(local);
	}

	/** Looks at a local time and returns what is missing, as code and key. */
	List<String> lookAlone(String local) {
		return this.context.getBean(Watch.class)
			.look(at(local))
			.stream()
			.map((verdict) -> verdict.expectation().code() + " " + verdict.key())
			.toList();
	}

	/** Returns the keys of what people were told, the sign of life left out. */
	List<String> told() {
		return this.jdbc
			.sql("SELECT DISTINCT notice_key, MIN(id) FROM notice_delivery WHERE notice_key NOT LIKE 'alive/%' "
					+ "AND notice_key NOT LIKE 'rollup/%' GROUP BY notice_key ORDER BY MIN(id)")
			.query((rs, n) -> rs.getString(1))
			.list();
	}

	/** Returns the subject and text of a notice in a language. */
	String text(String key, String language) {
		return this.jdbc.sql("""
				SELECT n.subject, n.content FROM notice n JOIN notice_delivery d ON d.notice_id = n.id
				WHERE n.notice_key = :key AND d.locale = :language
				""")
			.param("key", key)
			.param("language", language)
			.query((rs, n) -> rs.getString(1) + "\n" + rs.getString(2))
			.single();
	}

	/** The schedules were first met then; October is the first month to be closed. */
	Post begun(String local) {
		for (String schedule : List.of("ingest", "close-month", "watch")) {
			this.jdbc.sql("""
					INSERT INTO schedule_state (job, schedule, begun_at, first_period)
					VALUES ('enterprise-monthly', :schedule, :at, :first)
					""")
				.param("schedule", schedule)
				.param("at", stored(local))
				.param("first", schedule.equals("close-month") ? "2026-10" : null)
				.update();
		}
		return this;
	}

	/** A node served from then until then. */
	Post served(String from, String to) {
		this.jdbc.sql("""
				INSERT INTO service_beat (node, started_at, beat_at) VALUES ('one', :from, :to)
				ON DUPLICATE KEY UPDATE started_at = VALUES(started_at), beat_at = VALUES(beat_at)
				""").param("from", stored(from)).param("to", stored(to)).update();
		return this;
	}

	Post ran(String schedule, String local, String status) {
		this.jdbc.sql("""
				INSERT INTO schedule_fire
				  (job, schedule, scheduled_at, actor, node, attempts, started_at, finished_at, status)
				VALUES ('enterprise-monthly', :schedule, :at, 'schedule', 'one', 1, :at, :at, :status)
				ON DUPLICATE KEY UPDATE status = VALUES(status)
				""").param("schedule", schedule).param("at", stored(local)).param("status", status).update();
		return this;
	}

	Post published(String period) {
		this.jdbc.sql("""
				INSERT INTO publication (period, revision, rollup, file_name, sha256, published_at)
				VALUES (:period, 1, 'province-monthly', 'x.xlsx', :hash, :now)
				""")
			.param("period", period)
			.param("hash", "0".repeat(64))
			.param("now", stored("2026-10-29T00:31"))
			.update();
		return this;
	}

	Post outage(String from, String to) {
		this.jdbc.sql("""
				INSERT INTO outage (outage_key, from_at, to_at, kind, counts, node, evidence, actor, recorded_at)
				VALUES (:key, :from, :to, 'DETECTED', TRUE, 'one', 'beats', 'system', :to)
				""").param("key", from).param("from", stored(from)).param("to", stored(to)).update();
		return this;
	}

	/** Puts the rollup of a month in for somebody. */
	Post sent(String email, String state) {
		this.jdbc.sql("""
				INSERT INTO notice (notice_key, content_hash, kind, subject, content, created_at)
				VALUES ('rollup/2026-10/1', :hash, 'rollup', 's', 't', :now)
				ON DUPLICATE KEY UPDATE subject = VALUES(subject)
				""").param("hash", "0".repeat(64)).param("now", stored("2026-10-29T00:31")).update();
		this.jdbc.sql("""
				INSERT INTO notice_delivery (notice_id, notice_key, address, name, locale, state, next_attempt_at)
				SELECT id, notice_key, :email, 'X', 'zh', :state, created_at FROM notice
				WHERE notice_key = 'rollup/2026-10/1'
				ON DUPLICATE KEY UPDATE state = VALUES(state)
				""").param("email", email).param("state", state).update();
		return this;
	}

	Post unreadable(String local, boolean answered) {
		this.jdbc.sql("""
				INSERT INTO intake_file
				  (claim, file_name, channel, sha256, size_bytes, received_at, run_id, period_hint, state, answered)
				VALUES (:claim, 'x.xlsx', 'INBOX', :hash, 1, :at, 'r', '2026-10', 'UNREADABLE', :answered)
				""")
			.param("claim", local)
			.param("hash", "0".repeat(64))
			.param("at", stored(local))
			.param("answered", answered)
			.update();
		return this;
	}

	@Nullable LocalDateTime state(String column, String code, String key) {
		return this.jdbc.sql("SELECT " + column + " FROM expectation_state WHERE code = :code AND business_key = :key")
			.param("code", code)
			.param("key", key)
			.query((rs, n) -> java.util.Optional.ofNullable(rs.getObject(1, LocalDateTime.class)))
			.single()
			.orElse(null);
	}

	static LocalDateTime stored(String local) {
		return LocalDateTime.parse(local);
	}

	static Instant at(String local) {
		return StoredTime.toInstant(LocalDateTime.parse(local));
	}

	@Override
	public void close() {
		this.context.close();
	}

}
