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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

import picocli.CommandLine;

import org.srdi.monitor.batch.Recovery;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.database.Engine;
import org.srdi.monitor.database.MySqlServer;
import org.srdi.monitor.database.StatementRecorderConfiguration;
import org.srdi.monitor.publication.Exports;

/**
 * Runs commands as a person would, in this process or in one that can be killed, on the
 * engine of this build: with MySQL every data directory has a schema of its own, made and
 * used with the shipped configuration and its privileges.
 */
final class Cli {

	/** Where processes write what they say. */
	private static final Map<Process, Path> OUTPUTS = new ConcurrentHashMap<>();

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
		return of(dataDir, MySqlServer.running());
	}

	/** Returns one with a schema of its own on a server, ready for use. */
	static Cli of(Path dataDir, MySqlServer server) {
		Cli cli = unmigrated(dataDir, server);
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
		return unmigrated(dataDir, MySqlServer.running());
	}

	private static Cli unmigrated(Path dataDir, MySqlServer server) {
		return served(dataDir, server.settings(server.createSchema("cli_" + System.nanoTime())));
	}

	/** Returns one with the served database that these settings name. */
	static Cli served(Path dataDir, Map<String, String> settings) {
		Map<String, String> environment = new LinkedHashMap<>(settings);
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

	/** Returns the number of the last migration there is. */
	static String schemaVersion() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db/migration"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.startsWith("V"))
				.map((name) -> Integer.valueOf(name.substring(1, name.indexOf('_'))))
				.max(Integer::compare)
				.orElseThrow()
				.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Lets runs go on that broke off, as the service does every minute. */
	List<Recovery.Found> recover(String asOf) {
		Settings settings = new Settings();
		new CommandLine(settings).parseArgs("--data-dir", this.dataDir.toString(), "--as-of", asOf);
		return within(() -> {
			try (Application application = Application.start(settings)) {
				return application.get(Recovery.class).recover();
			}
		});
	}

	private boolean isServed() {
		return this.environment.containsKey("SRDI_DB_NAME");
	}

	/** Returns its data directory. */
	Path dataDir() {
		return this.dataDir;
	}

	/** Returns the environment of its processes. */
	Map<String, String> environment() {
		return this.environment;
	}

	/** Returns the name of the schema; empty for the embedded database. */
	String schema() {
		return this.environment.getOrDefault("SRDI_DB_NAME", "");
	}

	/**
	 * Connects to the schema past the product, with the privileges it has at run time.
	 */
	Connection connectAsUser() throws SQLException {
		return MySqlServer.at(this.environment)
			.connect(schema(), this.environment.get("SRDI_DB_USER"), this.environment.get("SRDI_DB_PASSWORD"));
	}

	/** Connects to the database past the product, as the administrator. */
	Connection connect() throws SQLException {
		if (isServed()) {
			return MySqlServer.at(this.environment).connect(schema());
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
		while (!isServed() && process.isAlive() && !Files.exists(opened)) {
			Thread.onSpinWait();
		}
	}

	/** Counts past the product. */
	int count(String sql) throws SQLException {
		try (Connection connection = connect()) {
			return count(connection, sql);
		}
	}

	/** Returns the rows of a query as text, a line each, past the product. */
	String text(String sql) throws SQLException {
		StringBuilder text = new StringBuilder();
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
					text.append((i > 1) ? "," : "").append(rows.getString(i));
				}
				text.append('\n');
			}
		}
		return text.toString();
	}

	static int count(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getInt(1);
		}
	}

	/**
	 * Makes the first inserts into a table fail as if they had lost a deadlock. The
	 * counter does not take part in transactions.
	 */
	void loseLocks(String table, int times) throws SQLException {
		if (!isServed()) {
			LosingTrigger.TIMES_LEFT.set(times);
			update("CREATE TRIGGER lose BEFORE INSERT ON " + table + " FOR EACH ROW CALL '"
					+ LosingTrigger.class.getName() + "'");
			return;
		}
		update("CREATE TABLE times_left (n INT) ENGINE = MyISAM");
		update("INSERT INTO times_left VALUES (" + times + ")");
		update("CREATE TRIGGER lose BEFORE INSERT ON " + table
				+ """
						 FOR EACH ROW BEGIN
						  IF (SELECT n FROM times_left) > 0 THEN
						    UPDATE times_left SET n = n - 1;
						    SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock found when trying to get lock';
						  END IF;
						END
						""");
	}

	/**
	 * Makes inserts into a table deadly for whoever does them: the embedded database runs
	 * in the process and ends it after some rows; a server takes its time for each row,
	 * so that the process can be ended from outside.
	 */
	void endanger(String table) throws SQLException {
		update("CREATE TRIGGER danger BEFORE INSERT ON " + table + " FOR EACH ROW "
				+ (!isServed() ? "CALL '" + DeadlyTrigger.class.getName() + "'" : "DO SLEEP(0.02)"));
	}

	/** Ends that. */
	void makeSafe() throws SQLException {
		update("DROP TRIGGER danger");
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
		int code = within(() -> Main.run(console, with(arguments).toArray(String[]::new)));
		return new Answer(code, out.toString(), err.toString());
	}

	/** Does something in this process under the settings of a process of its own. */
	private <T> T within(Supplier<T> work) {
		Map<String, String> properties = new LinkedHashMap<>();
		this.environment.forEach((name, value) -> properties.put(property(name), value));
		properties.put(StatementRecorderConfiguration.SWITCH, "true");
		properties.forEach(System::setProperty);
		try {
			return work.get();
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
		return startAs(command(arguments));
	}

	/**
	 * Starts a command in a process that cannot write files beyond a size, as if the disk
	 * were full then.
	 * @param halfKilobytes the size in blocks of 512 bytes
	 */
	Process startCramped(int halfKilobytes, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of("sh", "-c", "ulimit -f " + halfKilobytes + " && exec \"$@\"", "sh"));
		command.addAll(command(arguments));
		return startAs(command);
	}

	private List<String> command(String... arguments) {
		List<String> command = ClassArchive.java("-Duser.timezone=Asia/Shanghai", "-Dfile.encoding=UTF-8",
				"-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");
		command.add(Main.class.getName());
		command.addAll(with(arguments));
		return command;
	}

	private Process startAs(List<String> command) throws IOException {
		File output = this.dataDir.resolveSibling("process-" + System.nanoTime() + ".txt").toFile();
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
		builder.environment().putAll(this.environment);
		Process process = builder.start();
		OUTPUTS.put(process, output.toPath());
		return process;
	}

	/** Returns what a process has said so far. */
	String output(Process process) throws IOException {
		return Files.readString(OUTPUTS.get(process), StandardCharsets.UTF_8);
	}

	private List<String> with(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--data-dir");
		all.add(this.dataDir.toString());
		return all;
	}

	/**
	 * Opens the application in this process, for tests of what commands do with it.
	 */
	Application open(String... options) {
		Settings settings = new Settings();
		new CommandLine(settings).parseArgs(with(options).toArray(String[]::new));
		return within(() -> Application.start(settings));
	}

	/** Returns what an export writes. */
	String export(String what, String period) {
		return exports(period).get(what);
	}

	/** Returns everything that can be exported of a month, by its name. */
	Map<String, String> exports(String period) {
		Settings settings = new Settings();
		new CommandLine(settings).parseArgs("--data-dir", this.dataDir.toString());
		return within(() -> {
			Map<String, String> exports = new LinkedHashMap<>();
			try (Application application = Application.start(settings)) {
				for (Exports.Kind kind : Exports.Kind.values()) {
					StringWriter text = new StringWriter();
					application.get(Exports.class).write(kind, ReportingPeriod.parse(period), Exports.Format.CSV, text);
					exports.put(kind.key(), text.toString());
				}
			}
			return exports;
		});
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
