package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.EntryValues;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.ProductTable;

/**
 * The accepted figures: one wide row per enterprise and month, that of its latest
 * accepted version.
 */
public final class MonthlyReports {

	private static final List<String> NOT_STORED = List.of("credit_code", "enterprise_name", "period");

	private final NamedParameterJdbcTemplate jdbc;

	private final List<Field> entries;

	private final List<FigureKey> figures;

	private final List<ProductTable.Column> products;

	private final String upsert;

	MonthlyReports(NamedParameterJdbcTemplate jdbc, Definitions definitions) {
		Form form = definitions.form();
		this.jdbc = jdbc;
		this.entries = form.entries().stream().filter((field) -> !NOT_STORED.contains(field.code().value())).toList();
		this.figures = form.figureKeys();
		this.products = form.products().columns();
		this.upsert = upsert();
	}

	/** Column names come from the checked form, so they are safe to put into the text. */
	private String upsert() {
		List<String> columns = new ArrayList<>(List.of("enterprise_id", "period", "submission_id"));
		this.entries.forEach((field) -> columns.add(field.code().value()));
		this.figures.forEach((key) -> columns.add(key.column()));
		return "INSERT INTO monthly_report (" + String.join(", ", columns) + ") VALUES ("
				+ columns.stream().map((column) -> "?").collect(Collectors.joining(", ")) + ") ON DUPLICATE KEY UPDATE "
				+ columns.stream()
					.skip(2)
					.map((column) -> column + " = VALUES(" + column + ")")
					.collect(Collectors.joining(", "));
	}

	/** Stores accepted versions; each takes the place of the one accepted before. */
	public void store(List<Submissions.Checked> accepted) {
		if (accepted.isEmpty()) {
			return;
		}
		this.jdbc.getJdbcTemplate().batchUpdate(this.upsert, accepted.stream().map(this::row).toList());
		storeProducts(accepted.stream().map(Submissions.Checked::submission).toList());
	}

	private @Nullable Object[] row(Submissions.Checked checked) {
		Submissions.Waiting accepted = checked.submission();
		Report report = checked.judged().report();
		List<@Nullable Object> values = new ArrayList<>();
		values.add(accepted.enterpriseId());
		values.add(String.valueOf(accepted.period()));
		values.add(accepted.id());
		for (Field field : this.entries) {
			Entry entry = report.entry(field.code());
			values.add((entry != null) ? EntryValues.value(field, entry.text()) : null);
		}
		this.figures.forEach((key) -> values.add(report.amount(key)));
		return values.toArray();
	}

	private void storeProducts(List<Submissions.Waiting> accepted) {
		this.jdbc.batchUpdate("DELETE FROM monthly_report_product WHERE enterprise_id = :id AND period = :period",
				accepted.stream().map(MonthlyReports::key).toArray(SqlParameterSource[]::new));
		String columns = this.products.stream().map(ProductTable.Column::code).collect(Collectors.joining(", "));
		String parameters = this.products.stream()
			.map((column) -> ":" + column.code())
			.collect(Collectors.joining(", "));
		Map<String, Submissions.Waiting> latest = new HashMap<>();
		accepted.forEach((one) -> latest.put(one.enterpriseId() + "/" + one.period(), one));
		this.jdbc.batchUpdate(
				"INSERT INTO monthly_report_product (enterprise_id, period, line_no, " + columns
						+ ") VALUES (:id, :period, :line, " + parameters + ")",
				latest.values()
					.stream()
					.flatMap((one) -> IntStream.range(0, one.report().products().size())
						.mapToObj((i) -> product(one, i)))
					.toArray(SqlParameterSource[]::new));
	}

	private static MapSqlParameterSource key(Submissions.Waiting accepted) {
		return new MapSqlParameterSource("id", accepted.enterpriseId()).addValue("period",
				String.valueOf(accepted.period()));
	}

	private MapSqlParameterSource product(Submissions.Waiting accepted, int index) {
		ProductLine line = accepted.report().products().get(index);
		MapSqlParameterSource row = key(accepted).addValue("line", index + 1);
		for (ProductTable.Column column : this.products) {
			Entry entry = line.entries().get(column.code());
			row.addValue(column.code(), (entry != null) ? value(column, entry.text()) : null);
		}
		return row;
	}

	private static @Nullable Object value(ProductTable.Column column, String text) {
		if (column.type() == ProductTable.Type.TEXT) {
			Integer length = column.maxLength();
			return (length != null && text.length() > length) ? text.substring(0, length) : text;
		}
		try {
			return new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * Returns the accepted figures of these enterprises for a period, by enterprise; what
	 * was left blank and who has no accepted report is absent.
	 */
	public Map<Long, Map<FigureKey, BigDecimal>> figures(Collection<Long> enterpriseIds, ReportingPeriod period) {
		List<FigureKey> keys = this.figures;
		String columns = keys.stream().map(FigureKey::column).collect(Collectors.joining(", "));
		Map<Long, Map<FigureKey, BigDecimal>> figures = new HashMap<>();
		for (List<Long> some : Batches.of(enterpriseIds, 500)) {
			this.jdbc.query(
					"SELECT enterprise_id, " + columns
							+ " FROM monthly_report WHERE enterprise_id IN (:ids) AND period = :period"
							+ " AND enterprise_id BETWEEN :first AND :last", // lets H2
																				// see
																				// that
																				// the key
																				// is the
																				// index
					Map.of("ids", some, "period", period.toString(), "first", Collections.min(some), "last",
							Collections.max(some)),
					(rs) -> {
						figures.put(rs.getLong(1), figures(rs, keys));
					});
		}
		return figures;
	}

	private static Map<FigureKey, BigDecimal> figures(ResultSet rs, List<FigureKey> keys) throws SQLException {
		Map<FigureKey, BigDecimal> figures = new HashMap<>();
		for (int i = 0; i < keys.size(); i++) {
			BigDecimal amount = rs.getBigDecimal(i + 2);
			if (amount != null) {
				figures.put(keys.get(i), amount);
			}
		}
		return figures;
	}

}
