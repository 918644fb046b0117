package org.srdi.monitor.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.srdi.monitor.database.MySqlProcess;
import org.srdi.monitor.database.MySqlServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The scripts of ops/mysql, from one server to another. */
@Tag("mysql")
class BackupIntegrationTests {

	private static final String PASSWORD = "Only-for-tests.2";

	private final Path folder = Cli.newFolder().toAbsolutePath();

	/** With the clients that the scripts call. */
	private Path distribution;

	@BeforeEach
	void findClients() {
		Optional<Path> found = MySqlServer.distribution();
		assumeTrue(found.isPresent(), "Backups need the clients of the Maven profile mysql: mvn verify -Pmysql");
		this.distribution = found.get().toAbsolutePath();
		for (String client : List.of("mysql", "mysqldump")) {
			assertThat(this.distribution.resolve("bin").resolve(client).toFile().setExecutable(true)).isTrue();
		}
	}

	@Test
	void aBackupRestoredIntoAnEmptyServerExportsTheSame() throws Exception {
		DemoRun demo = DemoRun.onEngine();
		Map<String, String> from = new HashMap<>(demo.cli.environment());
		from.put("SRDI_DATA_DIR", demo.data().toAbsolutePath().toString());
		assertThat(script(from, "backup.sh", this.folder.toString())).contains("made ");
		Path backup = onlyFolderIn(this.folder);

		MySqlProcess empty = MySqlProcess.start(this.distribution);
		try {
			Map<String, String> to = new HashMap<>();
			to.put("SRDI_DB_HOST", "127.0.0.1");
			to.put("SRDI_DB_PORT", String.valueOf(empty.port()));
			to.put("SRDI_DB_NAME", "srdi");
			for (String user : List.of("SRDI_DB_OWNER", "SRDI_DB_USER", "SRDI_DB_BI_USER")) {
				to.put(user, user.toLowerCase(java.util.Locale.ROOT));
			}
			for (String password : List.of("SRDI_DB_OWNER_PASSWORD", "SRDI_DB_PASSWORD", "SRDI_DB_BI_PASSWORD")) {
				to.put(password, PASSWORD);
			}
			Path data = this.folder.resolve("restored");
			to.put("SRDI_DATA_DIR", data.toString());
			Map<String, String> asAdministrator = new HashMap<>(to);
			asAdministrator.put("SRDI_DB_SOCKET", empty.socket().toString());
			script(asAdministrator, "create-users.sh");
			assertThat(script(to, "restore.sh", backup.toString())).contains("as backed up", "done: ");
			assertThat(script(asAdministrator, "create-users.sh")).contains("reads 'bi_enterprise_month'");

			Cli restored = Cli.served(data, to);
			assertThat(restored.exports("2026-10")).isEqualTo(demo.cli.exports("2026-10"));
			assertThat(restored.run("migrate").out()).contains("没有改动");
			assertThat(files(data)).isEqualTo(files(demo.data()));
			assertThatBiReadsViewsOnly(empty);
			assertThat(refused(to, "restore.sh", backup.toString())).contains("is not empty");
		}
		finally {
			empty.kill();
		}
	}

	private static void assertThatBiReadsViewsOnly(MySqlProcess server) throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + server.port() + "/srdi",
				"srdi_db_bi_user", PASSWORD); Statement statement = connection.createStatement()) {
			assertThat(statement.executeQuery("SELECT COUNT(*) FROM bi_standing WHERE period = '2026-10'").next())
				.isTrue();
			for (String sql : List.of("SELECT * FROM enterprise", "SELECT * FROM monthly_report",
					"SELECT * FROM submission_content", "UPDATE bi_standing SET duty = 'DUE'",
					"DELETE FROM bi_enterprise_month", "CREATE VIEW x AS SELECT 1")) {
				assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("denied");
			}
		}
	}

	private static List<Path> files(Path data) throws IOException {
		try (Stream<Path> files = Files.walk(data)) {
			return files.filter(Files::isRegularFile)
				.map(data::relativize)
				.filter((file) -> file.startsWith("archive") || file.startsWith("out") || file.startsWith("inbox"))
				.sorted()
				.toList();
		}
	}

	@Test
	void aBackupThatWasHarmedIsNotRestored() throws Exception {
		Cli cli = Cli.of(this.folder.resolve("var"));
		assertThat(cli.run("status", "--period", "2026-10").code()).isZero();
		Map<String, String> from = new HashMap<>(cli.environment());
		from.put("SRDI_DATA_DIR", this.folder.resolve("var").toString());
		Path target = Files.createDirectories(this.folder.resolve("backups"));
		script(from, "backup.sh", target.toString());
		Path backup = onlyFolderIn(target);
		byte[] dump = Files.readAllBytes(backup.resolve("database.sql.gz"));
		dump[dump.length / 2] ^= 1;
		Files.write(backup.resolve("database.sql.gz"), dump);

		Map<String, String> to = new HashMap<>(Cli.unmigrated(this.folder.resolve("other")).environment());
		to.put("SRDI_DATA_DIR", this.folder.resolve("other").toString());
		assertThat(refused(to, "restore.sh", backup.toString())).contains("use another backup", "Nothing was done");
	}

	@Test
	void whatCannotBeBackedUpLeavesNothingBehind() throws Exception {
		Map<String, String> from = new HashMap<>(Cli.unmigrated(this.folder.resolve("var")).environment());
		from.put("SRDI_DATA_DIR", this.folder.toString());
		Path target = Files.createDirectories(this.folder.resolve("backups"));
		from.put("SRDI_DB_OWNER_PASSWORD", "wrong");
		assertThat(refused(from, "backup.sh", target.toString())).contains("nothing was backed up");
		from.remove("SRDI_DB_OWNER_PASSWORD");
		assertThat(refused(from, "backup.sh", target.toString())).contains("SRDI_DB_OWNER_PASSWORD is missing");
		assertThat(target).isEmptyDirectory();
	}

	private static Path onlyFolderIn(Path folder) throws IOException {
		try (Stream<Path> folders = Files.list(folder)) {
			return folders.filter((path) -> Files.exists(path.resolve("MANIFEST"))).findFirst().orElseThrow();
		}
	}

	private String script(Map<String, String> environment, String... command) throws Exception {
		Path output = this.folder.resolve("output-" + System.nanoTime());
		assertThat(run(environment, output, command)).as(() -> read(output)).isZero();
		return read(output);
	}

	private String refused(Map<String, String> environment, String... command) throws Exception {
		Path output = this.folder.resolve("output-" + System.nanoTime());
		assertThat(run(environment, output, command)).as(() -> read(output)).isPositive();
		return read(output);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int run(Map<String, String> environment, Path output, String... command) throws Exception {
		List<String> all = Stream
			.concat(Stream.of("bash", Path.of("ops/mysql").resolve(command[0]).toAbsolutePath().toString()),
					Stream.of(command).skip(1))
			.toList();
		ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment().putAll(environment);
		builder.environment()
			.put("PATH", this.distribution.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
		return builder.start().waitFor();
	}

}
