package org.srdi.monitor.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The database of the application, for reading, without the application: one connection
 * made from the same settings, within a fraction of the time.
 */
public final class ReadingDatabase implements AutoCloseable {

	private static final String URL = "spring.datasource.url";

	private final ConfigurableEnvironment settings;

	private final SingleConnectionDataSource connection;

	private ReadingDatabase(ConfigurableEnvironment settings, SingleConnectionDataSource connection) {
		this.settings = settings;
		this.connection = connection;
	}

	/**
	 * Reads the settings; connects when first asked to.
	 * @param arguments the settings, as for the application
	 */
	public static ReadingDatabase of(String... arguments) {
		ConfigurableEnvironment settings = new StandardEnvironment();
		settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
		ConfigDataEnvironmentPostProcessor.applyTo(settings);
		SingleConnectionDataSource connection = new SingleConnectionDataSource();
		connection.setSuppressClose(true);
		connection.setUrl(url(settings));
		connection.setConnectionProperties(properties(settings));
		return new ReadingDatabase(settings, connection);
	}

	/** An embedded database that is not there must not come into being by being read. */
	private static String url(ConfigurableEnvironment settings) {
		String url = settings.getRequiredProperty(URL);
		return url.startsWith("jdbc:h2:") ? url + ";IFEXISTS=TRUE" : url;
	}

	private static Properties properties(ConfigurableEnvironment settings) {
		Properties properties = new Properties();
		properties.putAll(Binder.get(settings)
			.bind("spring.datasource.hikari.data-source-properties", Bindable.mapOf(String.class, String.class))
			.orElse(Map.of()));
		setting(settings, "spring.datasource.username").ifPresent((user) -> properties.setProperty("user", user));
		setting(settings, "spring.datasource.password").ifPresent((word) -> properties.setProperty("password", word));
		return properties;
	}

	private static Optional<String> setting(ConfigurableEnvironment settings, String name) {
		String value = Binder.get(settings).bind(name, String.class).orElse("");
		return value.isBlank() ? Optional.empty() : Optional.of(value);
	}

	/** Returns a setting of the application, empty if it is not set. */
	public Optional<String> setting(String name) {
		return setting(this.settings, name);
	}

	/**
	 * Connects.
	 * @throws DatabaseRefusedException if it cannot be reached, lets this user not in, or
	 * is none that the schema was made for
	 */
	public JdbcClient connect() {
		Server server = Server.of(this.connection, this.settings.getRequiredProperty(URL));
		try {
			Connection one = this.connection.getConnection();
			one.setReadOnly(true);
			return JdbcClient.create(this.connection);
		}
		catch (SQLException ex) {
			throw new DatabaseRefusedException(ex, "server.unreachable", server.address(),
					String.valueOf(ex.getMessage()));
		}
	}

	@Override
	public void close() {
		this.connection.destroy();
	}

}
