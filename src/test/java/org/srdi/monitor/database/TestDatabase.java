package org.srdi.monitor.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of the tests that need no more than tables: migrated once, emptied for
 * whoever takes it, on the engine of this build and with the settings and privileges that
 * production has.
 */
public final class TestDatabase {

	private static final String H2 = "jdbc:h2:mem:%s;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;"
			+ "DB_CLOSE_DELAY=-1";

	private static final TestDatabase SHARED = Engine.current().isMySql() ? mySql() : h2();

	private final DataSource product;

	private final List<String> tables;

	private TestDatabase(DataSource product) {
		this.product = product;
		try {
			this.tables = new ArrayList<>(Tables.of(product));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		Collections.reverse(this.tables); // those that refer to others first
	}

	/** Returns the tables without a row in them, as the product sees them. */
	public static DataSource emptied() {
		try (Connection connection = SHARED.product.getConnection();
				Statement statement = connection.createStatement()) {
			for (String table : SHARED.tables) {
				statement.execute("DELETE FROM " + table);
			}
			statement.execute("INSERT INTO register_change (part, revision) VALUES ('REGISTER', 0), ('PLANS', 0)");
			return SHARED.product;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns transactions as the product has them: who loses a lock tries again. */
	public static TransactionTemplate transactions(DataSource dataSource) {
		return transactions(new JdbcTransactionManager(dataSource));
	}

	/** Returns transactions as the product has them, with a manager of one's own. */
	public static TransactionTemplate transactions(PlatformTransactionManager manager) {
		return new RetryingTransactionTemplate(manager, new DatabaseConfiguration().lockRetries());
	}

	/** Returns a database beside it, for rows that take too long to be removed again. */
	static DataSource another() {
		return (Engine.current().isMySql() ? mySql() : h2()).product;
	}

	private static TestDatabase h2() {
		DataSource dataSource = new DriverManagerDataSource(H2.formatted(UUID.randomUUID()), "sa", "");
		migrate(dataSource);
		return new TestDatabase(dataSource);
	}

	private static TestDatabase mySql() {
		MySqlServer server = MySqlServer.running();
		String schema = server.createSchema("tables_" + System.nanoTime());
		migrate(pool(server, schema, MySqlServer.OWNER));
		return new TestDatabase(pool(server, schema, MySqlServer.USER));
	}

	/** Connects as the shipped configuration does. */
	private static HikariDataSource pool(MySqlServer server, String schema, String user) {
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new FileSystemResource("ops/config/application-mysql.yaml"));
		Properties shipped = yaml.getObject();
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:mysql://" + server.settings(schema).get("SRDI_DB_HOST") + ":"
				+ server.settings(schema).get("SRDI_DB_PORT") + "/" + schema);
		pool.setUsername(user);
		pool.setPassword(MySqlServer.PASSWORD);
		pool.setMaximumPoolSize(4); // a connection that is not given back is missed soon
		pool.setConnectionTimeout(10_000);
		pool.setTransactionIsolation(shipped.getProperty("spring.datasource.hikari.transaction-isolation"));
		String prefix = "spring.datasource.hikari.data-source-properties.";
		shipped.stringPropertyNames()
			.stream()
			.filter((name) -> name.startsWith(prefix))
			.forEach((name) -> pool.addDataSourceProperty(name.substring(prefix.length()), shipped.getProperty(name)));
		return pool;
	}

	private static void migrate(DataSource dataSource) {
		Flyway.configure()
			.dataSource(dataSource)
			.locations("classpath:db/migration/common",
					"classpath:db/migration/" + (Engine.current().isMySql() ? "mysql" : "h2"))
			.load()
			.migrate();
	}

}
