package org.srdi.monitor.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.srdi.monitor.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HousekeepingIntegrationTests {

	/** 2026-10-29 03:40 in Shanghai. */
	private static final Instant NOW = Instant.parse("2026-10-28T19:40:00Z");

	private final DataSource database = TestDatabase.emptied();

	private final JdbcClient jdbc = JdbcClient.create(this.database);

	private final RunRecords records = new RunRecords(this.jdbc, Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")),
			InstantSource.fixed(NOW));

	@TempDir
	Path dataDir;

	private Housekeeping housekeeping;

	/** Those of the machinery are not emptied with the others. */
	@BeforeEach
	@AfterEach
	void empty() {
		for (String table : List.of("BATCH_STEP_EXECUTION_CONTEXT", "BATCH_STEP_EXECUTION",
				"BATCH_JOB_EXECUTION_CONTEXT", "BATCH_JOB_EXECUTION_PARAMS", "BATCH_JOB_EXECUTION",
				"BATCH_JOB_INSTANCE", "QRTZ_FIRED_TRIGGERS", "QRTZ_SCHEDULER_STATE", "run_lock")) {
			update("DELETE FROM " + table);
		}
	}

	@BeforeEach
	void prepare() {
		TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(this.database));
		this.housekeeping = new Housekeeping(this.jdbc, new OldExecutions(this.jdbc, transactions),
				new LooseFiles(this.jdbc, this.dataDir), this.records, new RunLocks(this.jdbc, Duration.ofSeconds(60)),
				() -> new RunResult.Inputs("d".repeat(64), "e".repeat(64), "none", "none"),
				new HousekeepingProperties(90, 3, 365), InstantSource.fixed(NOW));
	}

	private void execution(long id, long instance, String ended) {
		if (count("BATCH_JOB_INSTANCE WHERE job_instance_id = " + instance) == 0) {
			update("INSERT INTO BATCH_JOB_INSTANCE (job_instance_id, version, job_name, job_key) VALUES (%d, 0, 'j', '%d')"
				.formatted(instance, instance));
		}
		String end = (ended != null) ? "'" + ended + "'" : "NULL";
		update("INSERT INTO BATCH_JOB_EXECUTION (job_execution_id, version, job_instance_id, create_time, end_time, status) "
				+ "VALUES (%d, 0, %d, '2026-01-01 00:00:00', %s, 'COMPLETED')".formatted(id, instance, end));
		update("INSERT INTO BATCH_JOB_EXECUTION_PARAMS VALUES (%d, 'run', 'java.lang.String', 'x', 'N')".formatted(id));
		update("INSERT INTO BATCH_JOB_EXECUTION_CONTEXT VALUES (%d, '{}', NULL)".formatted(id));
		update("INSERT INTO BATCH_STEP_EXECUTION (step_execution_id, version, step_name, job_execution_id, create_time) "
				+ "VALUES (%d, 0, 's', %d, '2026-01-01 00:00:00')".formatted(id * 10, id));
		update("INSERT INTO BATCH_STEP_EXECUTION_CONTEXT VALUES (%d, '{}', NULL)".formatted(id * 10));
	}

	private void fired(String entry, String instance, Instant at) {
		update("INSERT INTO QRTZ_FIRED_TRIGGERS (SCHED_NAME, ENTRY_ID, TRIGGER_NAME, TRIGGER_GROUP, INSTANCE_NAME, "
				+ "FIRED_TIME, SCHED_TIME, PRIORITY, STATE) VALUES ('srdi', '%s', 't', 'g', '%s', %d, %d, 5, 'EXECUTING')"
					.formatted(entry, instance, at.toEpochMilli(), at.toEpochMilli()));
	}

	private void fill() throws IOException {
		execution(1, 1, "2026-07-31 03:39:59"); // 90 days and a second ago
		execution(2, 1, "2026-07-31 03:40:00");
		execution(3, 2, "2026-01-01 00:00:00");
		execution(4, 3, null);
		update("INSERT INTO QRTZ_SCHEDULER_STATE VALUES ('srdi', 'alive', %d, 3000)".formatted(NOW.toEpochMilli()));
		fired("1", "dead", NOW.minusSeconds(86_401));
		fired("2", "dead", NOW.minusSeconds(60));
		fired("3", "alive", NOW.minusSeconds(100_000));
		update("INSERT INTO run_lock (name, owner, held_until) VALUES ('old', 'a/1/1', '2026-10-28 03:39:59')");
		update("INSERT INTO run_lock (name, owner, held_until) VALUES ('new', 'a/1/1', '2026-10-28 03:40:01')");
		update("INSERT INTO expectation_state (code, business_key, due) VALUES ('a', '2023-09', '2023-10-29 03:39:59')");
		update("INSERT INTO expectation_state (code, business_key, due) VALUES ('a', '2023-10', '2023-10-29 03:40:01')");
		file("archive/new-1.part", NOW.minusSeconds(86_401));
		file("archive/new-2.part", NOW.minusSeconds(86_399));
		file("archive/ab/abcd", Instant.parse("2020-01-01T00:00:00Z"));
		file("outbox/files/ab/ab12", NOW.minusSeconds(366 * 86_400L));
		file("outbox/files/cd/cd34", NOW.minusSeconds(364 * 86_400L));
		file("outbox/sent/ab/ab12", NOW.minusSeconds(366 * 86_400L));
	}

	private void file(String name, Instant written) throws IOException {
		Path file = this.dataDir.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, "x");
		Files.setLastModifiedTime(file, FileTime.from(written));
	}

	@Test
	void removesWhatIsOldAndNothingElse() throws IOException {
		fill();
		Map<String, Long> expected = Map.of("batch-executions", 2L, "quartz-fired", 1L, "lapsed-locks", 1L,
				"schedule-fires", 0L, "schedule-periods", 0L, "expectations", 1L, "loose-parts", 1L,
				"loose-attachments", 1L);
		assertThat(this.housekeeping.count()).containsExactlyInAnyOrderEntriesOf(expected);
		assertThat(count("BATCH_JOB_EXECUTION")).isEqualTo(4);

		assertThat(this.housekeeping.keep(Actor.schedule("housekeeping")).orElseThrow())
			.containsExactlyInAnyOrderEntriesOf(expected);
		assertThat(count("BATCH_JOB_EXECUTION WHERE job_execution_id IN (2, 4)")).isEqualTo(2);
		assertThat(count("BATCH_JOB_INSTANCE WHERE job_instance_id IN (1, 3)")).isEqualTo(2);
		for (String table : new String[] { "BATCH_JOB_EXECUTION", "BATCH_JOB_INSTANCE", "BATCH_STEP_EXECUTION",
				"BATCH_STEP_EXECUTION_CONTEXT", "BATCH_JOB_EXECUTION_CONTEXT", "BATCH_JOB_EXECUTION_PARAMS" }) {
			assertThat(count(table)).as(table).isEqualTo(2);
		}
		assertThat(count("QRTZ_FIRED_TRIGGERS WHERE ENTRY_ID IN ('2', '3')")).isEqualTo(2);
		assertThat(count("run_lock")).isEqualTo(1); // the new one, and its own is given
													// back
		assertThat(this.dataDir.resolve("archive/ab/abcd")).exists();
		assertThat(this.dataDir.resolve("archive/new-1.part")).doesNotExist();
		assertThat(this.dataDir.resolve("archive/new-2.part")).exists();
		assertThat(this.dataDir.resolve("outbox/files/ab/ab12")).doesNotExist();
		assertThat(this.dataDir.resolve("outbox/sent/ab/ab12")).exists();
	}

	@Test
	void isPartOfTheHistoryItKeeps() throws IOException {
		fill();
		this.housekeeping.keep(Actor.schedule("housekeeping"));
		this.housekeeping.keep(Actor.schedule("housekeeping"));
		RunHistory history = new RunHistory(this.jdbc);
		assertThat(history.list(Housekeeping.JOB, null, 10)).extracting(RunSummary::run)
			.containsExactly("housekeeping/2", "housekeeping/1");
		assertThat(history.show("housekeeping/1").orElseThrow().steps())
			.filteredOn((step) -> step.step().equals("batch-executions"))
			.singleElement()
			.returns(2L, RunPassport.Step::written);
		assertThat(history.show("housekeeping/2").orElseThrow().steps()).allMatch((step) -> step.written() == 0);
	}

	@Test
	void isDoneByOneAtATime() {
		RunLocks elsewhere = new RunLocks(this.jdbc, Duration.ofSeconds(60));
		try (RunLocks.Held lock = elsewhere.tryHold(Housekeeping.JOB).orElseThrow()) {
			assertThat(lock).hasToString("housekeeping");
			assertThat(this.housekeeping.keep(Actor.schedule("housekeeping"))).isEmpty();
		}
		assertThat(count("run_record")).isZero();
	}

	@Test
	void refusesToKeepTooLittle() {
		assertThatThrownBy(() -> new HousekeepingProperties(6, 3, 365))
			.hasMessage("srdi.housekeeping.keep-days is 6: expected 7 or more");
	}

	private void update(String sql) {
		this.jdbc.sql(sql).update();
	}

	private int count(String from) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + from).query(Integer.class).single();
	}

}
