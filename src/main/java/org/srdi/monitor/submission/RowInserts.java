package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.GeneratedKeyHolder;

import org.jspecify.annotations.Nullable;

/**
 * Inserts rows into a table, many with one statement. There are only a few sizes of
 * statements, powers of two, so that a server that keeps prepared statements reads each
 * text once.
 */
final class RowInserts {

	private static final String[] ID = { "id" };

	private static final int MOST_ROWS = 128;

	private static final int MOST_VALUES = 4096;

	/** Characters; far below what a server takes in one packet. */
	private static final int MOST_TEXT = 1_000_000;

	private final JdbcOperations jdbc;

	private final String head;

	private final String row;

	private final String tail;

	private final int most;

	/**
	 * Makes one for these columns.
	 * @param onDuplicate what to do about rows that are there already, starting with ON
	 * DUPLICATE KEY; empty to refuse them
	 */
	RowInserts(JdbcOperations jdbc, String table, List<String> columns, String onDuplicate) {
		this.jdbc = jdbc;
		this.head = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ";
		this.row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
		this.tail = onDuplicate.isEmpty() ? "" : " " + onDuplicate;
		this.most = Math.max(1, Math.min(MOST_VALUES / columns.size(), MOST_ROWS));
	}

	/** Makes one for these columns that refuses rows that are there already. */
	RowInserts(JdbcOperations jdbc, String table, List<String> columns) {
		this(jdbc, table, columns, "");
	}

	/** Inserts rows in the order given; their values are in the order of the columns. */
	void insert(List<@Nullable Object[]> rows) {
		for (List<@Nullable Object[]> some : statements(rows)) {
			this.jdbc.update(sql(some.size()), (statement) -> set(statement, some));
		}
	}

	/**
	 * Inserts rows in the order given, and returns the numbers they get in the column
	 * {@code id}, in the same order.
	 */
	List<Long> insertNumbered(List<@Nullable Object[]> rows) {
		List<Long> numbers = new ArrayList<>();
		for (List<@Nullable Object[]> some : statements(rows)) {
			GeneratedKeyHolder keys = new GeneratedKeyHolder();
			this.jdbc.update((connection) -> {
				PreparedStatement statement = connection.prepareStatement(sql(some.size()), ID);
				set(statement, some);
				return statement;
			}, keys);
			keys.getKeyList().forEach((key) -> numbers.add(((Number) key.values().iterator().next()).longValue()));
		}
		return numbers;
	}

	private List<List<@Nullable Object[]>> statements(List<@Nullable Object[]> rows) {
		List<List<@Nullable Object[]>> statements = new ArrayList<>();
		int from = 0;
		while (from < rows.size()) {
			List<@Nullable Object[]> some = rows.subList(from, from + fitting(rows, from));
			statements.add(some);
			from += some.size();
		}
		return statements;
	}

	private int fitting(List<@Nullable Object[]> rows, int from) {
		int count = 0;
		long text = 0;
		while (count < this.most && from + count < rows.size() && text < MOST_TEXT) {
			text += textLength(rows.get(from + count));
			count++;
		}
		return Integer.highestOneBit(count);
	}

	private static long textLength(@Nullable Object[] row) {
		long length = 0;
		for (Object value : row) {
			length += (value instanceof String text) ? text.length() : 0;
		}
		return length;
	}

	private String sql(int rows) {
		return this.head + String.join(", ", Collections.nCopies(rows, this.row)) + this.tail;
	}

	private static void set(PreparedStatement statement, List<@Nullable Object[]> rows) throws SQLException {
		int index = 1;
		for (@Nullable
		Object[] row : rows) {
			for (Object value : row) {
				set(statement, index, value);
				index++;
			}
		}
	}

	/** Spares asking the driver for the type of every null. */
	private static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		if (value == null) {
			statement.setNull(index, Types.NULL);
		}
		else if (value instanceof String text) {
			statement.setString(index, text);
		}
		else if (value instanceof BigDecimal number) {
			statement.setBigDecimal(index, number);
		}
		else {
			statement.setObject(index, value);
		}
	}

}
