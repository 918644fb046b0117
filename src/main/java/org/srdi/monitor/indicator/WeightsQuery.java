package org.srdi.monitor.indicator;

import java.util.List;
import java.util.Map;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Adds up what the enterprises that owe a report weigh, and what those of them weigh
 * whose report was accepted, for a coverage by revenue.
 */
final class WeightsQuery {

	private static final String SQL = """
			SELECT city_code, county_code, section_code, division_code, tier,
			  SUM(CASE WHEN accepted = 1 THEN weight ELSE 0 END) AS covered, SUM(weight) AS due, COUNT(weight) AS firms
			FROM (
			%s) weighed
			GROUP BY city_code, county_code, section_code, division_code, tier
			""";

	private static final List<Grouping> ALL = List.of(Grouping.values());

	private final String indicator;

	private final FigureKey figure;

	WeightsQuery(IndicatorDefinition indicator) {
		this.indicator = indicator.code();
		if (indicator.numerator().size() != 1) {
			throw new IllegalArgumentException("Indicator '" + indicator.code() + "' weighs by " + indicator.numerator()
					+ ": expected one figure, as in operating_revenue.ytd");
		}
		this.figure = indicator.numerator().get(0);
	}

	/** Adds the weights of the period to the totals. */
	void run(NamedParameterJdbcTemplate jdbc, ReportingPeriod period, Totals totals) {
		RowCallbackHandler handler = (row) -> {
			Sums sums = new Sums(row.getBigDecimal("covered"), row.getBigDecimal("due"), row.getInt("firms"));
			totals.add(Place.of(row), ALL, Map.of(this.indicator, sums));
		};
		jdbc.query(SQL.formatted(Weights.query(this.figure, "roster")), Weights.parameters(period), handler);
	}

}
