package org.srdi.monitor.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.srdi.monitor.database.Engine;
import org.srdi.monitor.database.MySqlServer;

/**
 * Runs commands as a person would, in this process or in one that can be killed, on the
 * engine of this build: with MySQL every data directory has a schema of its own, made and
 * used with the shipped configuration and its privileges.
 */
final class Cli {

	private final Path dataDir;

	/** The environment that makes the product use its database. */
	private final Map<String, String> environment;

	private Cli(Path dataDir, Map<String, String> environment) {
		this.dataDir = dataDir;
		this.environment = environment;
	}

	/** Returns one with a database of its own, ready for use. */
	static Cli of(Path dataDir) {
		if (!Engine.current().isMySql()) {
			return embedded(dataDir);
		}
		Cli cli = unmigrated(dataDir);
		Answer answer = cli.run("migrate");
		if (answer.code() != 0) {
			throw new IllegalStateException(answer.toString());
		}
		return cli;
	}

	/** Returns one with a database in which nothing is yet. */
	static Cli unmigrated(Path dataDir) {
		if (!Engine.current().isMySql()) {
			return embedded(dataDir);
		}
		MySqlServer server = MySqlServer.running();
		String schema = server.createSchema("cli_" + System.nanoTime());
		Map<String, String> environment = new LinkedHashMap<>(server.settings(schema));
		environment.put("SPRING_PROFILES_ACTIVE", "mysql");
		environment.put("SPRING_CONFIG_ADDITIONAL_LOCATION", Path.of("ops/config").toUri().toString());
		return new Cli(dataDir, environment);
	}

	/** Returns one with the embedded database, whatever the engine of this build. */
	static Cli embedded(Path dataDir) {
		return new Cli(dataDir, Map.of());
	}

	/** Returns one that uses the database of this one with other settings. */
	Cli with(String name, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.environment);
		changed.put(name, value);
		return new Cli(this.dataDir, changed);
	}

	/** Connects to the database past the product, as the administrator. */
	Connection connect() throws SQLException {
		if (!this.environment.isEmpty()) {
			return MySqlServer.running().connect(this.environment.get("SRDI_DB_NAME"));
		}
		return DriverManager.getConnection("jdbc:h2:file:" + this.dataDir.resolve("db/monitor").toAbsolutePath()
				+ ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;AUTO_SERVER=TRUE;WRITE_DELAY=0");
	}

	/**
	 * Waits until a process has opened the embedded database: who opens it first serves
	 * it to the others, and that must not be the one that looks on.
	 */
	void waitUntilOpened(Process process) {
		Path opened = this.dataDir.resolve("db/monitor.lock.db");
		while (this.environment.isEmpty() && process.isAlive() && !Files.exists(opened)) {
			Thread.onSpinWait();
		}
	}

	/** Counts past the product. */
	int count(String sql) throws SQLException {
		try (Connection connection = connect()) {
			return count(connection, sql);
		}
	}

	static int count(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getInt(1);
		}
	}

	/** Changes rows past the product. */
	void update(String sql) throws SQLException {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			statement.executeUpdate(sql);
		}
	}

	/**
	 * Returns an empty folder that outlives the test, because H2 lets go of its files a
	 * moment late.
	 */
	static Path newFolder() {
		try {
			return Files.createDirectories(Path.of("target", "commands", UUID.randomUUID().toString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Runs a command in this process. */
	Answer run(String... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), Locale.CHINA, false);
		Map<String, String> properties = new LinkedHashMap<>();
		this.environment.forEach((name, value) -> properties.put(property(name), value));
		properties.forEach(System::setProperty);
		try {
			int code = Main.run(console, with(arguments).toArray(String[]::new));
			return new Answer(code, out.toString(), err.toString());
		}
		finally {
			properties.keySet().forEach(System::clearProperty);
		}
	}

	/** A process cannot change its environment, but Spring takes properties as well. */
	private static String property(String variable) {
		return variable.startsWith("SPRING_") ? variable.toLowerCase(Locale.ROOT)
			.replace("config_additional_location", "config.additional-location")
			.replace('_', '.') : variable;
	}

	/** Starts a command in a process of its own. */
	Process start(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"-Duser.timezone=Asia/Shanghai", "-Dfile.encoding=UTF-8", "-XX:TieredStopAtLevel=1", "-cp",
						System.getProperty("java.class.path"), Main.class.getName()));
		command.addAll(with(arguments));
		File output = this.dataDir.resolveSibling("process-" + System.nanoTime() + ".txt").toFile();
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
		builder.environment().putAll(this.environment);
		return builder.start();
	}

	private List<String> with(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--data-dir");
		all.add(this.dataDir.toString());
		return all;
	}

	/** Returns what an export writes. */
	String export(String what, String period) {
		Path file = this.dataDir.resolveSibling("export-" + System.nanoTime());
		Answer answer = run("export", what, "--period", period, "--format", "csv", "--out", file.toString());
		if (answer.code() != 0) {
			throw new IllegalStateException(answer.toString());
		}
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a command answered.
	 *
	 * @param code its exit code
	 * @param out its answer
	 * @param err its errors and progress
	 */
	record Answer(int code, String out, String err) {

	}

}
