package org.srdi.monitor.submission;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

import org.srdi.monitor.core.StoredTime;

/** Appends the states that versions go through. */
final class StatusHistory {

	private static final String ACTOR = "system";

	private final NamedParameterJdbcTemplate jdbc;

	private final Clock clock;

	StatusHistory(NamedParameterJdbcTemplate jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A state a version has come into.
	 *
	 * @param submission the version
	 * @param seq counts its states from 1
	 * @param state the state
	 */
	record Entry(long submission, int seq, SubmissionState state) {

	}

	void add(List<Entry> entries) {
		LocalDateTime now = StoredTime.of(this.clock.instant());
		this.jdbc.batchUpdate("""
				INSERT INTO submission_status (submission_id, seq, state, changed_at, actor)
				VALUES (:id, :seq, :state, :at, :actor)
				""",
				entries.stream()
					.map((entry) -> new MapSqlParameterSource("id", entry.submission()).addValue("seq", entry.seq())
						.addValue("state", entry.state().name())
						.addValue("at", now)
						.addValue("actor", ACTOR))
					.toArray(SqlParameterSource[]::new));
	}

}
