package org.srdi.monitor.batch;

import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that nobody needs any more.
 *
 * @param name what they are called in the history
 * @param from the table and the condition, with named parameters
 * @param parameters the parameters
 */
record Sweep(String name, String from, Map<String, ?> parameters) {

	/** So many rows go in one transaction. */
	private static final int ROWS = 1000;

	long count(JdbcClient jdbc) {
		return jdbc.sql("SELECT COUNT(*) FROM " + this.from).params(this.parameters).query(Long.class).single();
	}

	/** Removes the rows, some at a time, so that nobody waits for them. */
	long remove(JdbcClient jdbc) {
		long removed = 0;
		int last = ROWS;
		while (last == ROWS) {
			last = jdbc.sql("DELETE FROM " + this.from + " LIMIT " + ROWS).params(this.parameters).update();
			removed += last;
		}
		return removed;
	}

}
