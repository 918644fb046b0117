package org.srdi.monitor.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/**
 * The MySQL server of the tests: the one of {@code SRDI_TEST_MYSQL_URL}, else one in a
 * container where an engine answers, else the distribution that the Maven profile
 * {@code mysql} unpacks.
 */
public final class MySqlServer {

	/** Schemas of tests begin so, and the grants of the tests are for these only. */
	static final String PREFIX = "srdi_test_";

	static final String OWNER = "srdi_test_owner";

	static final String USER = "srdi_test";

	static final String BI_USER = "srdi_test_bi";

	static final String PASSWORD = "Only-for-tests.1";

	private static final String WHY_NOT = """
			MySQL: integration tests skipped, because there is no server to run them on.
			  Looked for: a JDBC URL in SRDI_TEST_MYSQL_URL (with SRDI_TEST_MYSQL_USER, SRDI_TEST_MYSQL_PASSWORD),
			  a Docker engine, the MySQL distribution of the Maven profile "mysql".
			  Remedy: mvn verify -Pmysql (Linux; downloads 550 MB once; Debian and Ubuntu need libaio1).
			""";

	private static final MySqlServer INSTANCE = find();

	private static MySqlServer mortal;

	private final String host;

	private final int port;

	private final String admin;

	private final String adminPassword;

	private final MySqlProcess process;

	private MySqlServer(String host, int port, String admin, String adminPassword, MySqlProcess process) {
		this.host = host;
		this.port = port;
		this.admin = admin;
		this.adminPassword = adminPassword;
		this.process = process;
	}

	/** Returns why there is no server, empty if there is one. */
	public static Optional<String> absence() {
		return (INSTANCE == null) ? Optional.of(WHY_NOT) : Optional.empty();
	}

	/** Returns the server, with the users of {@code ops/mysql/users.sql}. */
	public static MySqlServer running() {
		if (INSTANCE == null) {
			throw new IllegalStateException(WHY_NOT);
		}
		return INSTANCE;
	}

	private static MySqlServer find() {
		if (!Engine.current().isMySql()) {
			return null;
		}
		MySqlServer server = search();
		if (server != null) {
			server.open();
		}
		return server;
	}

	private static MySqlServer search() {
		String url = System.getenv("SRDI_TEST_MYSQL_URL");
		if (url != null) {
			String[] address = url.replaceFirst("^jdbc:mysql://([^/?]+).*$", "$1").split(":", 2);
			return new MySqlServer(address[0], (address.length > 1) ? Integer.parseInt(address[1]) : 3306,
					environment("SRDI_TEST_MYSQL_USER", "root"), environment("SRDI_TEST_MYSQL_PASSWORD", ""), null);
		}
		((Logger) LoggerFactory.getLogger("org.testcontainers")).setLevel(Level.OFF);
		if (DockerClientFactory.instance().isDockerAvailable()) {
			MySQLContainer container = new MySQLContainer("mysql:8.4").withUsername("root");
			container.start();
			return new MySqlServer(container.getHost(), container.getMappedPort(MySQLContainer.MYSQL_PORT), "root",
					container.getPassword(), null);
		}
		return distribution().map(MySqlServer::of).orElse(null);
	}

	private static MySqlServer of(Path distribution) {
		MySqlProcess process = MySqlProcess.start(distribution);
		return new MySqlServer("127.0.0.1", process.port(), "root", "", process);
	}

	/** Returns the folder of the distribution that the Maven profile unpacked. */
	public static Optional<Path> distribution() {
		return Optional.of(System.getProperty("srdi.test.mysql.dist", ""))
			.filter((folder) -> !folder.isEmpty())
			.map(Path::of);
	}

	/** Returns a server that may be killed, empty where there is no distribution. */
	public static Optional<MySqlServer> mortal() {
		if (mortal == null && running().process != null) {
			mortal = running();
		}
		if (mortal == null && distribution().isPresent()) {
			mortal = of(distribution().get());
			mortal.open();
		}
		return Optional.ofNullable(mortal);
	}

	/** Returns the server that these settings name. */
	public static MySqlServer at(Map<String, String> settings) {
		return settings.get("SRDI_DB_PORT").equals(String.valueOf(running().port)) ? running() : mortal;
	}

	private void open() {
		createUsers();
		Runtime.getRuntime().addShutdownHook(new Thread(this::leave));
	}

	private static String environment(String name, String otherwise) {
		String value = System.getenv(name);
		return (value != null) ? value : otherwise;
	}

	private void createUsers() {
		String sql = template();
		Map<String, String> values = new LinkedHashMap<>();
		values.put("SRDI_DB_NAME", PREFIX.replace("_", "\\_") + "%");
		values.put("SRDI_DB_OWNER", OWNER);
		values.put("SRDI_DB_OWNER_PASSWORD", PASSWORD);
		values.put("SRDI_DB_USER", USER);
		values.put("SRDI_DB_PASSWORD", PASSWORD);
		values.put("SRDI_DB_BI_USER", BI_USER);
		values.put("SRDI_DB_BI_PASSWORD", PASSWORD);
		values.put("SRDI_DB_CLIENTS", "%");
		for (Map.Entry<String, String> value : values.entrySet()) {
			sql = sql.replace("${" + value.getKey() + "}", value.getValue());
		}
		for (String statement : sql.replaceAll("(?m)^\\s*--.*$", "").split(";\\s*(\\n|$)", -1)) {
			if (!statement.isBlank()) {
				administer(statement);
			}
		}
	}

	private static String template() {
		try {
			return Files.readString(Path.of("ops/mysql/users.sql"), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Makes an empty schema and returns its name. */
	public String createSchema(String name) {
		administer("CREATE DATABASE " + PREFIX + name);
		return PREFIX + name;
	}

	/** Runs a statement as the administrator. */
	public void administer(String sql) {
		try (Connection connection = connect("", this.admin, this.adminPassword);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(sql, ex);
		}
	}

	/** Connects to a schema as the administrator. */
	public Connection connect(String schema) throws SQLException {
		return connect(schema, this.admin, this.adminPassword);
	}

	/** Connects to a schema as somebody else. */
	public Connection connect(String schema, String user, String password) throws SQLException {
		return DriverManager.getConnection(
				"jdbc:mysql://" + this.host + ":" + this.port + "/" + schema + "?connectionTimeZone=%2B08:00", user,
				password);
	}

	/** Returns the settings by which the product reaches a schema. */
	public Map<String, String> settings(String schema) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("SRDI_DB_HOST", this.host);
		settings.put("SRDI_DB_PORT", String.valueOf(this.port));
		settings.put("SRDI_DB_NAME", schema);
		settings.put("SRDI_DB_USER", USER);
		settings.put("SRDI_DB_PASSWORD", PASSWORD);
		settings.put("SRDI_DB_OWNER", OWNER);
		settings.put("SRDI_DB_OWNER_PASSWORD", PASSWORD);
		return settings;
	}

	/** Returns the process of a server that may be killed. */
	public MySqlProcess process() {
		return this.process;
	}

	/** A server that stays is left as it was found. */
	private void leave() {
		if (this.process != null) {
			this.process.kill();
			return;
		}
		try (Connection connection = connect("");
				Statement statement = connection.createStatement();
				Statement drop = connection.createStatement();
				var names = statement.executeQuery(
						"SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'srdi\\_test\\_%'")) {
			while (names.next()) {
				drop.execute("DROP DATABASE " + names.getString(1));
			}
			for (String user : new String[] { OWNER, USER, BI_USER }) {
				drop.execute("DROP USER IF EXISTS " + user);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
