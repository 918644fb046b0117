package org.srdi.monitor.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.StoredTime;

/** Remembers that a way out is closed, for all nodes and all letters at once. */
final class Troubles {

	/** A server that is back is found soon; one that is not is not asked all the time. */
	private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2),
			Duration.ofMinutes(5), Duration.ofMinutes(15));

	private final JdbcClient jdbc;

	Troubles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns what is wrong with a way out, empty if nothing is known. */
	Optional<Trouble> find(String channel) {
		return this.jdbc.sql("""
				SELECT error_code, last_error, failures, since, retry_at FROM notice_channel WHERE name = :channel
				""")
			.param("channel", channel)
			.query((row, number) -> new Trouble(row.getString(1), row.getString(2), row.getInt(3),
					StoredTime.toInstant(row.getObject(4, LocalDateTime.class)),
					StoredTime.toInstant(row.getObject(5, LocalDateTime.class))))
			.optional();
	}

	/** Notes that a way out is closed, once more. */
	Trouble note(String channel, UndeliveredException failure, Instant now) {
		Optional<Trouble> before = find(channel);
		int failures = before.map(Trouble::failures).orElse(0) + 1;
		Duration pause = PAUSES.get(Math.min(failures, PAUSES.size()) - 1);
		Trouble trouble = new Trouble(failure.code(), failure.detail(), failures,
				before.map(Trouble::since).orElse(now), now.plus(pause));
		this.jdbc.sql("""
				INSERT INTO notice_channel (name, failures, since, retry_at, error_code, last_error)
				VALUES (:channel, :failures, :since, :retryAt, :code, :error)
				ON DUPLICATE KEY UPDATE failures = VALUES(failures), retry_at = VALUES(retry_at),
				  error_code = VALUES(error_code), last_error = VALUES(last_error)
				""")
			.param("channel", channel)
			.param("failures", failures)
			.param("since", StoredTime.of(trouble.since()))
			.param("retryAt", StoredTime.of(trouble.retryAt()))
			.param("code", trouble.code())
			.param("error", trouble.detail())
			.update();
		return trouble;
	}

	/** Notes that a way out is open again. */
	void forget(String channel) {
		this.jdbc.sql("DELETE FROM notice_channel WHERE name = :channel").param("channel", channel).update();
	}

}
