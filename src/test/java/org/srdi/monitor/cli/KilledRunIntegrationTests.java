package org.srdi.monitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.srdi.monitor.database.Engine;
import org.srdi.monitor.database.MySqlProcess;
import org.srdi.monitor.database.MySqlServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Processes that are killed, and processes that meet. */
class KilledRunIntegrationTests {

	private static final String STORED = "SELECT COUNT(*) FROM submission WHERE period = '2026-10'";

	private static final String[] MONTH = { "run", "--period", "2026-10", "--as-of", "2026-10-29T00:30+08:00" };

	private static final Path SAMPLE = Cli.newFolder();

	private static final Map<String, String> undisturbed = new LinkedHashMap<>();

	private final Path folder = Cli.newFolder();

	@BeforeAll
	static void generateSample() {
		Cli.Answer answer = Cli.embedded(SAMPLE.resolve("none"))
			.run("sample", "generate", "--firms", "300", "--from", "2026-09", "--to", "2026-10", "--seed", "7", "--out",
					SAMPLE.toString());
		assertThat(answer.code()).isZero();
	}

	@Test
	void aRunKilledWhileTakingInEndsLikeAnUndisturbedOne() throws Exception {
		Cli killed = prepared("killed");
		killed.endanger("submission");
		Process process = killed.start(MONTH);
		if (Engine.current().isMySql()) {
			waitUntilSomeAreStored(killed, process);
			process.destroyForcibly();
		}
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isEqualTo(137);
		int stored = killed.count(STORED);
		assertThat(stored).isPositive();
		assertThat(killed.count("SELECT COUNT(*) FROM intake_file WHERE state = 'CLAIMED'")).isPositive();

		killed.makeSafe();
		assertThat(killed.run(MONTH).code()).isEqualTo(3);
		assertThat(killed.exports("2026-10")).isEqualTo(undisturbed());
		assertThat(killed.count("SELECT COUNT(*) FROM run_record WHERE job = 'monthly-operations'")).isEqualTo(1);
	}

	@Test
	void aRunThatLostALockToAnotherGoesOnByItself() throws Exception {
		Cli cli = prepared("lost");
		cli.loseLocks("violation", 1);
		Cli.Answer answer = cli.run(MONTH);
		assertThat(answer.code()).as(answer.toString()).isEqualTo(3);
		assertThat(cli.exports("2026-10")).isEqualTo(undisturbed());
		assertThat(cli.count("SELECT COUNT(*) FROM BATCH_STEP_EXECUTION WHERE step_name = 'check-reports' "
				+ "AND status = 'FAILED'"))
			.isEqualTo(1);
		assertThat(cli.count("SELECT COUNT(*) FROM run_record WHERE job = 'monthly-operations' AND status = 'DONE'"))
			.isEqualTo(1);
	}

	@Test
	@Tag("mysql")
	void aRunWhoseServerCrashedIsFinishedByALaterStart() throws Exception {
		Optional<MySqlServer> mortal = MySqlServer.mortal();
		assumeTrue(mortal.isPresent(), "A crash needs the server of the Maven profile mysql: mvn verify -Pmysql");
		MySqlProcess server = mortal.get().process();
		Cli cli = prepared(Cli.of(this.folder.resolve("crashed"), mortal.get()));
		cli.endanger("submission");
		Cli impatient = cli.with("SRDI_DB_CONNECTION_TIMEOUT", "5000");
		Process process = impatient.start(MONTH);
		waitUntilSomeAreStored(cli, process);
		server.kill();
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isEqualTo(1);
		assertThat(impatient.output(process)).contains("失败").doesNotContain("\tat ");
		server.start();
		assertThat(cli.count("SELECT COUNT(*) FROM intake_file WHERE state = 'CLAIMED'")).isPositive();
		cli.makeSafe();

		assertThat(cli.run(MONTH).code()).isEqualTo(3);
		assertThat(cli.exports("2026-10")).isEqualTo(undisturbed());
		assertThat(cli.count("SELECT COUNT(*) FROM run_record WHERE job = 'monthly-operations'")).isEqualTo(1);
	}

	@Test
	void aRunKilledBeforeItsRecordWasClosedIsClosedByTheNext() throws Exception {
		Cli cli = prepared("unclosed");
		assertThat(cli.run(MONTH).code()).isEqualTo(3);
		cli.update("UPDATE run_record SET status = 'RUNNING' WHERE job = 'monthly-operations'");
		assertThat(cli.run(MONTH).code()).isEqualTo(3);
		assertThat(cli.count("SELECT COUNT(*) FROM run_record WHERE status = 'DONE' AND revision = 1 "
				+ "AND job = 'monthly-operations'"))
			.isEqualTo(1);
		assertThat(cli.run(MONTH).code()).isZero();
	}

	@Test
	void theSecondOfTwoRunsOfAMonthIsRefused() throws Exception {
		Cli cli = prepared("two");
		Process first = cli.start(MONTH);
		waitUntilSomeAreStored(cli, first);
		Cli.Answer second = cli.run(MONTH);
		assertThat(second.code()).isEqualTo(4);
		assertThat(second.err()).contains("2026-10 的另一次运行正在进行");
		assertThat(first.waitFor(120, TimeUnit.SECONDS)).isTrue();
		assertThat(first.exitValue()).isEqualTo(3);
	}

	/** Returns what a run that nothing happened to exports. */
	private Map<String, String> undisturbed() throws IOException {
		if (undisturbed.isEmpty()) {
			Cli cli = prepared("undisturbed");
			assertThat(cli.run(MONTH).code()).isEqualTo(3);
			undisturbed.putAll(cli.exports("2026-10"));
		}
		return undisturbed;
	}

	private Cli prepared(String name) throws IOException {
		return prepared(Cli.of(this.folder.resolve(name)));
	}

	private static Cli prepared(Cli cli) throws IOException {
		assertThat(cli.run("register", "import", SAMPLE.resolve("register.xlsx").toString()).code()).isZero();
		copy(SAMPLE.resolve("inbox"), cli.dataDir().resolve("inbox"));
		return cli;
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.createDirectories(to);
		try (Stream<Path> files = Files.list(from)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
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
