package org.srdi.monitor.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;

/** The rows of extensions. */
final class ExtensionTable {

	/** How many enterprises are asked for at once. */
	private static final int TOGETHER = 500;

	private static final String SELECT = """
			SELECT id, period, enterprise_id, region_code, granted_until, due_at, reason, actor, granted_at,
			  revoked_at, revoked_by, revoke_reason
			FROM deadline_extension
			""";

	private final JdbcClient jdbc;

	ExtensionTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the longest extension of each of these enterprises that has any: its own,
	 * that of its county, of its city, or of all. Where an enterprise sits is told by the
	 * roster of the period, by the register where there is none yet.
	 */
	Map<Long, Instant> longest(ReportingPeriod period, Collection<Long> enterpriseIds) {
		Map<Long, Instant> longest = new HashMap<>();
		if (of(period).isEmpty()) {
			return longest;
		}
		List<Long> ids = List.copyOf(enterpriseIds);
		for (int i = 0; i < ids.size(); i += TOGETHER) {
			addLongest(period, ids.subList(i, Math.min(ids.size(), i + TOGETHER)), longest);
		}
		return longest;
	}

	private void addLongest(ReportingPeriod period, List<Long> ids, Map<Long, Instant> longest) {
		this.jdbc.sql("""
				SELECT e.id, MAX(x.due_at) AS due_at
				FROM enterprise e
				LEFT JOIN roster r ON r.period = :period AND r.enterprise_id = e.id
				JOIN deadline_extension x ON x.period = :period AND
				""" + Timeliness.IN_SCOPE + """
				WHERE e.id IN (:ids)
				GROUP BY e.id
				""").param("period", period.toString()).param("ids", ids).query((row) -> {
			longest.put(row.getLong("id"), DeadlineTable.instant(row, "due_at"));
		});
	}

	/**
	 * Returns the extensions of a period, the earliest grant first, revoked ones
	 * included.
	 */
	List<Extension> of(ReportingPeriod period) {
		return this.jdbc.sql(SELECT + "WHERE period = :period ORDER BY id")
			.param("period", period.toString())
			.query(ExtensionTable::row)
			.list();
	}

	List<Extension> all() {
		return this.jdbc.sql(SELECT + "ORDER BY period, id").query(ExtensionTable::row).list();
	}

	Optional<Extension> find(long id) {
		return this.jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(ExtensionTable::row).optional();
	}

	void add(Extension one) {
		this.jdbc.sql("""
				INSERT INTO deadline_extension
				  (period, enterprise_id, region_code, granted_until, due_at, reason, actor, granted_at)
				VALUES (:period, :enterprise, :region, :until, :due, :reason, :actor, :now)
				""")
			.param("period", one.period().toString())
			.param("enterprise", one.enterpriseId())
			.param("region", (one.region() != null) ? one.region().value() : null)
			.param("until", StoredTime.of(one.until()))
			.param("due", StoredTime.of(one.due()))
			.param("reason", one.reason())
			.param("actor", one.actor())
			.param("now", StoredTime.of(one.grantedAt()))
			.update();
	}

	void move(long id, Instant due) {
		this.jdbc.sql("UPDATE deadline_extension SET due_at = :due WHERE id = :id")
			.param("due", StoredTime.of(due))
			.param("id", id)
			.update();
	}

	/** Revokes it unless that was done already. */
	void revoke(long id, Instant due, Extension.Revocation revocation) {
		this.jdbc.sql("""
				UPDATE deadline_extension
				SET due_at = :due, revoked_at = :at, revoked_by = :actor, revoke_reason = :reason
				WHERE id = :id AND revoked_at IS NULL
				""")
			.param("due", StoredTime.of(due))
			.param("at", StoredTime.of(revocation.at()))
			.param("actor", revocation.actor())
			.param("reason", revocation.reason())
			.param("id", id)
			.update();
	}

	private static Extension row(ResultSet row, int number) throws SQLException {
		String region = row.getString("region_code");
		return new Extension(row.getLong("id"), ReportingPeriod.parse(row.getString("period")),
				row.getObject("enterprise_id", Long.class), (region != null) ? new RegionCode(region) : null,
				DeadlineTable.instant(row, "granted_until"), DeadlineTable.instant(row, "due_at"),
				row.getString("reason"), row.getString("actor"), DeadlineTable.instant(row, "granted_at"),
				revocation(row));
	}

	private static Extension.@Nullable Revocation revocation(ResultSet row) throws SQLException {
		LocalDateTime at = row.getObject("revoked_at", LocalDateTime.class);
		return (at != null) ? new Extension.Revocation(StoredTime.toInstant(at), row.getString("revoked_by"),
				row.getString("revoke_reason")) : null;
	}

}
