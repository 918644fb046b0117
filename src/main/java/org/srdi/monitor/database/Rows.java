package org.srdi.monitor.database;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as values that are the same on every engine, counted and summed up
 * as they go by. The sum does not depend on their order.
 */
final class Rows {

	private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

	private final MessageDigest sha256 = sha256();

	private long count;

	private BigInteger sum = BigInteger.ZERO;

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/** Returns the names of the columns in the order of the values. */
	static List<String> columns(ResultSet rows) throws SQLException {
		ResultSetMetaData data = rows.getMetaData();
		List<String> columns = new ArrayList<>();
		for (int i = 1; i <= data.getColumnCount(); i++) {
			columns.add(data.getColumnLabel(i).toLowerCase(Locale.ROOT));
		}
		return columns;
	}

	/** Returns the values of the row the cursor stands on. */
	@Nullable Object[] read(ResultSet rows) throws SQLException {
		ResultSetMetaData data = rows.getMetaData();
		@Nullable Object[] values = new Object[data.getColumnCount()];
		for (int i = 1; i <= values.length; i++) {
			values[i - 1] = value(rows, i, data.getColumnType(i));
		}
		this.count++;
		this.sum = this.sum.add(digest(values)).mod(MODULUS);
		return values;
	}

	private static @Nullable Object value(ResultSet rows, int column, int type) throws SQLException {
		Object value = switch (type) {
			case Types.BIT, Types.BOOLEAN -> rows.getBoolean(column);
			case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> rows.getLong(column);
			case Types.DECIMAL, Types.NUMERIC -> rows.getBigDecimal(column);
			case Types.DATE -> rows.getObject(column, LocalDate.class);
			case Types.TIMESTAMP -> rows.getObject(column, LocalDateTime.class);
			case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> rows.getString(column);
			default -> throw new IllegalStateException(
					"No way to move column " + rows.getMetaData().getColumnLabel(column) + " of type " + type);
		};
		return rows.wasNull() ? null : value;
	}

	/** A null is told from a text, and every value from its neighbours. */
	private BigInteger digest(@Nullable Object[] values) {
		for (Object value : values) {
			String text = (value instanceof BigDecimal number) ? number.stripTrailingZeros().toPlainString()
					: String.valueOf(value);
			byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			this.sha256.update((byte) ((value != null) ? 1 : 0));
			this.sha256.update(BigInteger.valueOf(bytes.length).toByteArray());
			this.sha256.update(bytes);
		}
		return new BigInteger(1, this.sha256.digest());
	}

	long count() {
		return this.count;
	}

	/** Returns what says that two tables hold the same rows. */
	String checksum() {
		return this.count + "/" + this.sum.toString(16);
	}

}
