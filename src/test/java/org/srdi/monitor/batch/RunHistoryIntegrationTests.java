package org.srdi.monitor.batch;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.database.TestDatabase;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.submission.Tally;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of runs, and what is told of it. */
class RunHistoryIntegrationTests {

	private static final Instant START = Instant.parse("2026-10-28T16:30:00Z");

	private static final Tally TALLY = new Tally(6, 2, 1, 1, 1, 1, 0);

	private static final Actor ACTOR = Actor.schedule("close-month");

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.emptied());

	private Instant now = START;

	private final RunRecords records = new RunRecords(this.jdbc, Clock.fixed(START, ZoneId.of("Asia/Shanghai")),
			(InstantSource) () -> this.now);

	private final RunHistory history = new RunHistory(this.jdbc);

	@BeforeEach
	void startAtTheBeginning() {
		this.now = START;
	}

	private static RunRecords.Run run(int month, int revision) {
		return new RunRecords.Run(Runs.MONTH, ReportingPeriod.of(2026, month), revision, false, null);
	}

	private static RunResult result(String definitions, String sha, String revenue) {
		Map<String, @Nullable BigDecimal> figures = new LinkedHashMap<>();
		figures.put("revenue", new BigDecimal(revenue));
		figures.put("revenue_growth", null);
		return new RunResult(TALLY, new RunResult.Inputs("d".repeat(64), definitions, "plans-1.register-2", "7/x"),
				List.of(new Publications.Recorded("province-monthly", "月报.xlsx", sha.repeat(64))), figures);
	}

	private void done(int month, int revision, int seconds) {
		this.records.begin(run(month, revision), ACTOR);
		step(run(month, revision).id(), "check-reports", 1, "COMPLETED", seconds / 2);
		this.now = this.now.plusSeconds(seconds);
		this.records.finish(run(month, revision), result("a".repeat(64), "1", "100.5"));
		this.now = this.now.plusSeconds(3600);
	}

	private void step(String run, String step, int attempt, String status, @Nullable Integer seconds) {
		this.jdbc.sql("""
				INSERT INTO run_step (run_id, step, execution, attempt, started_at, ended_at, status, read_count,
					write_count, skip_count, commit_count, rollback_count)
				VALUES (:run, :step, :attempt, :attempt, '2026-10-29 00:30:00', :ended, :status, 6, 5, 0, 2, 1)
				""")
			.param("run", run)
			.param("step", step)
			.param("attempt", attempt)
			.param("ended",
					(seconds != null) ? "2026-10-29 00:%02d:%02d".formatted(30 + seconds / 60, seconds % 60) : null)
			.param("status", status)
			.update();
	}

	@Test
	void keepsWhatARunRestedOnAndMade() {
		done(10, 1, 41);
		RunPassport run = this.history.show("monthly-operations/2026-10/1").orElseThrow();
		assertThat(run.summary()).returns("DONE", RunSummary::status)
			.returns(START, RunSummary::startedAt)
			.returns(START.plusSeconds(41), RunSummary::finishedAt)
			.returns(TALLY, RunSummary::received)
			.returns("schedule close-month", RunSummary::actor);
		assertThat(run.balanced()).isTrue();
		assertThat(run.inputs())
			.isEqualTo(new RunPassport.Inputs("d".repeat(64), "a".repeat(64), "plans-1.register-2", "7/x"));
		assertThat(run.outputs())
			.containsExactly(new Publications.Recorded("province-monthly", "月报.xlsx", "1".repeat(64)));
		assertThat(run.figures().get("revenue")).isEqualByComparingTo("100.5");
		assertThat(run.figures()).containsEntry("revenue_growth", null);
		assertThat(run.attempts()).singleElement().returns("DONE", RunPassport.Attempt::outcome);
		assertThat(run.steps()).singleElement()
			.returns(6L, RunPassport.Step::read)
			.returns(5L, RunPassport.Step::written)
			.returns(2L, RunPassport.Step::commits)
			.returns(1L, RunPassport.Step::rollbacks);
	}

	@Test
	void tellsAStartThatWasKilledFromOneThatFailedAndOneThatWasStopped() {
		this.records.begin(run(10, 1), ACTOR);
		step("monthly-operations/2026-10/1", "check-reports", 1, "STARTED", null);
		this.now = START.plusSeconds(100);
		assertThat(this.records.begin(run(10, 1), Actor.schedule("again"))).isEqualTo(2);
		this.records.fail(run(10, 1), "x".repeat(2000));
		assertThat(this.records.begin(run(10, 1), ACTOR)).isEqualTo(3);
		this.records.stop(run(10, 1));
		assertThat(this.records.begin(run(10, 1), ACTOR)).isEqualTo(4);
		this.records.finish(run(10, 1), result("a".repeat(64), "1", "1"));

		RunPassport run = this.history.show("monthly-operations/2026-10/1").orElseThrow();
		assertThat(run.attempts()).extracting(RunPassport.Attempt::outcome)
			.containsExactly("KILLED", "FAILED", "STOPPED", "DONE");
		assertThat(run.attempts().get(0).endedAt()).isNull();
		assertThat(run.attempts().get(1).message()).hasSize(1000);
		assertThat(run.steps()).singleElement()
			.returns("KILLED", RunPassport.Step::status)
			.returns(null, RunPassport.Step::timing);
		assertThat(run.summary().attempts()).isEqualTo(4);
		assertThat(run.summary().startedAt()).isEqualTo(START);
	}

	@Test
	void aRunIsHeldAgainstTheMedianOfThoseDoneAtTheFirstAttempt() {
		done(7, 1, 10);
		done(8, 1, 30);
		this.records.begin(run(9, 1), ACTOR);
		this.records.fail(run(9, 1), "away");
		done(9, 1, 500); // at the second attempt
		done(9, 2, 20);
		done(10, 1, 62);
		Timing timing = this.history.show("monthly-operations/2026-10/1").orElseThrow().timing();
		assertThat(timing).isNotNull()
			.returns(Duration.ofSeconds(62), Timing::took)
			.returns(Duration.ofSeconds(20), Timing::usual)
			.returns(3, Timing::runs);
		assertThat(timing.factor()).isEqualByComparingTo("3.1");
		Timing step = this.history.show("monthly-operations/2026-10/1").orElseThrow().steps().get(0).timing();
		assertThat(step).returns(Duration.ofSeconds(31), Timing::took).returns(Duration.ofSeconds(10), Timing::usual);
	}

	@Test
	void onlyTheLastTwelveRunsCount() {
		for (int month = 1; month <= 12; month++) {
			done(month, 1, 1000);
		}
		for (int revision = 2; revision <= 13; revision++) {
			done(12, revision, 40);
		}
		done(12, 14, 20);
		Timing timing = this.history.show("monthly-operations/2026-12/14").orElseThrow().timing();
		assertThat(timing).isNotNull().returns(Duration.ofSeconds(40), Timing::usual).returns(12, Timing::runs);
	}

	@Test
	void listsTheLastFirstByJobAndPeriod() {
		done(9, 1, 1);
		done(10, 1, 1);
		done(10, 2, 1);
		assertThat(this.history.list(null, null, 2)).extracting(RunSummary::run)
			.containsExactly("monthly-operations/2026-10/2", "monthly-operations/2026-10/1");
		assertThat(this.history.list(Runs.MONTH, ReportingPeriod.of(2026, 9), 20)).extracting(RunSummary::run)
			.containsExactly("monthly-operations/2026-09/1");
		assertThat(this.history.list(Runs.INTAKE, null, 20)).isEmpty();
		assertThat(this.history.jobs()).containsExactly("monthly-operations");
		assertThat(this.history.show("monthly-operations/2026-11/1")).isEmpty();
	}

	@Test
	void tellsHowTwoRunsDiffer() {
		done(10, 1, 40);
		this.records.begin(run(10, 2), ACTOR);
		step("monthly-operations/2026-10/2", "check-reports", 1, "COMPLETED", 30);
		this.records.finish(run(10, 2), result("b".repeat(64), "2", "101.25"));
		RunComparison comparison = RunComparison.of(this.history.show("monthly-operations/2026-10/1").orElseThrow(),
				this.history.show("monthly-operations/2026-10/2").orElseThrow());
		assertThat(comparison.differences()).containsExactly(
				new RunComparison.Difference(RunComparison.Part.INPUT, "definitions", "a".repeat(64), "b".repeat(64)),
				new RunComparison.Difference(RunComparison.Part.FIGURE, "revenue", "100.5", "101.25"),
				new RunComparison.Difference(RunComparison.Part.OUTPUT, "province-monthly", "1".repeat(64),
						"2".repeat(64)),
				new RunComparison.Difference(RunComparison.Part.TIME, "check-reports", "20.000", "30.000"));
		assertThat(comparison.same()).isEqualTo(9); // register, reports, six counts, the
													// counts of the step
	}

}
