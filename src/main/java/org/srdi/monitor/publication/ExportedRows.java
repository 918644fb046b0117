package org.srdi.monitor.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.ResultSetExtractor;

/** Hands the rows of a query to a sink, leaving out what only this database knows. */
final class ExportedRows implements ResultSetExtractor<Integer> {

	private static final Set<String> SURROGATES = Set.of("enterprise_id", "submission_id");

	private final RowSink sink;

	ExportedRows(RowSink sink) {
		this.sink = sink;
	}

	/** Returns how many rows there were. */
	@Override
	public Integer extractData(ResultSet rows) throws SQLException {
		try {
			List<Column> columns = columns(rows.getMetaData());
			this.sink.begin(columns.stream().map(Column::name).toList());
			int count = 0;
			while (rows.next()) {
				this.sink.row(values(rows, columns));
				count++;
			}
			return count;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Column> columns(ResultSetMetaData metaData) throws SQLException {
		List<Column> columns = new ArrayList<>();
		for (int i = 1; i <= metaData.getColumnCount(); i++) {
			String name = metaData.getColumnLabel(i).toLowerCase(Locale.ROOT);
			if (!SURROGATES.contains(name)) {
				columns.add(new Column(i, name, metaData.getColumnType(i)));
			}
		}
		return columns;
	}

	private static List<@Nullable Object> values(ResultSet rows, List<Column> columns) throws SQLException {
		List<@Nullable Object> values = new ArrayList<>(columns.size());
		for (Column column : columns) {
			values.add(column.value(rows));
		}
		return values;
	}

	private record Column(int index, String name, int type) {

		@Nullable Object value(ResultSet rows) throws SQLException {
			Object value = switch (this.type) {
				case Types.DECIMAL, Types.NUMERIC -> rows.getBigDecimal(this.index);
				case Types.INTEGER, Types.SMALLINT, Types.BIGINT -> rows.getInt(this.index);
				case Types.BOOLEAN, Types.BIT, Types.TINYINT -> rows.getBoolean(this.index);
				case Types.DATE -> text(rows.getObject(this.index, LocalDate.class));
				case Types.TIMESTAMP -> text(rows.getObject(this.index, LocalDateTime.class));
				default -> rows.getString(this.index);
			};
			return rows.wasNull() ? null : value;
		}

		private static @Nullable String text(@Nullable LocalDate date) {
			return (date != null) ? date.toString() : null;
		}

		private static @Nullable String text(@Nullable LocalDateTime time) {
			return (time != null) ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time) : null;
		}

	}

}
