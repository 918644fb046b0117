package org.srdi.monitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that is told to end while it works off a month. */
class StoppedRunIntegrationTests {

	private static final String[] MONTH = { "run", "--period", "2026-10", "--as-of", "2026-10-29T00:30+08:00" };

	private final Path folder = Cli.newFolder();

	@Test
	void aRunThatIsToldToEndStopsInOrderAndIsFinishedByTheNextStart() throws Exception {
		Cli cli = prepared();
		Process process = cli.start(MONTH);
		waitUntilSomeAreStored(cli, process);
		process.destroy(); // SIGTERM
		assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(cli.output(process)).isEqualTo(143);
		assertThat(cli.count("SELECT COUNT(*) FROM run_record WHERE status = 'STOPPED'")).isEqualTo(1);
		assertThat(cli.count("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION WHERE status = 'STOPPED'")).isEqualTo(1);
		assertThat(cli.count("SELECT COUNT(*) FROM run_lock")).isZero();

		assertThat(cli.run(MONTH).code()).isIn(0, 3);
		assertThat(cli.count("SELECT COUNT(*) FROM run_record WHERE status = 'DONE'")).isEqualTo(1);
		assertThat(cli.count("SELECT COUNT(*) FROM run_attempt WHERE attempt = 1 AND outcome = 'STOPPED'"))
			.isEqualTo(1);
		assertThat(cli.count("SELECT COUNT(*) FROM run_attempt WHERE attempt = 2 AND outcome = 'DONE'")).isEqualTo(1);
		assertThat(cli.count("SELECT COUNT(*) FROM run_attempt")).isEqualTo(2);
	}

	private Cli prepared() throws IOException {
		Cli cli = Cli.of(this.folder.resolve("var"));
		Path sample = this.folder.resolve("sample");
		assertThat(cli
			.run("sample", "generate", "--firms", "200", "--from", "2026-09", "--to", "2026-10", "--seed", "7", "--out",
					sample.toString())
			.code()).isZero();
		assertThat(cli.run("register", "import", sample.resolve("register.xlsx").toString()).code()).isZero();
		Path inbox = Files.createDirectories(cli.dataDir().resolve("inbox"));
		try (Stream<Path> files = Files.list(sample.resolve("inbox"))) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Files.copy(file, inbox.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
		return cli;
	}

	private static void waitUntilSomeAreStored(Cli cli, Process process) throws SQLException {
		cli.waitUntilOpened(process);
		try (Connection connection = cli.connect()) {
			while (process.isAlive() && Cli.count(connection, "SELECT COUNT(*) FROM submission") == 0) {
				Thread.onSpinWait();
			}
		}
		assertThat(process.isAlive()).isTrue();
	}

}
