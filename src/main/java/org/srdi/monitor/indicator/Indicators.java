package org.srdi.monitor.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.deadline.Timeliness;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.indicator.IndicatorTable.Row;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.transaction.support.TransactionOperations;

/** Computes, keeps and finds the indicators of a month. */
public final class Indicators {

	private static final String SELECT = """
			SELECT grouping_code, member, indicator, amount, numerator, denominator, firms, outcome
			FROM indicator_value
			WHERE period = :period AND grouping_code = :grouping
			""";

	private static final Comparator<String> UNKNOWN_LAST = Comparator.comparing(IndicatorValue.UNKNOWN::equals);

	private final NamedParameterJdbcTemplate jdbc;

	private final TransactionOperations transaction;

	private final Definitions definitions;

	private final Timeliness timeliness;

	Indicators(NamedParameterJdbcTemplate jdbc, TransactionOperations transaction, Definitions definitions,
			Timeliness timeliness) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.definitions = definitions;
		this.timeliness = timeliness;
	}

	/**
	 * Computes all indicators of a month from its roster and the accepted reports, in
	 * place of those computed before, in one transaction.
	 * @return how many values there are now
	 */
	public int aggregate(ReportingPeriod period) {
		Integer written = this.transaction.execute((status) -> replace(period, compute(period)));
		return (written != null) ? written : 0;
	}

	/** Returns one indicator of one member, empty if it was not computed. */
	public Optional<IndicatorValue> value(ReportingPeriod period, Grouping grouping, String member, String indicator) {
		String sql = SELECT + "AND member = :member AND indicator = :indicator";
		return this.jdbc
			.query(sql, key(period, grouping).addValue("member", member).addValue("indicator", indicator),
					(row, number) -> read(row))
			.stream()
			.findFirst();
	}

	/** Returns all indicators of all members of a grouping, by member and indicator. */
	public List<IndicatorValue> values(ReportingPeriod period, Grouping grouping) {
		return this.jdbc.query(SELECT + "ORDER BY member, indicator", key(period, grouping),
				(row, number) -> read(row));
	}

	/**
	 * Returns the indicators of these codes as a table with a row per member.
	 * @throws IllegalArgumentException if there is no such indicator
	 */
	public IndicatorTable table(ReportingPeriod period, Grouping grouping, List<String> indicators) {
		List<IndicatorDefinition> columns = indicators.stream().map(this::definition).toList();
		Map<String, Map<String, IndicatorValue>> members = new LinkedHashMap<>();
		for (IndicatorValue value : values(period, grouping)) {
			members.computeIfAbsent(value.member(), (member) -> new LinkedHashMap<>()).put(value.indicator(), value);
		}
		List<Row> rows = members.entrySet()
			.stream()
			.map((entry) -> new Row(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparing(Row::member, order(grouping)))
			.toList();
		return new IndicatorTable(period, grouping, columns, rows);
	}

	private static Comparator<String> order(Grouping grouping) {
		if (grouping != Grouping.TIER) {
			return UNKNOWN_LAST.thenComparing(Comparator.naturalOrder());
		}
		return UNKNOWN_LAST
			.thenComparing((member) -> IndicatorValue.UNKNOWN.equals(member) ? 0 : Tier.valueOf(member).rank());
	}

	private IndicatorDefinition definition(String code) {
		return this.definitions.indicators()
			.stream()
			.filter((indicator) -> indicator.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"'" + code + "' is no indicator: expected one of indicators.yaml, as in " + known()));
	}

	private String known() {
		return this.definitions.indicators()
			.stream()
			.limit(3)
			.map(IndicatorDefinition::code)
			.collect(Collectors.joining(", "));
	}

	private List<IndicatorValue> compute(ReportingPeriod period) {
		Map<Boolean, List<IndicatorDefinition>> weighed = this.definitions.indicators()
			.stream()
			.collect(Collectors.partitioningBy(Formula::isWeighed));
		Totals totals = new Totals(this.definitions.job().province());
		new FiguresQuery(weighed.getOrDefault(false, List.of())).run(this.jdbc, period,
				this.timeliness.parameters(period), totals);
		for (IndicatorDefinition indicator : weighed.getOrDefault(true, List.of())) {
			new WeightsQuery(indicator).run(this.jdbc, period, totals);
		}
		return values(period, totals);
	}

	private List<IndicatorValue> values(ReportingPeriod period, Totals totals) {
		List<IndicatorValue> values = new ArrayList<>();
		totals.forEach((member, sums) -> {
			for (IndicatorDefinition indicator : this.definitions.indicators()) {
				values.add(new Formula(indicator, period).value(member,
						sums.getOrDefault(indicator.code(), new Sums(null, null, 0))));
			}
		});
		return values;
	}

	private int replace(ReportingPeriod period, List<IndicatorValue> values) {
		this.jdbc.update("DELETE FROM indicator_value WHERE period = :period", Map.of("period", period.toString()));
		this.jdbc.batchUpdate("""
				INSERT INTO indicator_value
				  (period, grouping_code, member, indicator, amount, numerator, denominator, firms, outcome)
				VALUES
				  (:period, :grouping, :member, :indicator, :value, :numerator, :denominator, :firms, :outcome)
				""", values.stream().map((value) -> parameters(period, value)).toArray(SqlParameterSource[]::new));
		return values.size();
	}

	private static MapSqlParameterSource parameters(ReportingPeriod period, IndicatorValue value) {
		return key(period, value.grouping()).addValue("member", value.member())
			.addValue("indicator", value.indicator())
			.addValue("value", value.value())
			.addValue("numerator", value.numerator())
			.addValue("denominator", value.denominator())
			.addValue("firms", value.firms())
			.addValue("outcome", value.outcome().name());
	}

	private static MapSqlParameterSource key(ReportingPeriod period, Grouping grouping) {
		return new MapSqlParameterSource("period", period.toString()).addValue("grouping", grouping.name());
	}

	private static IndicatorValue read(ResultSet row) throws SQLException {
		return new IndicatorValue(Grouping.valueOf(row.getString("grouping_code")), row.getString("member"),
				row.getString("indicator"), row.getBigDecimal("amount"), row.getBigDecimal("numerator"),
				row.getBigDecimal("denominator"), row.getInt("firms"), Outcome.valueOf(row.getString("outcome")));
	}

}
