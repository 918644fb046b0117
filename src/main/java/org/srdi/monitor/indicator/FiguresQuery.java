package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Timeliness;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Adds up the figures of a month, one pass over the roster per {@link Cut}: the database
 * groups as finely as the cut, and coarser groupings are added up from there.
 */
final class FiguresQuery {

	private static final String SQL = """
			SELECT %s, %s
			FROM roster r
			LEFT JOIN monthly_report report
			  ON report.enterprise_id = r.enterprise_id AND report.period = r.period
			LEFT JOIN monthly_report december
			  ON december.enterprise_id = r.enterprise_id AND december.period = :december
			LEFT JOIN monthly_report year_ago
			  ON year_ago.enterprise_id = r.enterprise_id AND year_ago.period = :yearAgo
			LEFT JOIN (
			""" + Timeliness.PUNCTUAL + """
			) punctual ON punctual.enterprise_id = r.enterprise_id
			WHERE r.period = :period
			GROUP BY %s
			""";

	private static final List<String> PLACE = List.of("city_code", "county_code", "section_code", "division_code",
			"tier");

	private static final List<Cut> CUTS = List.of(
			new Cut(List.of("city_code", "tier"),
					List.of(Grouping.PROVINCE, Grouping.CITY, Grouping.TIER, Grouping.CITY_TIER)),
			new Cut(List.of("county_code"), List.of(Grouping.COUNTY)),
			new Cut(List.of("section_code", "division_code"), List.of(Grouping.SECTION, Grouping.DIVISION)));

	private final Map<String, Terms> terms = new LinkedHashMap<>();

	/** Every distinct aggregate and the column it is read from. */
	private final Map<String, String> columns = new LinkedHashMap<>();

	FiguresQuery(List<IndicatorDefinition> indicators) {
		for (IndicatorDefinition indicator : indicators) {
			Terms terms = Terms.of(indicator);
			this.terms.put(indicator.code(), terms);
			column(terms.numerator());
			column(terms.denominator());
			column(terms.firms());
		}
	}

	/**
	 * Adds the sums of the period to the totals.
	 * @param timeliness the parameters of {@link Timeliness#PUNCTUAL}
	 */
	void run(NamedParameterJdbcTemplate jdbc, ReportingPeriod period, Map<String, Object> timeliness, Totals totals) {
		if (this.columns.isEmpty()) {
			return;
		}
		Map<String, Object> parameters = new HashMap<>(timeliness);
		parameters.put("period", period.toString());
		parameters.put("yearAgo", period.yearBefore().toString());
		parameters.put("december", period.startOfYear().previous().toString());
		for (Cut cut : CUTS) {
			RowCallbackHandler handler = (row) -> totals.add(Place.of(row), cut.groupings, sums(row));
			jdbc.query(sql(cut), parameters, handler);
		}
	}

	private void column(@Nullable String aggregate) {
		if (aggregate != null) {
			this.columns.putIfAbsent(aggregate, "c" + this.columns.size());
		}
	}

	private String sql(Cut cut) {
		String place = PLACE.stream()
			.map((column) -> (cut.columns.contains(column) ? "r." : "NULL AS ") + column)
			.collect(Collectors.joining(", "));
		String aggregates = this.columns.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " AS " + entry.getValue())
			.collect(Collectors.joining(",\n  "));
		String groups = cut.columns.stream().map((column) -> "r." + column).collect(Collectors.joining(", "));
		return SQL.formatted(place, aggregates, groups);
	}

	private Map<String, Sums> sums(ResultSet row) throws SQLException {
		Map<String, Sums> sums = new LinkedHashMap<>();
		for (Map.Entry<String, Terms> entry : this.terms.entrySet()) {
			Terms terms = entry.getValue();
			BigDecimal firms = amount(row, terms.firms());
			sums.put(entry.getKey(), new Sums(amount(row, terms.numerator()), amount(row, terms.denominator()),
					(firms != null) ? firms.intValueExact() : 0));
		}
		return sums;
	}

	private @Nullable BigDecimal amount(ResultSet row, @Nullable String aggregate) throws SQLException {
		String column = (aggregate != null) ? this.columns.get(aggregate) : null;
		return (column != null) ? row.getBigDecimal(column) : null;
	}

	/**
	 * How finely the database groups, and which groupings follow from that.
	 *
	 * @param columns the columns of the roster it groups by
	 * @param groupings what is added up from there
	 */
	private record Cut(List<String> columns, List<Grouping> groupings) {

	}

}
