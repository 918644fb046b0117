package org.srdi.monitor.observability;

import java.util.List;

/** Whether what runs by itself does so. */
final class ScheduleMeasures {

	static final String EXPECTATIONS = "srdi_expectations_open";

	private ScheduleMeasures() {
	}

	static List<Measure> of(Queries queries) {
		return List.of(
				Measure
					.gauge("srdi_schedule_last_fire_timestamp_seconds",
							"When a schedule fired last, in seconds since 1970.", queries.rows("""
									SELECT TRIGGER_NAME, PREV_FIRE_TIME / 1000.0 FROM QRTZ_TRIGGERS
									WHERE SCHED_NAME = 'srdi' AND PREV_FIRE_TIME > 0
									"""))
					.by("schedule"),
				Measure
					.gauge("srdi_schedule_next_fire_timestamp_seconds",
							"When a schedule is to fire next, in seconds since 1970.", queries.rows("""
									SELECT TRIGGER_NAME, NEXT_FIRE_TIME / 1000.0 FROM QRTZ_TRIGGERS
									WHERE SCHED_NAME = 'srdi' AND NEXT_FIRE_TIME > 0
									"""))
					.by("schedule"),
				Measure.gauge("srdi_schedule_paused", "1 if a schedule is paused, otherwise 0.", queries.rows("""
						SELECT TRIGGER_NAME, CASE WHEN TRIGGER_STATE LIKE 'PAUSED%' THEN 1 ELSE 0 END FROM QRTZ_TRIGGERS
						WHERE SCHED_NAME = 'srdi'
						""")).by("schedule"),
				Measure.gauge("srdi_scheduler_nodes", "Nodes whose scheduler has checked in within the last minute.",
						queries.rows("""
								SELECT COUNT(*) FROM QRTZ_SCHEDULER_STATE
								WHERE SCHED_NAME = 'srdi' AND LAST_CHECKIN_TIME > :nowMillis - 60000
								""")),
				Measure.gauge("srdi_schedule_last_fire_failed",
						"1 if what a schedule did last failed, otherwise 0; while it is at it, what it did before counts.",
						queries.rows("""
								SELECT f.schedule, MAX(CASE f.status WHEN 'FAILED' THEN 1 ELSE 0 END)
								FROM schedule_fire f
								JOIN (SELECT job, schedule, MAX(scheduled_at) AS at FROM schedule_fire
								  WHERE status <> 'RUNNING' GROUP BY job, schedule) x
								  ON x.job = f.job AND x.schedule = f.schedule AND x.at = f.scheduled_at
								WHERE f.status <> 'RUNNING'
								GROUP BY f.schedule
								"""))
					.by("schedule")
					.slow(),
				Measure.gauge("srdi_service_beat_age_seconds",
						"How long ago a process that serves gave its last sign of life.",
						queries.age("SELECT MAX(beat_at) FROM service_beat")),
				Measure
					.gauge(EXPECTATIONS, "Expectations that were told to be missed and are not met since.",
							queries.rows("""
									SELECT code, COUNT(*) FROM expectation_state
									WHERE met_at IS NULL AND alerted_at IS NOT NULL GROUP BY code
									"""))
					.by("expectation"),
				Measure.gauge("srdi_leases", "Locks of runs: held, or lapsed because their owner is gone.",
						queries.counts(
								"""
										SELECT CASE WHEN held_until < CURRENT_TIMESTAMP(6) THEN 'lapsed' ELSE 'held' END, COUNT(*) FROM run_lock
										GROUP BY CASE WHEN held_until < CURRENT_TIMESTAMP(6) THEN 'lapsed' ELSE 'held' END
										""",
								"held", "lapsed"))
					.by("state"));
	}

}
