package org.srdi.monitor.batch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** When a run that breaks off again and again is left for people. */
class BreaksIntegrationTests {

	private static final String RUN = "report-intake/7";

	private JdbcClient jdbc;

	private Breaks breaks;

	@BeforeEach
	void insertRun() {
		this.jdbc = JdbcClient.create(TestDatabase.emptied());
		this.breaks = new Breaks(this.jdbc);
		this.jdbc.sql("""
				INSERT INTO run_record (run_id, job, revision, business_time, started_at, status)
				VALUES (:id, 'report-intake', 7, '2026-10-29 00:30:00', '2026-10-29 00:30:00', 'RUNNING')
				""").param("id", RUN).update();
	}

	@Test
	void threeDeathsInARowInTheSameStepAreTooMany() {
		attempt(1, "KILLED", "ingest-reports");
		attempt(2, "KILLED", "ingest-reports");
		attempt(3, "RUNNING", "ingest-reports");
		assertThat(this.breaks.deaths(RUN).isTooMany()).isTrue();
		assertThat(this.breaks.deaths(RUN).text(RUN))
			.startsWith("运行 report-intake/7 在步骤 ingest-reports 连续中断 3 次，不再自动重启");
	}

	@Test
	void aRunThatGotFurtherBeginsAnew() {
		attempt(1, "KILLED", "ingest-reports");
		attempt(2, "KILLED", "ingest-reports");
		attempt(3, "KILLED", "check-reports");
		assertThat(this.breaks.of(RUN).times()).isEqualTo(1);
		assertThat(this.breaks.of(RUN).step()).isEqualTo("check-reports");
	}

	@Test
	void failuresKillNothingAndAreTriedAtEveryTick() {
		attempt(1, "FAILED", "ingest-reports");
		attempt(2, "FAILED", "ingest-reports");
		attempt(3, "FAILED", "ingest-reports");
		assertThat(this.breaks.deaths(RUN).isTooMany()).isFalse();
		assertThat(this.breaks.of(RUN).isTooMany()).isTrue();
	}

	@Test
	void aRunThatWasStoppedDidNotBreakOff() {
		attempt(1, "KILLED", "ingest-reports");
		attempt(2, "STOPPED", "ingest-reports");
		attempt(3, "KILLED", "ingest-reports");
		assertThat(this.breaks.of(RUN).times()).isEqualTo(1);
	}

	@Test
	void aRunThatNeverBeganDidNotBreakOff() {
		assertThat(this.breaks.of(RUN).times()).isZero();
		assertThat(this.breaks.of(RUN).last()).isNull();
	}

	private void attempt(int attempt, String outcome, String step) {
		this.jdbc.sql("""
				INSERT INTO run_attempt (run_id, attempt, business_time, started_at, outcome)
				VALUES (:id, :attempt, '2026-10-29 00:30:00', '2026-10-29 00:30:00', :outcome)
				""").param("id", RUN).param("attempt", attempt).param("outcome", outcome).update();
		this.jdbc.sql("""
				INSERT INTO run_step (run_id, step, execution, attempt, started_at, status)
				VALUES (:id, :step, :attempt, :attempt, '2026-10-29 00:30:00', 'STARTED')
				""").param("id", RUN).param("step", step).param("attempt", attempt).update();
	}

}
