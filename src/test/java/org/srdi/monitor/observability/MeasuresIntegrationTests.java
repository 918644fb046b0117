package org.srdi.monitor.observability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.database.Engine;
import org.srdi.monitor.database.TestDatabase;
import org.srdi.monitor.submission.Inbox;

import static org.assertj.core.api.Assertions.assertThat;

/** The figures are those of the tables. */
class MeasuresIntegrationTests {

	/** The 30th at noon in Shanghai; the deadline of 2026-10 was the 29th at 00:00. */
	private static final Instant NOW = Instant.parse("2026-10-30T04:00:00Z");

	private final DataSource database = TestDatabase.emptied();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	@TempDir
	private Path inbox;

	@BeforeEach
	void fill() {
		run("INSERT INTO region (code, level, name, name_en) VALUES ('420100', 'CITY', '武汉市', 'Wuhan')");
		for (int id = 1; id <= 3; id++) {
			run("INSERT INTO enterprise (id, name, city_code) VALUES (" + id + ", 'E" + id + "', '420100')");
			run("INSERT INTO membership (enterprise_id, valid_from, duty) VALUES (" + id + ", '2026-01-01', '"
					+ ((id == 3) ? "EXEMPT" : "DUE") + "')");
			run("INSERT INTO roster (period, enterprise_id, duty, city_code) VALUES ('2026-10', " + id + ", '"
					+ ((id == 3) ? "EXEMPT" : "DUE") + "', '420100')");
		}
	}

	private void run(String sql) {
		this.jdbc.sql(sql).update();
	}

	private void file(int id, String state, String receivedAt, boolean answered) {
		run("INSERT INTO intake_file (id, claim, file_name, channel, sha256, size_bytes, received_at, run_id, "
				+ "period_hint, state, answered) VALUES (" + id + ", 'c" + id + "', 'f', 'inbox', '" + "0".repeat(64)
				+ "', 1, '" + receivedAt + "', 'r', '2026-10', '" + state + "', " + answered + ")");
	}

	private void report(int id, int enterprise, int version, String state, String receivedAt, boolean late) {
		run("INSERT INTO submission (id, file_id, position, enterprise_id, period, counted_in, version_no, content_hash, "
				+ "received_at, late, run_id, state) VALUES (" + id + ", 1, " + id + ", " + enterprise
				+ ", '2026-10', '2026-10', " + version + ", '" + "0".repeat(64) + "', '" + receivedAt + "', " + late
				+ ", 'r', '" + state + "')");
	}

	private Readings.State read() {
		Queries queries = new Queries(this.database, Duration.ofSeconds(20));
		List<Measure> measures = ObservabilityConfiguration.ofTables(queries,
				new Inbox(this.inbox, Duration.ofSeconds(2), () -> NOW));
		Moment moment = new Moment(NOW, ReportingPeriod.parse("2026-10"), Instant.parse("2026-10-28T16:00:00Z"),
				ReportingPeriod.parse("2026-11"), Instant.parse("2026-11-28T16:00:00Z"));
		try (Readings readings = new Readings(measures, () -> moment, () -> NOW,
				new ObservabilityProperties(Duration.ofSeconds(20), Duration.ofMinutes(5), Duration.ofMinutes(1),
						DataSize.ofGigabytes(1), Duration.ofHours(1)))) {
			return readings.current();
		}
	}

	@Test
	void everyFigureCanBeReadFromEmptyTables() {
		Readings.State state = read();
		assertThat(state.complete()).isTrue();
		assertThat(state.figure("srdi_queue_oldest_age_seconds", "files")).isEqualTo(0.0);
		assertThat(state.figure("srdi_reports_total", "accepted")).isEqualTo(0.0);
		assertThat(state.figure("srdi_inbox_oldest_age_seconds")).isEqualTo(0.0);
	}

