package org.srdi.monitor.schedule;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;

/** What is kept of the schedules of a job beside the store of Quartz. */
final class ScheduleStore {

	private static final int LONGEST_TEXT = 1000;

	private final JdbcClient jdbc;

	private final InstantSource machineClock;

	private final String job;

	private final String node = ManagementFactory.getRuntimeMXBean().getName();

	ScheduleStore(JdbcClient jdbc, InstantSource machineClock, String job) {
		this.jdbc = jdbc;
		this.machineClock = machineClock;
		this.job = job;
	}

	/**
	 * A time at which a schedule fired.
	 *
	 * @param scheduledAt the time it was to fire
	 * @param actor {@code schedule}, or who did it by hand
	 * @param node where
	 * @param status RUNNING, or how it ended
	 * @param outcome what was done; null while it runs
	 */
	record Fire(Instant scheduledAt, String actor, String node, String status, @Nullable String outcome) {

	}

	/**
	 * A pause.
	 *
	 * @param at since when
	 * @param actor who paused it
	 */
	record Pause(Instant at, String actor) {

	}

	/** Notes that a schedule fires, or does so again after a crash. */
	void begin(String schedule, Instant scheduledAt, String actor) {
		this.jdbc.sql("""
				INSERT INTO schedule_fire (job, schedule, scheduled_at, actor, node, attempts, started_at, status)
				VALUES (:job, :schedule, :at, :actor, :node, 1, :now, 'RUNNING')
				ON DUPLICATE KEY UPDATE attempts = attempts + 1, node = VALUES(node), started_at = VALUES(started_at),
					status = VALUES(status), finished_at = NULL
				""")
			.param("job", this.job)
			.param("schedule", schedule)
			.param("at", StoredTime.of(scheduledAt))
			.param("actor", actor)
			.param("node", this.node)
			.param("now", now())
			.update();
	}

	/** Notes what came of it. */
	void finish(String schedule, Instant scheduledAt, String actor, Outcome outcome) {
		this.jdbc.sql("""
				UPDATE schedule_fire SET status = :status, outcome = :outcome, finished_at = :now
				WHERE job = :job AND schedule = :schedule AND scheduled_at = :at AND actor = :actor
				""")
			.param("status", outcome.status().name())
			.param("outcome", cut(outcome.text()))
			.param("now", now())
			.param("job", this.job)
			.param("schedule", schedule)
			.param("at", StoredTime.of(scheduledAt))
			.param("actor", actor)
			.update();
	}

	/** Returns when a schedule fired last, empty if it never did. */
	Optional<Fire> lastFire(String schedule) {
		return this.jdbc.sql("""
				SELECT scheduled_at, actor, node, status, outcome FROM schedule_fire
				WHERE job = :job AND schedule = :schedule ORDER BY scheduled_at DESC LIMIT 1
				""")
			.param("job", this.job)
			.param("schedule", schedule)
			.query((rs, n) -> new Fire(StoredTime.toInstant(rs.getObject(1, LocalDateTime.class)), rs.getString(2),
					rs.getString(3), rs.getString(4), rs.getString(5)))
			.optional();
	}

	/** Notes when a schedule was first met. */
	void meet(String schedule, Instant now) {
		this.jdbc.sql("""
				INSERT INTO schedule_state (job, schedule, begun_at) VALUES (:job, :schedule, :now)
				ON DUPLICATE KEY UPDATE begun_at = COALESCE(begun_at, VALUES(begun_at))
				""").param("job", this.job).param("schedule", schedule).param("now", StoredTime.of(now)).update();
	}

	/**
	 * Returns the first period that a schedule works off by itself; what is given, and
	 * from then on for ever, if it was not settled before.
	 */
	ReportingPeriod firstPeriod(String schedule, ReportingPeriod otherwise) {
		this.jdbc.sql("""
				INSERT INTO schedule_state (job, schedule, first_period) VALUES (:job, :schedule, :period)
				ON DUPLICATE KEY UPDATE first_period = COALESCE(first_period, VALUES(first_period))
				""").param("job", this.job).param("schedule", schedule).param("period", otherwise.toString()).update();
		return this.jdbc.sql("SELECT first_period FROM schedule_state WHERE job = :job AND schedule = :schedule")
			.param("job", this.job)
			.param("schedule", schedule)
			.query((rs, n) -> ReportingPeriod.parse(rs.getString(1)))
			.single();
	}

