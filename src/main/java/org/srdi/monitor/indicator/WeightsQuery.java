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
 * Weighs the enterprises that owe a report, for a coverage by revenue. The weight is the
 * cumulative figure of the accepted report of the same month last year; without that, the
 * one of the latest accepted report of the twelve months before, brought to the months of
 * this period (× months / its months). An enterprise with neither is left out: it would
 * weigh nothing anyway.
 */
final class WeightsQuery {

	// the column names are those of the checked form, see Terms
	private static final String SQL = """
			SELECT city_code, county_code, section_code, division_code, tier,
			  SUM(CASE WHEN accepted = 1 THEN weight ELSE 0 END) AS covered, SUM(weight) AS due, COUNT(weight) AS firms
			FROM (
			  SELECT r.city_code, r.county_code, r.section_code, r.division_code, r.tier,
			    CASE WHEN report.enterprise_id IS NULL THEN 0 ELSE 1 END AS accepted,
			    COALESCE(year_ago.%1$s, (
			      SELECT CAST(CAST(earlier.%1$s * CAST(:months AS DECIMAL(2,0)) AS DECIMAL(30,8))
			        / CAST(SUBSTRING(earlier.period, 6, 2) AS DECIMAL(2,0)) AS DECIMAL(30,8))
			      FROM monthly_report earlier
			      WHERE earlier.enterprise_id = r.enterprise_id AND earlier.period >= :yearAgo
			        AND earlier.period < :period AND earlier.%1$s IS NOT NULL
			      ORDER BY earlier.period DESC
			      LIMIT 1)) AS weight
			  FROM roster r
			  LEFT JOIN monthly_report report
			    ON report.enterprise_id = r.enterprise_id AND report.period = r.period
			  LEFT JOIN monthly_report year_ago
			    ON year_ago.enterprise_id = r.enterprise_id AND year_ago.period = :yearAgo
			  WHERE r.period = :period AND r.duty = 'DUE'
			) weighed
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
		Map<String, Object> parameters = Map.of("period", period.toString(), "yearAgo", period.yearBefore().toString(),
				"months", period.months());
		RowCallbackHandler handler = (row) -> {
			Sums sums = new Sums(row.getBigDecimal("covered"), row.getBigDecimal("due"), row.getInt("firms"));
			totals.add(Place.of(row), ALL, Map.of(this.indicator, sums));
		};
		jdbc.query(SQL.formatted(this.figure.column()), parameters, handler);
	}

}
