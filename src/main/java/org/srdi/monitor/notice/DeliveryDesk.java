package org.srdi.monitor.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.StoredTime;

/** Where people look after deliveries: lists, counts, retries and cancellations. */
final class DeliveryDesk {

	private static final String SELECT = """
			SELECT d.id, d.notice_key, n.kind, n.subject, d.name, d.address, d.state, d.attempts, d.next_attempt_at,
				d.error_code, d.last_error, n.created_at, d.sent_at, d.message_id, d.channel
			FROM notice_delivery d JOIN notice n ON n.id = d.notice_id
			""";

	private static final String AGAIN = """
			UPDATE notice_delivery SET state = 'QUEUED', attempts = 0, next_attempt_at = :now
			""";

	private final JdbcClient jdbc;

	DeliveryDesk(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<DeliveryState, Integer> counts() {
		return counts(this.jdbc.sql("SELECT state, COUNT(*) FROM notice_delivery GROUP BY state"));
	}

	Map<DeliveryState, Integer> counts(String key) {
		return counts(
				this.jdbc.sql("SELECT state, COUNT(*) FROM notice_delivery WHERE notice_key = :key GROUP BY state")
					.param("key", key));
	}

	private static Map<DeliveryState, Integer> counts(JdbcClient.StatementSpec query) {
		Map<DeliveryState, Integer> counts = new EnumMap<>(DeliveryState.class);
		for (DeliveryState state : DeliveryState.values()) {
			counts.put(state, 0);
		}
		query.query((row, number) -> Map.entry(DeliveryState.valueOf(row.getString(1)), row.getInt(2)))
			.list()
			.forEach((entry) -> counts.put(entry.getKey(), entry.getValue()));
		return counts;
	}

	Optional<Instant> waitingSince() {
		return this.jdbc.sql("""
				SELECT MIN(n.created_at) FROM notice_delivery d JOIN notice n ON n.id = d.notice_id
				WHERE d.state IN ('QUEUED', 'SENDING', 'FAILED')
				""").query(LocalDateTime.class).optional().map(StoredTime::toInstant);
	}

	List<Delivery> list(Collection<DeliveryState> states, int limit) {
		return this.jdbc.sql(SELECT + "WHERE d.state IN (:states) ORDER BY d.id DESC LIMIT " + limit)
			.param("states", states.stream().map(DeliveryState::name).toList())
			.query(DeliveryDesk::delivery)
			.list();
	}

	Optional<Delivery> find(long id) {
		return this.jdbc.sql(SELECT + "WHERE d.id = :id").param("id", id).query(DeliveryDesk::delivery).optional();
	}

	boolean retry(long id, Instant now) {
		return this.jdbc.sql(AGAIN + "WHERE id = :id AND state IN ('FAILED', 'GIVEN_UP')")
			.param("id", id)
			.param("now", StoredTime.of(now))
			.update() == 1;
	}

	int retryAllGivenUp(Instant now) {
		return this.jdbc.sql(AGAIN + "WHERE state = 'GIVEN_UP'").param("now", StoredTime.of(now)).update();
	}

	boolean cancel(long id, String reason) {
		return this.jdbc.sql("""
				UPDATE notice_delivery SET state = 'CANCELLED', error_code = 'cancelled', last_error = :reason
				WHERE id = :id AND state IN ('QUEUED', 'FAILED', 'GIVEN_UP')
				""").param("id", id).param("reason", reason).update() == 1;
	}

	private static Delivery delivery(ResultSet row, int number) throws SQLException {
		LocalDateTime sentAt = row.getObject("sent_at", LocalDateTime.class);
		return new Delivery(row.getLong("id"), row.getString("notice_key"), row.getString("kind"),
				row.getString("subject"), row.getString("name"), row.getString("address"),
				DeliveryState.valueOf(row.getString("state")), row.getInt("attempts"),
				instant(row.getObject("next_attempt_at", LocalDateTime.class)), row.getString("error_code"),
				row.getString("last_error"), instant(row.getObject("created_at", LocalDateTime.class)),
				optional(sentAt), row.getString("message_id"), row.getString("channel"));
	}

	private static Instant instant(LocalDateTime stored) {
		return StoredTime.toInstant(stored);
	}

	private static @Nullable Instant optional(@Nullable LocalDateTime stored) {
		return (stored != null) ? instant(stored) : null;
	}

}
