package org.srdi.monitor.observability;

import java.util.List;

/** What the runs did. */
final class RunMeasures {

	private RunMeasures() {
	}

	static List<Measure> of(Queries queries) {
		return List.of(
				Measure
					.gauge("srdi_runs_unfinished", "Runs that are under way, or broke off and wait to go on.",
							queries.rows("""
									SELECT job, status, COUNT(*) FROM run_record WHERE status <> 'DONE'
									GROUP BY job, status
									"""))
					.by("job", "status")
					.slow(),
				Measure
					.gauge("srdi_run_last_success_timestamp_seconds",
							"When the last run of a job came to its end, in seconds since 1970.", queries.rows("""
									SELECT job, MAX(finished_at) FROM run_record WHERE status = 'DONE' GROUP BY job
									"""))
					.by("job")
					.slow(),
				Measure
					.gauge("srdi_run_last_duration_seconds",
							"How long the last run of a job took that came to its end, breaks included.",
							queries
								.rows("""
										SELECT r.job, MAX(TIMESTAMPDIFF(MICROSECOND, r.started_at, r.finished_at) / 1000000.0)
										FROM run_record r
										JOIN (SELECT job, MAX(finished_at) AS at FROM run_record WHERE status = 'DONE' GROUP BY job)
										  x ON x.job = r.job AND x.at = r.finished_at
										WHERE r.status = 'DONE'
										GROUP BY r.job
										"""))
					.by("job")
					.slow(),
				Measure
					.counter("srdi_run_attempts_total",
							"Starts of runs that are over, by how they ended: done, failed, stopped or killed.",
							queries.rows("""
									SELECT r.job, LOWER(a.outcome), COUNT(*) FROM run_attempt a
									JOIN run_record r ON r.run_id = a.run_id
									WHERE a.outcome <> 'RUNNING'
									GROUP BY r.job, a.outcome
									"""))
					.by("job", "outcome"));
	}

}
