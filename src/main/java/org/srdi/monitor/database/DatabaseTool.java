package org.srdi.monitor.database;

import java.util.stream.Stream;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * A database and its schema with no more of the application than that, for work on the
 * database as a whole.
 */
public final class DatabaseTool implements AutoCloseable {

	private static final String[] AS_OWNER = { "--spring.datasource.username=${srdi.schema.owner:}",
			"--spring.datasource.password=${srdi.schema.owner-password:}" };

	private static final String[] EMBEDDED = { "--spring.profiles.active=", "--srdi.embedded.shared=FALSE" };

	private final ConfigurableApplicationContext context;

	private DatabaseTool(ConfigurableApplicationContext context) {
		this.context = context;
	}

	/**
	 * Connects as the schema owner ({@code srdi.schema.owner}), or as the usual user
	 * where there is no owner of its own, which is so for the embedded database.
	 * @param arguments the settings, as for the application
	 */
	public static DatabaseTool asOwner(String... arguments) {
		return open(arguments, AS_OWNER);
	}

	/** Connects as the application does, with the same settings. */
	static DatabaseTool asUser(String... arguments) {
		return open(arguments);
	}

	/**
	 * Opens the embedded database of these settings, whatever profile is active, and for
	 * this process alone.
	 */
	static DatabaseTool embedded(String... arguments) {
		return open(arguments, EMBEDDED);
	}

	private static DatabaseTool open(String[] arguments, String... more) {
		String[] all = Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new);
		return new DatabaseTool(new SpringApplication(Parts.class).run(all));
	}

	/**
	 * Brings the schema up to date where that is done at every start.
	 * @throws DatabaseRefusedException unless it then is the one this program was made
	 * for
	 */
	Schema currentSchema() {
		if (this.context.getEnvironment().getRequiredProperty("srdi.schema.migrate", Boolean.class)) {
			schema().migrate();
		}
		schema().demandCurrent();
		return schema();
	}

	/** Returns the schema. */
	public Schema schema() {
		return this.context.getBean(Schema.class);
	}

	DataSource dataSource() {
		return this.context.getBean(DataSource.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** Not annotated as a configuration, so that the application does not find it. */
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
	static class Parts {

		@Bean
		static Gate gate(ObjectProvider<JdbcConnectionDetails> connection) {
			return new Gate(() -> connection.getObject().getJdbcUrl());
		}

		@Bean
		FlywayMigrationStrategy nothingOnStart() {
			return (flyway) -> {
			};
		}

		@Bean
		Schema schema(Flyway flyway, DataSource dataSource, JdbcConnectionDetails connection) {
			return new Schema(flyway, Server.of(dataSource, connection.getJdbcUrl()));
		}

	}

}
