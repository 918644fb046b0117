package org.srdi.monitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one database holds, held beside what another does: the embedded one and the one of
 * this build's engine.
 */
class TwoDatabasesIntegrationTests {

	private final DemoRun embedded = DemoRun.embedded();

	private final Path from = Cli.newFolder().resolve("var");

	/** A move brings its source up to date, so each gets one of its own. */
	@BeforeEach
	void copySource() throws IOException {
		Files.createDirectories(this.from.resolve("db"));
		Files.copy(this.embedded.data().resolve("db/monitor.mv.db"), this.from.resolve("db/monitor.mv.db"));
	}

	@Test
	void theSameMonthGivesTheSameExportsAndTheSameRollup() throws IOException {
		DemoRun onEngine = DemoRun.onEngine();
		assertThat(onEngine.cli.exports("2026-10")).isEqualTo(this.embedded.cli.exports("2026-10"));
		assertThat(rollup(onEngine.data())).isEqualTo(rollup(this.embedded.data()));
	}

	private static byte[] rollup(Path data) throws IOException {
		try (Stream<Path> files = Files.list(data.resolve("out"))) {
			return Files
				.readAllBytes(files.filter((file) -> file.toString().endsWith(".xlsx")).findFirst().orElseThrow());
		}
	}

	@Test
	void aMoveTakesEverythingAlongAndIsNotDoneTwice() throws SQLException {
		Cli target = Cli.of(Cli.newFolder().resolve("var"));
		Cli.Answer moved = target.run("migrate-data", "--from", this.from.toString());
		assertThat(moved.code()).as(moved.toString()).isZero();
		assertThat(moved.out()).containsPattern("已从 jdbc:h2:file:.* 迁移 41 张表共 [\\d,]+ 行，两边逐表核对一致");
		Map<String, String> exports = target.exports("2026-10");
		assertThat(exports).isEqualTo(this.embedded.cli.exports("2026-10"));
		assertThat(target.count("SELECT COUNT(*) FROM run_record WHERE status = 'DONE'"))
			.isEqualTo(this.embedded.cli.count("SELECT COUNT(*) FROM run_record WHERE status = 'DONE'"));

		Cli.Answer run = target.run("run", "--period", "2026-10", "--as-of", "2026-10-29T00:30+08:00");
		// with nothing new but the rollup, which stayed behind
		assertThat(run.code()).isZero();
		assertThat(target.count("SELECT MAX(revision) FROM publication WHERE period = '2026-10'")).isEqualTo(2);
		assertThat(target.exports("2026-10")).isEqualTo(exports);

		Cli.Answer again = target.run("migrate-data", "--from", this.from.toString());
		assertThat(again.code()).isEqualTo(2);
		assertThat(again.err()).contains("不是空的", "没有迁移任何内容");
		assertThat(target.exports("2026-10")).isEqualTo(exports);
	}

	@Test
	void aMoveThatWasKilledIsBegunAnewAndUntilThenNothingElseWorks() throws Exception {
		Cli target = Cli.of(Cli.newFolder().resolve("var"));
		Process process = target.start("migrate-data", "--from", this.from.toString());
		target.waitUntilOpened(process);
		try (Connection connection = target.connect()) {
			while (process.isAlive() && Cli.count(connection, "SELECT COUNT(*) FROM submission") == 0) {
				Thread.onSpinWait();
			}
		}
		process.destroyForcibly().waitFor();
		assertThat(target.count("SELECT COUNT(*) FROM data_move WHERE finished_at IS NULL")).isEqualTo(1);

		Cli.Answer status = target.run("status", "--period", "2026-10");
		assertThat(status.code()).isEqualTo(2);
		assertThat(status.err()).contains("尚未完成", "migrate-data");

		Cli.Answer again = target.run("migrate-data", "--from", this.from.toString());
		assertThat(again.code()).as(again.toString()).isZero();
		assertThat(target.exports("2026-10")).isEqualTo(this.embedded.cli.exports("2026-10"));
	}

	@Test
	void twoMovesIntoOneDatabaseDoNotMeet() throws SQLException {
		Cli target = Cli.of(Cli.newFolder().resolve("var"));
		target.run("status", "--period", "2026-10");
		try (Connection connection = target.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.executeQuery("SELECT id FROM data_move FOR UPDATE");
			Cli.Answer second = target.run("migrate-data", "--from", this.from.toString());
			assertThat(second.code()).isEqualTo(2);
			assertThat(second.err()).contains("另一个进程正在");
		}
	}

	@Test
	void aSourceThatIsMissingInUseOrTheTargetItselfIsRefused() throws Exception {
		Cli target = Cli.of(Cli.newFolder().resolve("var"));
		assertThat(target.run("migrate-data", "--from", Cli.newFolder().toString()).err()).contains("没有内置数据库");
		assertThat(Cli.embedded(this.from).run("migrate-data", "--from", this.from.toString()).err())
			.contains("来源和目标是同一个数据库");
		try (Connection inUse = Cli.embedded(this.from).connect()) {
			assertThat(inUse.isValid(1)).isTrue();
			assertThat(target.start("migrate-data", "--from", this.from.toString()).waitFor()).isEqualTo(2);
		}
		assertThat(target.count("SELECT COUNT(*) FROM data_move WHERE started_at IS NOT NULL")).isZero();
	}

}
