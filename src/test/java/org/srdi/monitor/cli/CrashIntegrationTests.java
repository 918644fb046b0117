package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.batch.Recovery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A month whose process is killed again and again: each start goes on where the one
 * before it died, and what is left in the end is what an undisturbed run leaves.
 */
class CrashIntegrationTests {

	private static final List<String> STEPS = List.of("ingest-reports", "check-reports", "answer-reports",
			"aggregate-indicators", "flag-targets", "publish-rollup");

	@Test
	void aRunKilledAtEveryBoundaryOfItsStepsEndsLikeAnUndisturbedOne() throws Exception {
		Cli cli = CrashSite.prepared("boundaries");
		for (String step : STEPS) {
			CrashSite.dies(cli, "before:" + step);
		}
		CrashSite.dies(cli, "after:job");
		assertThat(cli.recover(CrashSite.NOW)).extracting(Recovery.Found::text)
			.containsExactly("运行 monthly-operations/2026-10/1 曾中断，已从中断处继续");
		assertThat(CrashSite.left(cli)).containsExactlyInAnyOrderEntriesOf(CrashSite.undisturbed());
		assertThat(cli.recover(CrashSite.NOW)).isEmpty();
	}

	@Test
	void aRunKilledInsideEveryStepEndsLikeAnUndisturbedOne() throws Exception {
		Cli cli = CrashSite.prepared("inside");
		CrashSite.dies(cli, "in:ingest-reports#3");
		assertThat(cli.count("SELECT COUNT(*) FROM submission")).isPositive();
		assertThat(cli.count("SELECT COUNT(*) FROM intake_file WHERE state = 'CLAIMED'")).isPositive();
		for (String step : STEPS.subList(1, 4)) {
			CrashSite.dies(cli, "in:" + step + "#1");
		}
		CrashSite.dies(cli, "in:flag-targets#2");
		CrashSite.dies(cli, "in:publish-rollup#1");
		assertEndsLikeAnUndisturbedOne(cli);
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
		// a mail that is put while the clock is ahead goes out when its time has come
		assertThat(withoutMails(CrashSite.left(cli)))
			.containsExactlyInAnyOrderEntriesOf(withoutMails(CrashSite.undisturbed()));
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

	private static Map<String, String> withoutMails(Map<String, String> left) {
		Map<String, String> rest = new TreeMap<>(left);
		rest.keySet().removeIf((name) -> name.startsWith("mails"));
		return rest;
	}

	private static void assertEndsLikeAnUndisturbedOne(Cli cli) throws Exception {
		Cli.Answer answer = cli.run(CrashSite.MONTH);
		assertThat(answer.code()).as(answer.toString()).isEqualTo(3);
		assertThat(CrashSite.left(cli)).containsExactlyInAnyOrderEntriesOf(CrashSite.undisturbed());
	}

}
