package org.srdi.monitor.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;

/** The rows of outages and of what they did to deadlines. */
final class OutageTable {

	private static final String SELECT = """
			SELECT id, from_at, to_at, kind, counts, node, evidence, actor, recorded_at FROM outage
			""";

	private final JdbcClient jdbc;

	OutageTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns when the service was there from an instant on, as far as outages are known.
	 */
	ServiceTime serviceTime(Instant from) {
		return ServiceTime
			.without(counting(from).stream().map((one) -> new ServiceTime.Gap(one.from(), one.to())).toList());
	}

	/** Returns the outages that count and end after an instant. */
	List<Outage> counting(Instant from) {
		return this.jdbc.sql(SELECT + "WHERE to_at > :from AND counts = TRUE ORDER BY from_at, id")
			.param("from", StoredTime.of(from))
			.query((row, number) -> row(row, List.of()))
			.list();
	}

	/** Returns all outages with what they did, the earliest first. */
	List<Outage> all() {
		Map<Long, List<StoredEffect>> effects = this.jdbc.sql("""
				SELECT outage_id, period, extension_id, overlap_seconds, due_before, due_after, granted_at
				FROM outage_effect ORDER BY outage_id, period, extension_id
				""").query(OutageTable::effect).list().stream().collect(Collectors.groupingBy(StoredEffect::outage));
		return this.jdbc.sql(SELECT + "ORDER BY from_at, id")
			.query((row, number) -> row(row, effects.getOrDefault(row.getLong("id"), List.of())))
			.list();
	}

	/** Enters an outage unless one of that key is there already. */
	void add(String key, Outage one) {
		this.jdbc.sql("""
				INSERT INTO outage (outage_key, from_at, to_at, kind, counts, node, evidence, actor, recorded_at)
				VALUES (:key, :from, :to, :kind, :counts, :node, :evidence, :actor, :at)
				ON DUPLICATE KEY UPDATE outage_key = VALUES(outage_key)
				""")
			.param("key", key)
			.param("from", StoredTime.of(one.from()))
			.param("to", StoredTime.of(one.to()))
			.param("kind", one.kind().name())
			.param("counts", one.counts())
			.param("node", one.node())
			.param("evidence", one.evidence())
			.param("actor", one.actor())
			.param("at", StoredTime.of(one.recordedAt()))
			.update();
	}

	Outage get(String key) {
		return this.jdbc.sql(SELECT + "WHERE outage_key = :key")
			.param("key", key)
			.query((row, number) -> row(row, List.of()))
			.single();
	}

	/** Notes what an outage did; told again, the row says what holds now. */
	void note(long outage, Outage.Effect effect) {
		this.jdbc.sql("""
				INSERT INTO outage_effect
				  (outage_id, period, extension_id, overlap_seconds, due_before, due_after, granted_at)
				VALUES (:outage, :period, :extension, :overlap, :before, :after, :at)
				ON DUPLICATE KEY UPDATE overlap_seconds = VALUES(overlap_seconds), due_before = VALUES(due_before),
				  due_after = VALUES(due_after)
				""")
			.param("outage", outage)
			.param("period", effect.period().toString())
			.param("extension", (effect.extensionId() != null) ? effect.extensionId() : Long.valueOf(0))
			.param("overlap", effect.overlap().toSeconds())
			.param("before", StoredTime.of(effect.dueBefore()))
			.param("after", StoredTime.of(effect.dueAfter()))
			.param("at", StoredTime.of(effect.grantedAt()))
			.update();
	}

	private static Outage row(ResultSet row, List<StoredEffect> effects) throws SQLException {
		return new Outage(row.getLong("id"), DeadlineTable.instant(row, "from_at"), DeadlineTable.instant(row, "to_at"),
				Outage.Kind.valueOf(row.getString("kind")), row.getBoolean("counts"), row.getString("node"),
				row.getString("evidence"), row.getString("actor"), DeadlineTable.instant(row, "recorded_at"),
				effects.stream().map(StoredEffect::effect).toList());
	}

	private static StoredEffect effect(ResultSet row, int number) throws SQLException {
		long extension = row.getLong("extension_id");
		@Nullable Long known = (extension != 0) ? Long.valueOf(extension) : null;
		return new StoredEffect(row.getLong("outage_id"),
				new Outage.Effect(ReportingPeriod.parse(row.getString("period")), known,
						Duration.ofSeconds(row.getLong("overlap_seconds")), DeadlineTable.instant(row, "due_before"),
						DeadlineTable.instant(row, "due_after"), DeadlineTable.instant(row, "granted_at")));
	}

	private record StoredEffect(long outage, Outage.Effect effect) {

	}

}
