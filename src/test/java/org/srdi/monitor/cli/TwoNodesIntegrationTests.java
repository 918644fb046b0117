package org.srdi.monitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two processes that serve one province, and what becomes of the work of one that dies.
 */
@Tag("mysql")
class TwoNodesIntegrationTests {

	/**
	 * The last month that is due by now, on the 28th to its end: nothing depends on the
	 * date.
	 */
	private final ReportingPeriod month = ReportingPeriod.of(LocalDate.now(StoredTime.ZONE).minusDays(28));

	private final String stored = "SELECT COUNT(*) FROM submission WHERE period = '" + this.month + "'";

	private final String closed = "SELECT COUNT(*) FROM schedule_done WHERE schedule = 'close-month' "
			+ "AND business_key = '" + this.month + "' AND state = 'DONE'";

	private final Path folder = Cli.newFolder().toAbsolutePath();

	private final List<Process> nodes = new ArrayList<>();

	@AfterEach
	void end() throws InterruptedException {
		for (Process node : this.nodes) {
			node.destroyForcibly().waitFor();
		}
	}

	@Test
	void theOtherNodeFinishesTheCloseInWhichOneWasKilled() throws Exception {
		Path sample = sample();
		Cli undisturbed = prepared("undisturbed", sample);
		assertThat(undisturbed.run("run", "--period", this.month.toString()).code()).isEqualTo(3);

		Cli cli = prepared("shared", sample).with("SRDI_PORT", "0").with("SRDI_JOBS_DIR", jobs().toString());
		cli.update("INSERT INTO schedule_state (job, schedule, first_period) VALUES ('enterprise-monthly', "
				+ "'close-month', '" + this.month + "')");
		cli.endanger("submission");
		this.nodes.add(cli.start("serve"));
		this.nodes.add(cli.start("serve"));
		waitUntil(cli, this.stored);
		String owner = cli.text("SELECT owner FROM run_lock WHERE name = 'month/" + this.month + "'").strip();
		Process busy = node(Long.parseLong(owner.split("/", -1)[1]));
		busy.destroyForcibly();
		assertThat(busy.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(cli.count(this.closed)).isZero();
		cli.makeSafe();

		waitUntil(cli, this.closed);
		assertThat(cli.exports(this.month.toString())).isEqualTo(undisturbed.exports(this.month.toString()));
		assertThat(cli.text("SELECT status, revision FROM run_record WHERE job = 'monthly-operations'"))
			.isEqualTo("DONE,1\n");
		assertThat(cli.text("SELECT period, revision FROM publication WHERE rollup = 'monthly'"))
			.isEqualTo(undisturbed.text("SELECT period, revision FROM publication WHERE rollup = 'monthly'"));
		assertThat(cli.text("SELECT attempts FROM schedule_fire WHERE schedule = 'close-month' AND status = 'DONE' "
				+ "AND outcome LIKE '" + this.month + "%'"))
			.as("the tick of the dead node was done again")
			.isEqualTo("2\n");
	}

	private Process node(long pid) {
		return this.nodes.stream().filter((node) -> node.pid() == pid).findFirst().orElseThrow();
	}

	private void waitUntil(Cli cli, String count) throws SQLException, IOException {
		long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
		try (Connection connection = cli.connect()) {
			while (Cli.count(connection, count) == 0) {
				if (System.nanoTime() > end || this.nodes.stream().noneMatch(Process::isAlive)) {
					throw new AssertionError("Nothing came of " + count + "\n" + said(cli));
				}
			}
		}
	}

	private String said(Cli cli) throws IOException {
		StringBuilder said = new StringBuilder();
		for (Process node : this.nodes) {
			said.append(cli.output(node));
		}
		return said.toString();
	}

	private Path sample() {
		Path sample = this.folder.resolve("sample");
		assertThat(Cli.embedded(this.folder.resolve("none"))
			.run("sample", "generate", "--firms", "60", "--from", this.month.previous().toString(), "--to",
					this.month.toString(), "--seed", "7", "--out", sample.toString())
			.code()).isZero();
		return sample;
	}

	private Cli prepared(String name, Path sample) throws IOException {
		Cli cli = Cli.of(this.folder.resolve(name));
		assertThat(cli.run("register", "import", sample.resolve("register.xlsx").toString()).code()).isZero();
		Files.createDirectories(cli.dataDir().resolve("inbox"));
		try (Stream<Path> files = Files.list(sample.resolve("inbox"))) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Files.copy(file, cli.dataDir().resolve("inbox").resolve(file.getFileName()),
						StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
		return cli;
	}

	/** The shipped definitions, which close at once and take nothing in before. */
	private Path jobs() throws IOException {
		Path jobs = this.folder.resolve("jobs");
		try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
			for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
				Path copy = jobs.resolve(Path.of("jobs").relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		Path job = jobs.resolve("enterprise-monthly/job.yaml");
		Files.writeString(job,
				Files.readString(job)
					.replace("cron: \"0 0/5 * * * ?\"", "cron: \"0 0 0 1 1 ?\"")
					.replace("cron: \"40 * * * * ?\"", "cron: \"0 0 0 1 1 ?\"")
					.replace("cron: \"0 30 * * * ?\"", "cron: \"0/3 * * * * ?\""));
		return jobs;
	}

}
