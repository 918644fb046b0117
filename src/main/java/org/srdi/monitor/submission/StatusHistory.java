package org.srdi.monitor.submission;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.StoredTime;

/** Appends the states that versions go through. */
final class StatusHistory {

	private static final String ACTOR = "system";

	private final RowInserts rows;

	private final Clock clock;

	StatusHistory(NamedParameterJdbcTemplate jdbc, Clock clock) {
		this.rows = new RowInserts(jdbc.getJdbcOperations(), "submission_status",
				List.of("submission_id", "seq", "state", "changed_at", "actor"));
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
		List<@Nullable Object[]> rows = new ArrayList<>();
		for (Entry entry : entries) {
			rows.add(new Object[] { entry.submission(), entry.seq(), entry.state().name(), now, ACTOR });
		}
		this.rows.insert(rows);
	}

}
