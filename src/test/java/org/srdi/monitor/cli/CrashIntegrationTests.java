package org.srdi.monitor.cli;

import java.util.List;

import org.junit.jupiter.api.Test;

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
		assertEndsLikeAnUndisturbedOne(cli);
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

	private static void assertEndsLikeAnUndisturbedOne(Cli cli) throws Exception {
		Cli.Answer answer = cli.run(CrashSite.MONTH);
		assertThat(answer.code()).as(answer.toString()).isEqualTo(3);
		assertThat(CrashSite.left(cli)).containsExactlyInAnyOrderEntriesOf(CrashSite.undisturbed());
	}

}
