package org.srdi.monitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Processes that are killed, and processes that meet. */
class KilledRunIntegrationTests {

	private static final List<String> EXPORTS = List.of("submissions", "reports", "violations", "indicators", "flags");

	private static final String STORED = "SELECT COUNT(*) FROM submission WHERE period = '2026-10'";

	private static final String[] MONTH = { "run", "--period", "2026-10", "--as-of", "2026-10-29T00:30+08:00" };

	private static final Path SAMPLE = Cli.newFolder();

	private final Path folder = Cli.newFolder();

	@BeforeAll
	static void generateSample() {
		Cli.Answer answer = Cli.embedded(SAMPLE.resolve("none"))
			.run("sample", "generate", "--firms", "600", "--from", "2026-09", "--to", "2026-10", "--seed", "7", "--out",
					SAMPLE.toString());
		assertThat(answer.code()).isZero();
	}

	@Test
	void aRunKilledWhileTakingInEndsLikeAnUndisturbedOne() throws Exception {
		Cli undisturbed = prepared("undisturbed");
		assertThat(undisturbed.run(MONTH).code()).isEqualTo(3);

		Cli killed = prepared("killed");
		Process process = killed.start(MONTH);
		waitUntilSomeAreStored(killed, process);
		process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
		int stored = killed.count(STORED);
		assertThat(stored).isPositive();
		assertThat(killed.count("SELECT COUNT(*) FROM intake_file WHERE state = 'CLAIMED'")).isPositive();

		assertThat(killed.run(MONTH).code()).isEqualTo(3);
		for (String what : EXPORTS) {
			assertThat(killed.export(what, "2026-10")).as(what).isEqualTo(undisturbed.export(what, "2026-10"));
		}
		assertThat(killed.count("SELECT COUNT(*) FROM run_record WHERE job = 'monthly-operations'")).isEqualTo(1);
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

	private Cli prepared(String name) throws IOException {
		Path data = this.folder.resolve(name);
		Cli cli = Cli.of(data);
		assertThat(cli.run("register", "import", SAMPLE.resolve("register.xlsx").toString()).code()).isZero();
		assertThat(cli.run("plan", "import", SAMPLE.resolve("plans.xlsx").toString()).code()).isZero();
		copy(SAMPLE.resolve("history"), data.resolve("history"));
		copy(SAMPLE.resolve("inbox"), data.resolve("inbox"));
		Cli.Answer history = cli.run("ingest", "--inbox", data.resolve("history").toString(), "--as-of",
				"2026-10-01T00:00+08:00");
		assertThat(history.code()).as(history.toString()).isZero();
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
