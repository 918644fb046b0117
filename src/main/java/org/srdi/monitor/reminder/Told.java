package org.srdi.monitor.reminder;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Who was reminded of whose report: the table {@code reminder_sent}. */
final class Told {

	private final NamedParameterJdbcOperations jdbc;

	Told(NamedParameterJdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What a person was told at a stage.
	 *
	 * @param enterprises the numbers of the enterprises
	 * @param batches how many mails that were
	 */
	record Before(Set<Long> enterprises, int batches) {

		static final Before NOTHING = new Before(Set.of(), 0);

	}

	/**
	 * Returns what these people were told at a stage; whom nothing was told is absent.
	 */
	Map<String, Before> find(ReportingPeriod period, String stage, Collection<String> recipients) {
		Map<String, Before> found = new HashMap<>();
		this.jdbc.query("""
				SELECT recipient, enterprise_id, batch FROM reminder_sent
				WHERE period = :period AND stage = :stage AND recipient IN (:recipients)
				""", key(period, stage).addValue("recipients", recipients), (row) -> {
			Before before = found.computeIfAbsent(row.getString("recipient"), (key) -> new Before(new HashSet<>(), 0));
			before.enterprises().add(row.getLong("enterprise_id"));
			found.put(row.getString("recipient"),
					new Before(before.enterprises(), Math.max(before.batches(), row.getInt("batch"))));
		});
		return found;
	}

	/**
	 * Notes what a person is told.
	 * @throws org.springframework.dao.DuplicateKeyException if another node was faster
	 */
	void add(ReportingPeriod period, String stage, String recipient, Collection<Long> enterprises, int batch,
			Instant at) {
		this.jdbc.batchUpdate("""
				INSERT INTO reminder_sent (period, stage, recipient, enterprise_id, batch, told_at)
				VALUES (:period, :stage, :recipient, :enterprise, :batch, :at)
				""",
				enterprises.stream()
					.sorted()
					.map((enterprise) -> key(period, stage).addValue("recipient", recipient)
						.addValue("enterprise", enterprise)
						.addValue("batch", batch)
						.addValue("at", StoredTime.of(at)))
					.toArray(SqlParameterSource[]::new));
	}

	private static MapSqlParameterSource key(ReportingPeriod period, String stage) {
		return new MapSqlParameterSource("period", period.toString()).addValue("stage", stage);
	}

}
