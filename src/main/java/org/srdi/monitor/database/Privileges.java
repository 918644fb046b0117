package org.srdi.monitor.database;

import java.sql.SQLException;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the user may read and write every table. MySQL asks for the privileges of a
 * statement when it is to be explained, too, wherever these were granted: to the user, to
 * a role, for the schema or for one table.
 */
final class Privileges {

	private static final int TABLE_DENIED = 1142;

	private static final int COLUMN_DENIED = 1143;

	private final JdbcClient jdbc;

	Privileges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Asks for each table.
	 * @throws DatabaseRefusedException naming the first privilege that is missing
	 */
	void demandAll(Server server) {
		this.jdbc.sql("""
				SELECT t.table_name, c.column_name FROM information_schema.tables t
				JOIN information_schema.columns c ON c.table_schema = t.table_schema AND c.table_name = t.table_name
				WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.ordinal_position = 1
				ORDER BY t.table_name
				""")
			.query((row, number) -> new Table(row.getString(1), row.getString(2)))
			.list()
			.forEach((table) -> demandAll(server, table));
	}

	private void demandAll(Server server, Table table) {
		demand(server, "SELECT", table, "SELECT * FROM " + table.name() + " WHERE 1 = 0");
		if (!table.name().equals("flyway_schema_history")) {
			demand(server, "INSERT", table, "INSERT INTO " + table.name() + " (" + table.column() + ") VALUES (NULL)");
			demand(server, "UPDATE", table,
					"UPDATE " + table.name() + " SET " + table.column() + " = " + table.column() + " WHERE 1 = 0");
			demand(server, "DELETE", table, "DELETE FROM " + table.name() + " WHERE 1 = 0");
		}
	}

	private void demand(Server server, String privilege, Table table, String sql) {
		try {
			this.jdbc.sql("EXPLAIN " + sql).query().listOfRows();
		}
		catch (DataAccessException ex) {
			if (!isDenied(ex)) {
				throw ex;
			}
			throw new DatabaseRefusedException(ex, "privilege.missing", server.address(), server.user(), privilege,
					table.name());
		}
	}

	private static boolean isDenied(DataAccessException failure) {
		return failure.getMostSpecificCause() instanceof SQLException sql
				&& (sql.getErrorCode() == TABLE_DENIED || sql.getErrorCode() == COLUMN_DENIED);
	}

	private record Table(String name, String column) {

	}

}
