package org.srdi.monitor.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;

/** The traces that what happened has left in the tables. Reads only. */
final class Traces {

	/** A tick that has been at work for longer is taken for one that hangs. */
	private static final Duration LONGEST_RUN = Duration.ofHours(6);

	private final JdbcClient jdbc;

	private final String job;

	Traces(JdbcClient jdbc, String job) {
		this.jdbc = jdbc;
		this.job = job;
	}

	/** Returns the stored deadline of a period, empty if none is stored. */
	Optional<Instant> due(ReportingPeriod period) {
		return instant(
				this.jdbc.sql("SELECT due_at FROM deadline WHERE period = :period").param("period", period.toString()));
	}

	/** Returns the first period that schedules work off, empty before the first start. */
	Optional<ReportingPeriod> firstPeriod() {
		return this.jdbc.sql("SELECT MIN(first_period) FROM schedule_state WHERE job = :job")
			.param("job", this.job)
			.query((rs, n) -> Optional.ofNullable(rs.getString(1)).map(ReportingPeriod::parse))
			.single();
	}

	boolean isPublished(ReportingPeriod period) {
		return count(this.jdbc.sql("SELECT COUNT(*) FROM publication WHERE period = :period")
			.param("period", period.toString())) > 0;
	}

	/** Returns how many cities owe reports of a period. */
	int cities(ReportingPeriod period) {
		return count(
				this.jdbc.sql("SELECT COUNT(DISTINCT city_code) FROM roster WHERE period = :period AND duty = 'DUE'")
					.param("period", period.toString()));
	}

	/** Returns how many of them have figures. */
	int citiesWithFigures(ReportingPeriod period) {
		return count(this.jdbc.sql("""
				SELECT COUNT(DISTINCT i.member) FROM indicator_value i
				WHERE i.period = :period AND i.grouping_code = 'CITY' AND EXISTS (
					SELECT 1 FROM roster r WHERE r.period = :period AND r.city_code = i.member AND r.duty = 'DUE')
				""").param("period", period.toString()));
	}

	/** Returns how many were to get the rollup of a period. */
	int rollupRecipients(ReportingPeriod period) {
		return count(this.jdbc.sql("SELECT COUNT(*) FROM notice_delivery WHERE notice_key LIKE :key")
			.param("key", "rollup/" + period + "/%"));
	}

	/** Returns how many of them have not got it. */
	int rollupUnsent(ReportingPeriod period) {
		return count(this.jdbc.sql("""
				SELECT COUNT(*) FROM notice_delivery
				WHERE notice_key LIKE :key AND state <> 'SENT' AND state <> 'CANCELLED'
				""").param("key", "rollup/" + period + "/%"));
	}

	/** Returns when a schedule was first met, empty if it never was. */
	Optional<Instant> begun(String schedule) {
		return instant(this.jdbc.sql("SELECT begun_at FROM schedule_state WHERE job = :job AND schedule = :schedule")
			.param("job", this.job)
			.param("schedule", schedule));
	}

	/** Returns when a schedule last ran without failing; now if it is at it. */
	Optional<Instant> lastRun(String schedule, Instant now) {
		return this.jdbc.sql("""
				SELECT scheduled_at, status FROM schedule_fire
				WHERE job = :job AND schedule = :schedule AND status <> 'FAILED' AND scheduled_at <= :now
				ORDER BY scheduled_at DESC LIMIT 1
				""")
			.param("job", this.job)
			.param("schedule", schedule)
			.param("now", StoredTime.of(now))
			.query((rs, n) -> {
				Instant at = StoredTime.toInstant(rs.getObject(1, LocalDateTime.class));
				boolean running = "RUNNING".equals(rs.getString(2)) && at.isAfter(now.minus(LONGEST_RUN));
				return running ? now : at;
			})
			.optional();
	}

	/** Returns the last sign of life of the service, empty if it never gave any. */
	Optional<Instant> lastBeat() {
		return instant(this.jdbc.sql("SELECT MAX(beat_at) FROM service_beat"));
	}

	/**
	 * Returns since when the service has been alive that gave a beat after an instant.
	 */
	Optional<Instant> aliveSince(Instant beatAfter) {
		return instant(this.jdbc.sql("SELECT MIN(started_at) FROM service_beat WHERE beat_at >= :after")
			.param("after", StoredTime.of(beatAfter)));
	}

	/** Returns when the oldest unreadable file came that has no answer. */
	Optional<Instant> oldestUnanswered() {
		return instant(this.jdbc
			.sql("SELECT MIN(received_at) FROM intake_file WHERE answered = FALSE AND state = 'UNREADABLE'"));
	}

	/** Returns the times of a period in which the service was out, that end after one. */
	List<Gap> gaps(Instant endAfter) {
		return this.jdbc.sql("""
				SELECT from_at, to_at FROM outage WHERE to_at > :after AND kind = 'DETECTED' ORDER BY from_at
				""")
			.param("after", StoredTime.of(endAfter))
			.query((rs, n) -> new Gap(StoredTime.toInstant(rs.getObject(1, LocalDateTime.class)),
					StoredTime.toInstant(rs.getObject(2, LocalDateTime.class))))
			.list();
	}

	/** Returns whether an expectation is known to have been met. */
	boolean isKnownMet(String code, String key) {
		return count(this.jdbc.sql("""
				SELECT COUNT(*) FROM expectation_state
				WHERE code = :code AND business_key = :key AND met_at IS NOT NULL
				""").param("code", code).param("key", key)) > 0;
	}

	private static int count(JdbcClient.StatementSpec statement) {
		return statement.query(Integer.class).single();
	}

	private static Optional<Instant> instant(JdbcClient.StatementSpec statement) {
		return statement.query((rs, n) -> Optional.ofNullable(rs.getObject(1, LocalDateTime.class)))
			.optional()
			.flatMap((time) -> time)
			.map(StoredTime::toInstant);
	}

}
