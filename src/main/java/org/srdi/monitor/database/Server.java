package org.srdi.monitor.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

import javax.sql.DataSource;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

/**
 * A database server, as it says of itself.
 *
 * @param product {@code H2} or {@code MySQL}
 * @param version its version: {@code 8.0.33}
 * @param address the JDBC URL without parameters
 * @param user the user of the connection, {@code -} for the one the embedded database has
 */
record Server(String product, String version, String address, String user) {

	private static final int[] LEAST_MYSQL = { 8, 0, 17 };

	/**
	 * Connects and asks.
	 * @throws DatabaseRefusedException if it cannot be reached, lets this user not in, or
	 * is none that the schema was made for
	 */
	static Server of(DataSource dataSource, String url) {
		try (Connection connection = dataSource.getConnection()) {
			DatabaseMetaData data = connection.getMetaData();
			Server server = new Server(data.getDatabaseProductName(), data.getDatabaseProductVersion().split(" ", 2)[0],
					withoutParameters(data.getURL()), data.getUserName().isBlank() ? "-" : data.getUserName());
			server.demandSupported(data);
			return server;
		}
		catch (SQLException | PoolInitializationException ex) {
			throw refusal(ex, withoutParameters(url));
		}
	}

	private static String withoutParameters(String url) {
		return url.split("[;?]", 2)[0];
	}

	private void demandSupported(DatabaseMetaData data) throws SQLException {
		boolean mariaDb = data.getDatabaseProductVersion().toLowerCase(Locale.ROOT).contains("mariadb");
		if (!isH2() && (mariaDb || !isMySql() || isOlderThanLeast(data))) {
			throw new DatabaseRefusedException("server.unsupported", this.address, this.product,
					data.getDatabaseProductVersion());
		}
	}

	private boolean isOlderThanLeast(DatabaseMetaData data) throws SQLException {
		int major = data.getDatabaseMajorVersion();
		int minor = data.getDatabaseMinorVersion();
		if (major != LEAST_MYSQL[0] || minor != LEAST_MYSQL[1]) {
			return major < LEAST_MYSQL[0];
		}
		return Integer.parseInt(this.version.replaceFirst("^\\d+\\.\\d+\\.(\\d+).*$", "$1")) < LEAST_MYSQL[2];
	}

	boolean isMySql() {
		return "MySQL".equals(this.product);
	}

	private boolean isH2() {
		return "H2".equals(this.product);
	}

	/** The pool wraps what the driver said; the driver's error number tells most. */
	private static DatabaseRefusedException refusal(Exception failure, String address) {
		Throwable root = failure;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			root = cause;
			if (cause instanceof SQLException sql && sql.getErrorCode() != 0) {
				break;
			}
		}
		String said = String.valueOf(root.getMessage());
		return switch ((root instanceof SQLException sql) ? sql.getErrorCode() : 0) {
			case 1044, 1045, 1698 -> new DatabaseRefusedException(failure, "server.denied", address, said);
			case 1049 -> new DatabaseRefusedException(failure, "server.no-schema", address, said);
			default -> new DatabaseRefusedException(failure, "server.unreachable", address, said);
		};
	}

}