	@Test
	void coverageIsThatOfTheFrozenRosterAndBeforeTheFreezeOfTheRegister() {
		file(1, "READ", "2026-10-20 08:00:00", true);
		report(1, 1, 1, "ACCEPTED", "2026-10-20 08:00:00", false);
		run("INSERT INTO monthly_report (enterprise_id, period, submission_id) VALUES (1, '2026-10', 1)");
		run("INSERT INTO membership (enterprise_id, valid_from, duty) VALUES (3, '2026-11-01', 'DUE')");
		Readings.State state = read();
		assertThat(state.figure("srdi_firms_due", "due")).isEqualTo(2.0);
		assertThat(state.figure("srdi_firms_accepted", "due")).isEqualTo(1.0);
		assertThat(state.figure("srdi_firms_due", "collecting")).isEqualTo(3.0);
		assertThat(state.figure("srdi_firms_accepted", "collecting")).isEqualTo(0.0);
	}

	@Test
	void latenessIsThatOfTheFirstVersionInWholeDaysBegun() {
		file(1, "READ", "2026-10-20 08:00:00", true);
		report(1, 1, 1, "RETURNED", "2026-10-28 23:59:59", false);
		report(2, 1, 2, "ACCEPTED", "2026-11-20 00:00:00", true);
		report(3, 2, 1, "HELD", "2026-10-29 23:59:59", true);
		report(4, 3, 1, "ACCEPTED", "2026-10-30 00:00:00", true);
		Readings.State state = read();
		assertThat(state.figure("srdi_first_reports", "on_time")).isEqualTo(1.0);
		assertThat(state.figure("srdi_first_reports", "1")).isEqualTo(1.0);
		assertThat(state.figure("srdi_first_reports", "2-3")).isEqualTo(1.0);
		assertThat(state.figure("srdi_first_reports", "8+")).isEqualTo(0.0);
		assertThat(state.figure("srdi_period_reports", "due", "accepted")).isEqualTo(2.0);
		assertThat(state.figure("srdi_period_reports", "due", "held")).isEqualTo(1.0);
	}

	@Test
	void queuesTellHowManyWaitAndSinceWhen() throws Exception {
		file(1, "READ", "2026-10-30 09:00:00", false);
		file(2, "CLAIMED", "2026-10-30 11:00:00", true);
		file(3, "CLAIMED", "2026-10-30 11:30:00", true);
		report(1, 1, 1, "RECEIVED", "2026-10-30 10:00:00", false);
		Files.setLastModifiedTime(Files.writeString(this.inbox.resolve("a.xlsx"), "a"),
				FileTime.from(NOW.minusSeconds(90)));
		Files.setLastModifiedTime(Files.writeString(this.inbox.resolve("b.xlsx"), "b"),
				FileTime.from(NOW.minusSeconds(30)));
		Readings.State state = read();
		assertThat(state.figure("srdi_queue_length", "files")).isEqualTo(2.0);
		assertThat(state.figure("srdi_queue_oldest_age_seconds", "files")).isEqualTo(3600.0);
		assertThat(state.figure("srdi_queue_oldest_age_seconds", "reports")).isEqualTo(7200.0);
		assertThat(state.figure("srdi_queue_oldest_age_seconds", "answers")).isEqualTo(10800.0);
		assertThat(state.figure("srdi_inbox_files")).isEqualTo(2.0);
		assertThat(state.figure("srdi_inbox_oldest_age_seconds")).isEqualTo(90.0);
	}

	@Test
	void runsTellTheirLastSuccessAndHowLongItTook() {
		record(1, "DONE", "2026-10-29 00:30:00", "'2026-10-29 00:31:30'", 5, 1);
		record(2, "DONE", "2026-10-29 09:00:00", "'2026-10-29 09:00:41.5'", 7, 0);
		record(3, "RUNNING", "2026-10-30 11:59:00", "NULL", 0, 0);
		Readings.State state = read();
		// 2026-10-29T01:00:41.5Z
		assertThat(state.figure("srdi_run_last_success_timestamp_seconds", "monthly-operations"))
			.isEqualTo(Instant.parse("2026-10-29T01:00:41.5Z").toEpochMilli() / 1000.0);
		assertThat(state.figure("srdi_run_last_duration_seconds", "monthly-operations")).isEqualTo(41.5);
		assertThat(state.figure("srdi_runs_unfinished", "monthly-operations", "RUNNING")).isEqualTo(1.0);
		assertThat(state.figure("srdi_reports_total", "accepted")).isEqualTo(12.0);
		assertThat(state.figure("srdi_reports_total", "held")).isEqualTo(1.0);
	}

