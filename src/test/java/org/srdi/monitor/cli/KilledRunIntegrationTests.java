package org.srdi.monitor.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.srdi.monitor.database.MySqlProcess;
import org.srdi.monitor.database.MySqlServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Processes that are killed, and processes that meet. */
class KilledRunIntegrationTests {

	private static final String STORED = "SELECT COUNT(*) FROM submission WHERE period = '2026-10'";

	@Test
	void aLaneThatLostALockToAnotherIsWorkedThroughAgain() throws Exception {
		Cli cli = CrashSite.prepared("lane");
		cli.loseLocks("violation", 1);
		runsAndLeavesWhatAnUndisturbedRunLeaves(cli);
		assertThat(cli.count("SELECT COUNT(*) FROM BATCH_STEP_EXECUTION WHERE status <> 'COMPLETED'")).isZero();
	}

	@Test
	void aRunThatLostALockToAnotherGoesOnByItself() throws Exception {
		Cli cli = CrashSite.prepared("lost");
		cli.loseLocks("target_flag", 1);
		runsAndLeavesWhatAnUndisturbedRunLeaves(cli);
		assertThat(cli.count("SELECT COUNT(*) FROM BATCH_STEP_EXECUTION WHERE step_name = 'flag-targets' "
				+ "AND status = 'FAILED'"))
			.isEqualTo(1);
		assertThat(cli.count("SELECT COUNT(*) FROM run_record WHERE job = 'monthly-operations' AND status = 'DONE'"))
			.isEqualTo(1);
	}

	private static void runsAndLeavesWhatAnUndisturbedRunLeaves(Cli cli) throws Exception {
		Cli.Answer answer = cli.run(CrashSite.MONTH);
		assertThat(answer.code()).as(answer.toString()).isEqualTo(3);
		assertThat(CrashSite.left(cli)).containsExactlyInAnyOrderEntriesOf(CrashSite.undisturbed());
	}

	@Test
	@Tag("mysql")
	void aRunWhoseServerCrashedGoesOnWhenTheServerIsBack() throws Exception {
		Optional<MySqlServer> mortal = MySqlServer.mortal();
		assumeTrue(mortal.isPresent(), "A crash needs the server of the Maven profile mysql: mvn verify -Pmysql");
		MySqlProcess server = mortal.get().process();
		Cli cli = CrashSite.prepared(Cli.of(Cli.newFolder().resolve("crashed"), mortal.get()));
		cli.endanger("submission");
		Cli impatient = cli.with("SRDI_DB_CONNECTION_TIMEOUT", "2000");
		Process process = impatient.start(CrashSite.MONTH);
		waitUntilSomeAreStored(cli, process);
		server.kill();
		server.start();
		assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(() -> CrashSite.said(impatient, process)).isEqualTo(3);
		assertThat(CrashSite.left(cli)).containsExactlyInAnyOrderEntriesOf(CrashSite.undisturbed());
	}

	@Test
	void theSecondOfTwoRunsOfAMonthIsRefused() throws Exception {
		Cli cli = CrashSite.prepared("two");
		Process first = cli.start(CrashSite.MONTH);
		waitUntilSomeAreStored(cli, first);
		Cli.Answer second = cli.run(CrashSite.MONTH);
		assertThat(second.code()).isEqualTo(4);
		assertThat(second.err()).contains("2026-10 的另一次运行正在进行");
		assertThat(first.waitFor(120, TimeUnit.SECONDS)).isTrue();
		assertThat(first.exitValue()).isEqualTo(3);
	}

	/** Looks on through one connection, once the process is at work. */
	private static void waitUntilSomeAreStored(Cli cli, Process process) throws SQLException {
		cli.waitUntilOpened(process);
		try (Connection connection = cli.connect()) {
			while (process.isAlive() && Cli.count(connection, STORED) == 0) {
				Thread.onSpinWait();
			}
		}
		assertThat(process.isAlive()).isTrue();
	}

}
