package org.srdi.monitor.batch;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.StoredTime;

/**
 * How long a job and its steps usually take: as long as in the last runs before that were
 * done at the first attempt, since one that had to go on tells half a time.
 */
final class UsualTimes {

	private static final int RUNS = 12;

	private final JdbcClient jdbc;

	UsualTimes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The times of runs before.
	 *
	 * @param runs of the whole runs
	 * @param steps of their steps, by name
	 */
	record Before(List<Duration> runs, Map<String, List<Duration>> steps) {

		List<Duration> step(String step) {
			return this.steps.getOrDefault(step, List.of());
		}

	}

	Before before(RunSummary run) {
		Map<String, Duration> runs = runs(run);
		Map<String, List<Duration>> steps = new HashMap<>();
		if (!runs.isEmpty()) {
			this.jdbc.sql("""
					SELECT step, started_at, ended_at FROM run_step
					WHERE run_id IN (:runs) AND status = 'COMPLETED'
					""").param("runs", runs.keySet()).query((row) -> {
				steps.computeIfAbsent(row.getString("step"), (step) -> new ArrayList<>())
					.add(Duration.between(row.getObject("started_at", LocalDateTime.class),
							row.getObject("ended_at", LocalDateTime.class)));
			});
		}
		return new Before(List.copyOf(runs.values()), steps);
	}

	private Map<String, Duration> runs(RunSummary run) {
		Map<String, Duration> runs = new HashMap<>();
		this.jdbc.sql("""
				SELECT r.run_id, a.started_at, a.ended_at
				FROM run_record r
				JOIN run_attempt a ON a.run_id = r.run_id AND a.attempt = 1
				WHERE r.job = :job AND r.started_at < :before AND r.status = 'DONE' AND a.outcome = 'DONE'
				ORDER BY r.started_at DESC
				LIMIT :runs
				""")
			.param("job", run.job())
			.param("before", StoredTime.of(run.startedAt()))
			.param("runs", RUNS)
			.query((row) -> {
				runs.put(row.getString("run_id"), Duration.between(row.getObject("started_at", LocalDateTime.class),
						row.getObject("ended_at", LocalDateTime.class)));
			});
		return runs;
	}

}