	@Test
	void startsAreCountedByHowTheyEnded() {
		record(1, "DONE", "2026-10-29 00:30:00", "'2026-10-29 00:31:30'", 5, 1);
		attempt(1, "KILLED");
		attempt(2, "FAILED");
		attempt(3, "FAILED");
		attempt(4, "DONE");
		Readings.State state = read();
		assertThat(state.figure("srdi_run_attempts_total", "monthly-operations", "failed")).isEqualTo(2.0);
		assertThat(state.figure("srdi_run_attempts_total", "monthly-operations", "killed")).isEqualTo(1.0);
		assertThat(state.figure("srdi_run_attempts_total", "monthly-operations", "done")).isEqualTo(1.0);
	}

	private void attempt(int attempt, String outcome) {
		run("INSERT INTO run_attempt (run_id, attempt, business_time, started_at, outcome) VALUES "
				+ "('monthly-operations/2026-10/1', " + attempt + ", '2026-10-29 00:30:00', '2026-10-29 00:30:00', '"
				+ outcome + "')");
	}

	@Test
	void anExpectationIsOpenFromItsAlertUntilItIsMet() {
		expect("rollup-published", "2026-10", "NULL", "'2026-10-29 08:30:00'");
		expect("rollup-published", "2026-09", "'2026-09-29 09:00:00'", "'2026-09-29 08:30:00'");
		expect("backup", "2026-10-30", "NULL", "NULL");
		Readings.State state = read();
		assertThat(state.figure("srdi_expectations_open", "rollup-published")).isEqualTo(1.0);
		assertThat(state.figure("srdi_expectations_open", "backup")).isNull();
	}

	private void expect(String code, String key, String met, String alerted) {
		run("INSERT INTO expectation_state (code, business_key, due, met_at, alerted_at) VALUES ('" + code + "', '"
				+ key + "', '2026-10-29 08:30:00', " + met + ", " + alerted + ")");
	}

	private void record(int revision, String status, String started, String finished, int accepted, int held) {
		run("INSERT INTO run_record (run_id, job, period, revision, business_time, started_at, finished_at, status, "
				+ "accepted, held) VALUES ('monthly-operations/2026-10/" + revision
				+ "', 'monthly-operations', '2026-10', " + revision + ", '2026-10-29 00:30:00', '" + started + "', "
				+ finished + ", '" + status + "', " + accepted + ", " + held + ")");
	}

	@Test
	void schedulesTellWhenTheyFireAndWhetherTheyArePaused() {
		run("INSERT INTO QRTZ_JOB_DETAILS (SCHED_NAME, JOB_NAME, JOB_GROUP, JOB_CLASS_NAME, IS_DURABLE, "
				+ "IS_NONCONCURRENT, IS_UPDATE_DATA, REQUESTS_RECOVERY) VALUES ('srdi', 'ingest', 'g', 'c', "
				+ booleans() + ")");
		run("INSERT INTO QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP, JOB_NAME, JOB_GROUP, NEXT_FIRE_TIME, "
				+ "PREV_FIRE_TIME, TRIGGER_STATE, TRIGGER_TYPE, START_TIME) VALUES ('srdi', 'ingest', 'g', 'ingest', "
				+ "'g', 1793333100000, -1, 'PAUSED', 'CRON', 1)");
		run("INSERT INTO QRTZ_SCHEDULER_STATE (SCHED_NAME, INSTANCE_NAME, LAST_CHECKIN_TIME, CHECKIN_INTERVAL) VALUES "
				+ "('srdi', 'a', " + (NOW.toEpochMilli() - 3000) + ", 3000), ('srdi', 'b', "
				+ (NOW.toEpochMilli() - 61000) + ", 3000)");
		// leases are judged by the clock of the database
		run("INSERT INTO run_lock (name, owner, held_until) VALUES "
				+ "('month/2026-10', 'h/1/1', TIMESTAMPADD(SECOND, 3600, CURRENT_TIMESTAMP(6))), "
				+ "('ingest', 'h/2/2', TIMESTAMPADD(SECOND, -3600, CURRENT_TIMESTAMP(6)))");
		Readings.State state = read();
		assertThat(state.figure("srdi_schedule_next_fire_timestamp_seconds", "ingest")).isEqualTo(1793333100.0);
		assertThat(state.figure("srdi_schedule_last_fire_timestamp_seconds", "ingest")).isNull();
		assertThat(state.figure("srdi_schedule_paused", "ingest")).isEqualTo(1.0);
		assertThat(state.figure("srdi_scheduler_nodes")).isEqualTo(1.0);
		assertThat(state.figure("srdi_leases", "held")).isEqualTo(1.0);
		assertThat(state.figure("srdi_leases", "lapsed")).isEqualTo(1.0);
	}

