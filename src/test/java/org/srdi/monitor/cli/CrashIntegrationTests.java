package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.batch.Recovery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A month whose process is killed again and again: each start goes on where the one
 * before it died, and what is left in the end is what an undisturbed run leaves.
 */
class CrashIntegrationTests {

	@Test
	void aRunKilledAtEveryBoundaryOfItsStepsAndInsideEachEndsLikeAnUndisturbedOne() throws Exception {
		Cli cli = CrashSite.prepared("killed");
		dies(cli, "ingest-reports", 2);
		assertThat(cli.count("SELECT COUNT(*) FROM submission")).isPositive();
		assertThat(cli.count("SELECT COUNT(*) FROM intake_file WHERE state = 'CLAIMED'")).isPositive();
		dies(cli, "check-reports", 1);
		isLeftUnknown(cli);
		dies(cli, "answer-reports", 1);
		dies(cli, "aggregate-indicators", 1);
		dies(cli, "flag-targets", 2);
		dies(cli, "publish-rollup", 1);
		CrashSite.dies(cli, "after:job");
		assertEndsLikeAnUndisturbedOne(cli);
	}

	@Test
	void aRunKilledBetweenWhatItDecidedAndWhatItNotesOfTheFilesEndsLikeAnUndisturbedOne() throws Exception {
		Cli killed = CrashSite.preparedWithMonthBefore("decided");
		CrashSite.dies(killed, "in:ingest-reports#2");
		assertThat(killed.count("SELECT COUNT(*) FROM monthly_report WHERE period = '2026-10'")).isPositive();
		assertThat(killed.count("SELECT COUNT(*) FROM intake_file WHERE state = 'CLAIMED'")).isEqualTo(60);
		Cli undisturbed = CrashSite.preparedWithMonthBefore("undecided");
		for (Cli cli : List.of(killed, undisturbed)) {
			Cli.Answer answer = cli.run(CrashSite.MONTH);
			assertThat(answer.code()).as(answer.toString()).isEqualTo(3);
		}
		assertThat(CrashSite.left(killed)).containsExactlyInAnyOrderEntriesOf(CrashSite.left(undisturbed));
	}

	@Test
	void aRunThatDiedIsTakenUpByTheServiceAndEndsLikeAnUndisturbedOne() throws Exception {
		Cli cli = CrashSite.prepared("recovered");
		CrashSite.dies(cli, "before:check-reports");
		CrashSite.dies(cli, "after:job");
		assertThat(cli.recover(CrashSite.NOW)).extracting(Recovery.Found::text)
			.containsExactly("运行 monthly-operations/2026-10/1 曾中断，已从中断处继续");
		assertThat(CrashSite.left(cli)).containsExactlyInAnyOrderEntriesOf(CrashSite.undisturbed());
		assertThat(cli.count("SELECT COUNT(*) FROM run_record WHERE status = 'DONE' AND revision = 1 "
				+ "AND job = 'monthly-operations'"))
			.isEqualTo(1);
		assertThat(cli.recover(CrashSite.NOW)).isEmpty();
		assertThat(cli.run(CrashSite.MONTH).code()).isZero();
	}

	/** As Spring Batch leaves it where the connection broke in the middle of a commit. */
	private static void isLeftUnknown(Cli cli) throws Exception {
		cli.update("UPDATE BATCH_STEP_EXECUTION SET status = 'UNKNOWN' WHERE status = 'STARTED'");
		cli.update("UPDATE BATCH_JOB_EXECUTION SET status = 'UNKNOWN', end_time = start_time WHERE status = 'STARTED'");
	}

	@Test
	void aRunThatWasSuspendedAndTakenOverWritesNothingMore() throws Exception {
		Cli cli = CrashSite.prepared("suspended");
		Cli quick = cli.with("SRDI_RUN_LEASE", "1s");
		// who opens the embedded database first serves it to the others
		try (Connection first = cli.connect()) {
			assertThat(first.isValid(5)).isTrue();
			Process suspended = CrashSite.freezes(quick, "before:publish-rollup");
			Cli.Answer other = cli.run(CrashSite.MONTH);
			while (other.code() == 4) { // its lease still runs
				other = cli.run(CrashSite.MONTH);
			}
			assertThat(other.code()).as(other.toString()).isEqualTo(3);
			CrashSite.thaw(suspended);
			assertThat(suspended.waitFor()).isEqualTo(1);
			assertThat(quick.output(suspended)).contains("已由另一进程接手").doesNotContain("\tat ");
		}
		assertThat(CrashSite.left(cli)).containsExactlyInAnyOrderEntriesOf(CrashSite.undisturbed());
	}

	@Test
	void aRunWhoseMachineClockJumpsToAndFroEndsLikeAnUndisturbedOne() throws Exception {
		Cli cli = CrashSite.prepared("jumping");
		Cli jumping = cli.with("SRDI_TEST_JUMPING", "true").with("SRDI_RUN_LEASE", "1s");
		Process process = jumping.start(CrashSite.MONTH);
		assertThat(process.waitFor()).as(() -> CrashSite.said(jumping, process)).isEqualTo(3);
		// what is put while the clock is ahead is due when that time has come
		cli.update("UPDATE notice_delivery SET next_attempt_at = '2026-10-29 00:00:00' WHERE state = 'QUEUED'");
		assertThat(CrashSite.left(cli)).containsExactlyInAnyOrderEntriesOf(CrashSite.undisturbed());
	}

	@Test
	void twoProcessesThatTakeTheSameInboxInWhileFilesArriveTakeEachFileOnce() throws Exception {
		Cli cli = CrashSite.registered(Cli.of(Cli.newFolder().resolve("arriving")));
		Path inbox = cli.dataDir().resolve("inbox");
		List<Path> files = CrashSite.files();
		files.subList(0, files.size() / 2).forEach((file) -> CrashSite.copy(file, inbox));
		Process month = cli.start(CrashSite.MONTH);
		Process intake = cli.start("ingest", "--as-of", CrashSite.NOW);
		files.subList(files.size() / 2, files.size()).forEach((file) -> CrashSite.copy(file, inbox));
		assertThat(month.waitFor()).as(() -> CrashSite.said(cli, month)).isIn(0, 3);
		assertThat(intake.waitFor()).as(() -> CrashSite.said(cli, intake)).isIn(0, 3, 4);
		Cli.Answer rest = cli.run(CrashSite.MONTH);
		assertThat(rest.code()).as(rest.toString()).isIn(0, 3);
		assertThat(cli.count("SELECT COUNT(*) FROM intake_file")).isEqualTo(files.size());
		assertThat(
				cli.count("SELECT COALESCE(SUM(files_in - accepted - held - returned - duplicates - unreadable), -1) "
						+ "FROM run_record"))
			.isZero();
		assertThat(cli.exports(CrashSite.PERIOD).get("submissions").lines().sorted().toList())
			.hasSize(Integer.parseInt(CrashSite.undisturbed().get("export submissions").replaceFirst(" .*", "")));
	}

	/** Before a step begins, and just before a transaction of it commits. */
	private static void dies(Cli cli, String step, int transaction) throws Exception {
		CrashSite.dies(cli, "before:" + step);
		CrashSite.dies(cli, "in:" + step + "#" + transaction);
	}

	private static void assertEndsLikeAnUndisturbedOne(Cli cli) throws Exception {
		Cli.Answer answer = cli.run(CrashSite.MONTH);
		assertThat(answer.code()).as(answer.toString()).isEqualTo(3);
		assertThat(CrashSite.left(cli)).containsExactlyInAnyOrderEntriesOf(CrashSite.undisturbed());
	}

}
