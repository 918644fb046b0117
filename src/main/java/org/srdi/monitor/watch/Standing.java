package org.srdi.monitor.watch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.StoredTime;

/** What is known of each expectation: met, told, told to have recovered. */
final class Standing {

	private final JdbcClient jdbc;

	Standing(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * An expectation that has not been met.
	 *
	 * @param code the expectation
	 * @param key the period, the day, or since when
	 * @param alerted whether people know
	 */
	record Open(String code, String key, boolean alerted) {

	}

	/** Notes that something is expected, unless that is known. */
	void expect(String code, String key, Instant due) {
		this.jdbc.sql("""
				INSERT INTO expectation_state (code, business_key, due) VALUES (:code, :key, :due)
				ON DUPLICATE KEY UPDATE due = VALUES(due)
				""").param("code", code).param("key", key).param("due", StoredTime.of(due)).update();
	}

	/** Notes that it has happened; returns whether that is news. */
	boolean meet(String code, String key, Instant now) {
		return set("met_at", code, key, now);
	}

	/** Notes that people are told; returns whether they were not before. */
	boolean alert(String code, String key, Instant now) {
		return set("alerted_at", code, key, now);
	}

	/**
	 * Notes that people are told that it happened; returns whether they were not before.
	 */
	boolean recover(String code, String key, Instant now) {
		return set("recovered_at", code, key, now);
	}

	private boolean set(String column, String code, String key, Instant now) {
		return this.jdbc
			.sql("UPDATE expectation_state SET " + column + " = :now WHERE code = :code AND business_key = :key AND "
					+ column + " IS NULL")
			.param("now", StoredTime.of(now))
			.param("code", code)
			.param("key", key)
			.update() == 1;
	}

	/** Returns whether people were told that it did not happen. */
	boolean isAlerted(String code, String key) {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM expectation_state
				WHERE code = :code AND business_key = :key AND alerted_at IS NOT NULL
				""").param("code", code).param("key", key).query(Integer.class).single() == 1;
	}

	/** Returns what has not been met, the oldest first. */
	List<Open> open() {
		return this.jdbc.sql("""
				SELECT code, business_key, alerted_at FROM expectation_state WHERE met_at IS NULL ORDER BY due, code
				""")
			.query((rs, n) -> new Open(rs.getString(1), rs.getString(2), rs.getObject(3, LocalDateTime.class) != null))
			.list();
	}

}