	@Test
	void aScheduleFailedIfWhatItFinishedLastDid() {
		fire("ingest", "2026-10-30 11:50:00", "FAILED");
		fire("ingest", "2026-10-30 11:55:00", "DONE");
		fire("close-month", "2026-10-29 00:30:00", "DONE");
		fire("close-month", "2026-10-30 00:30:00", "FAILED");
		fire("close-month", "2026-10-30 11:30:00", "RUNNING");
		run("INSERT INTO service_beat (node, started_at, beat_at) VALUES "
				+ "('a', '2026-10-30 08:00:00', '2026-10-30 11:59:40'), ('b', '2026-10-30 08:00:00', '2026-10-30 10:00:00')");
		Readings.State state = read();
		assertThat(state.figure("srdi_schedule_last_fire_failed", "ingest")).isEqualTo(0.0);
		assertThat(state.figure("srdi_schedule_last_fire_failed", "close-month")).isEqualTo(1.0);
		assertThat(state.figure("srdi_service_beat_age_seconds")).isEqualTo(20.0);
	}

	private void fire(String schedule, String at, String status) {
		run("INSERT INTO schedule_fire (job, schedule, scheduled_at, actor, node, attempts, started_at, status) VALUES "
				+ "('enterprise-monthly', '" + schedule + "', '" + at + "', 'schedule', 'h/1', 1, '" + at + "', '"
				+ status + "')");
	}

	@Test
	void mailsAreOverdueOnlyWhereTheyCouldHaveGone() {
		run("INSERT INTO notice (id, notice_key, content_hash, kind, subject, content, created_at) VALUES (1, 'k', '"
				+ "0".repeat(64) + "', 'alert', 's', 't', '2026-10-29 20:00:00')");
		deliver(1, "QUEUED", "2026-10-31 08:00:00"); // waits for the morning
		deliver(2, "FAILED", "2026-10-30 11:50:00");
		deliver(3, "GIVEN_UP", "2026-10-29 20:00:00");
		deliver(4, "SENT", "2026-10-29 20:00:00");
		run("INSERT INTO notice_channel (name, failures, since, retry_at, error_code, last_error) VALUES "
				+ "('smtp', 3, '2026-10-30 11:00:00', '2026-10-30 12:05:00', 'x', 'refused')");
		Readings.State state = read();
		assertThat(state.figure("srdi_mail_oldest_due_age_seconds")).isEqualTo(600.0);
		assertThat(state.figure("srdi_mail_deliveries", "queued")).isEqualTo(1.0);
		assertThat(state.figure("srdi_mail_deliveries", "sending")).isEqualTo(0.0);
		assertThat(state.figure("srdi_mail_deliveries", "given_up")).isEqualTo(1.0);
		assertThat(state.figure("srdi_mail_sent_total")).isEqualTo(1.0);
		assertThat(state.figure("srdi_mail_server_failures")).isEqualTo(3.0);
	}

	private void deliver(int id, String state, String nextAttempt) {
		run("INSERT INTO notice_delivery (id, notice_id, notice_key, address, name, locale, state, next_attempt_at) VALUES "
				+ "(" + id + ", 1, 'k', 'a" + id + "@example.cn', 'n', 'zh', '" + state + "', '" + nextAttempt + "')");
	}

	/** Four flags, as either engine has them. */
	private String booleans() {
		return Engine.current().isMySql() ? "'1', '0', '0', '1'" : "TRUE, FALSE, FALSE, TRUE";
	}

}
