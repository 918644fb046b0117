package org.srdi.monitor.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

/**
 * The tables of the product in an order in which each comes after those it refers to.
 * What Flyway, Spring Batch and Quartz keep for themselves is not among them: the target
 * has its own schema history, a run goes on from the rows of the product alone, and
 * schedules are made anew from job.yaml.
 */
final class Tables {

	private static final Set<String> OF_THE_MOMENT = Set.of("data_move", "run_lock");

	private static final List<String> OF_OTHERS = List.of("batch_", "qrtz_", "flyway_");

	private Tables() {
	}

	static List<String> of(DataSource dataSource) throws SQLException {
		try (Connection connection = dataSource.getConnection()) {
			Map<String, Set<String>> references = new LinkedHashMap<>();
			for (String table : names(connection)) {
				references.put(table.toLowerCase(Locale.ROOT), references(connection, table));
			}
			Set<String> ordered = new LinkedHashSet<>();
			references.keySet().forEach((table) -> add(table, references, ordered));
			return List.copyOf(ordered);
		}
	}

	private static List<String> names(Connection connection) throws SQLException {
		List<String> names = new ArrayList<>();
		try (ResultSet rows = connection.getMetaData()
			.getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] { "TABLE", "BASE TABLE" })) {
			while (rows.next()) {
				String name = rows.getString("TABLE_NAME");
				if (isOurs(name.toLowerCase(Locale.ROOT))) {
					names.add(name);
				}
			}
		}
		return names;
	}

	private static boolean isOurs(String table) {
		return !OF_THE_MOMENT.contains(table) && OF_OTHERS.stream().noneMatch(table::startsWith);
	}

	private static Set<String> references(Connection connection, String table) throws SQLException {
		Set<String> references = new LinkedHashSet<>();
		try (ResultSet rows = connection.getMetaData()
			.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
			while (rows.next()) {
				references.add(rows.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
			}
		}
		references.remove(table.toLowerCase(Locale.ROOT));
		return references;
	}

	private static void add(String table, Map<String, Set<String>> references, Set<String> ordered) {
		references.getOrDefault(table, Set.of()).forEach((other) -> add(other, references, ordered));
		ordered.add(table);
	}

}
