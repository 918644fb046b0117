package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Batches;
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

	private final RowInserts upserts;

	private final RowInserts productRows;

	MonthlyReports(NamedParameterJdbcTemplate jdbc, Definitions definitions) {
		Form form = definitions.form();
		this.jdbc = jdbc;
		this.entries = form.entries().stream().filter((field) -> !NOT_STORED.contains(field.code().value())).toList();
		this.figures = form.figureKeys();
		this.products = form.products().columns();
		this.upserts = upserts();
		this.productRows = productRows();
	}

	/** Column names come from the checked form, so they are safe to put into the text. */
	private RowInserts upserts() {
		List<String> columns = new ArrayList<>(List.of("enterprise_id", "period", "submission_id"));
		this.entries.forEach((field) -> columns.add(field.code().value()));
		this.figures.forEach((key) -> columns.add(key.column()));
		return new RowInserts(this.jdbc.getJdbcOperations(), "monthly_report", columns,
				"ON DUPLICATE KEY UPDATE " + columns.stream()
					.skip(2)
					.map((column) -> column + " = VALUES(" + column + ")")
					.collect(Collectors.joining(", ")));
	}

	private RowInserts productRows() {
		List<String> columns = new ArrayList<>(List.of("enterprise_id", "period", "line_no"));
		this.products.forEach((column) -> columns.add(column.code()));
		return new RowInserts(this.jdbc.getJdbcOperations(), "monthly_report_product", columns);
	}

	/** Stores accepted versions; each takes the place of the one accepted before. */
	public void store(List<Submissions.Checked> accepted) {
		if (accepted.isEmpty()) {
			return;
		}
		this.upserts.insert(accepted.stream().map(this::row).toList());
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
		Map<String, Submissions.Waiting> latest = new LinkedHashMap<>();
		accepted.forEach((one) -> latest.put(one.enterpriseId() + "/" + one.period(), one));
		Map<String, List<Submissions.Waiting>> periods = latest.values()
			.stream()
			.collect(Collectors.groupingBy((one) -> String.valueOf(one.period())));
		periods.forEach(this::deleteProducts);
		List<@Nullable Object[]> rows = new ArrayList<>();
		for (Submissions.Waiting one : latest.values()) {
			for (int i = 0; i < one.report().products().size(); i++) {
				rows.add(product(one, i));
			}
		}
		this.productRows.insert(rows);
	}

	private void deleteProducts(String period, List<Submissions.Waiting> accepted) {
		List<Long> all = accepted.stream().map(Submissions.Waiting::enterpriseId).filter(Objects::nonNull).toList();
		for (List<Long> ids : Batches.of(all)) {
			this.jdbc.update("""
					DELETE FROM monthly_report_product
					WHERE enterprise_id IN (:ids) AND period = :period AND enterprise_id BETWEEN :first AND :last
					""",
					Map.of("ids", ids, "period", period, "first", Collections.min(ids), "last", Collections.max(ids)));
		}
	}

	private @Nullable Object[] product(Submissions.Waiting accepted, int index) {
		ProductLine line = accepted.report().products().get(index);
		List<@Nullable Object> values = new ArrayList<>();
		values.add(accepted.enterpriseId());
		values.add(String.valueOf(accepted.period()));
		values.add(index + 1);
		for (ProductTable.Column column : this.products) {
			Entry entry = line.entries().get(column.code());
			values.add((entry != null) ? value(column, entry.text()) : null);
		}
		return values.toArray();
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
		for (List<Long> some : Batches.of(enterpriseIds)) {
			this.jdbc.query("SELECT enterprise_id, " + columns
					+ " FROM monthly_report WHERE enterprise_id IN (:ids) AND period = :period"
					// lets H2 see that the key is the index
					+ " AND enterprise_id BETWEEN :first AND :last",
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