	/** Returns the state of a period, empty if it was not begun. */
	Optional<String> state(String schedule, ReportingPeriod period) {
		return this.jdbc.sql("""
				SELECT state FROM schedule_done
				WHERE job = :job AND schedule = :schedule AND business_key = :period
				""")
			.param("job", this.job)
			.param("schedule", schedule)
			.param("period", period.toString())
			.query(String.class)
			.optional();
	}

	/** Notes that a period is being worked off, unless it is done. */
	void claim(String schedule, ReportingPeriod period, Instant scheduledAt) {
		this.jdbc.sql("""
				INSERT INTO schedule_done (job, schedule, business_key, state, scheduled_at, claimed_at, node)
				VALUES (:job, :schedule, :period, 'CLAIMED', :at, :now, :node)
				ON DUPLICATE KEY UPDATE
					scheduled_at = CASE WHEN state = 'DONE' THEN scheduled_at ELSE VALUES(scheduled_at) END,
					claimed_at = CASE WHEN state = 'DONE' THEN claimed_at ELSE VALUES(claimed_at) END,
					node = CASE WHEN state = 'DONE' THEN node ELSE VALUES(node) END,
					state = CASE WHEN state = 'DONE' THEN state ELSE VALUES(state) END
				""")
			.param("job", this.job)
			.param("schedule", schedule)
			.param("period", period.toString())
			.param("at", StoredTime.of(scheduledAt))
			.param("now", now())
			.param("node", this.node)
			.update();
	}

	/** Notes what came of a period, once. */
	void settle(String schedule, ReportingPeriod period, String state, String outcome) {
		this.jdbc.sql("""
				UPDATE schedule_done SET state = :state, done_at = :now, outcome = :outcome
				WHERE job = :job AND schedule = :schedule AND business_key = :period AND state <> 'DONE'
				""")
			.param("state", state)
			.param("now", now())
			.param("outcome", cut(outcome))
			.param("job", this.job)
			.param("schedule", schedule)
			.param("period", period.toString())
			.update();
	}

	/** Notes that a schedule is paused; who paused it first stays. */
	void pause(String schedule, String actor) {
		this.jdbc.sql("""
				INSERT INTO schedule_state (job, schedule, paused_at, paused_by)
				VALUES (:job, :schedule, :now, :actor)
				ON DUPLICATE KEY UPDATE paused_by = COALESCE(paused_by, VALUES(paused_by)),
					paused_at = COALESCE(paused_at, VALUES(paused_at))
				""")
			.param("job", this.job)
			.param("schedule", schedule)
			.param("now", now())
			.param("actor", actor)
			.update();
	}

	/** Notes that a schedule goes on. */
	void resume(String schedule) {
		this.jdbc.sql("""
				UPDATE schedule_state SET paused_at = NULL, paused_by = NULL WHERE job = :job AND schedule = :schedule
				""").param("job", this.job).param("schedule", schedule).update();
	}

	/** Returns since when a schedule is paused, empty if it is not. */
	Optional<Pause> paused(String schedule) {
		return this.jdbc.sql("""
				SELECT paused_at, paused_by FROM schedule_state
				WHERE job = :job AND schedule = :schedule AND paused_at IS NOT NULL
				""")
			.param("job", this.job)
			.param("schedule", schedule)
			.query((rs, n) -> new Pause(StoredTime.toInstant(rs.getObject(1, LocalDateTime.class)), rs.getString(2)))
			.optional();
	}

	/** Notes that times were missed. */
	void misfired(String schedule) {
		this.jdbc.sql("""
				INSERT INTO schedule_state (job, schedule, last_misfire_at) VALUES (:job, :schedule, :now)
				ON DUPLICATE KEY UPDATE last_misfire_at = VALUES(last_misfire_at)
				""").param("job", this.job).param("schedule", schedule).param("now", now()).update();
	}

	/** Returns when times were last found to have been missed, empty if never. */
	Optional<Instant> lastMisfire(String schedule) {
		List<LocalDateTime> times = this.jdbc.sql("""
				SELECT last_misfire_at FROM schedule_state
				WHERE job = :job AND schedule = :schedule AND last_misfire_at IS NOT NULL
				""").param("job", this.job).param("schedule", schedule).query(LocalDateTime.class).list();
		return times.stream().map(StoredTime::toInstant).findFirst();
	}

	private LocalDateTime now() {
		return StoredTime.of(this.machineClock.instant());
	}

	private static String cut(String text) {
		return (text.length() <= LONGEST_TEXT) ? text : text.substring(0, LONGEST_TEXT);
	}

}
