package org.srdi.monitor.indicator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.IndicatorDefinition;

/**
 * What an enterprise that owes a report weighs in a coverage by revenue: the cumulative
 * figure of its accepted report of the same month last year; without that, the one of the
 * latest accepted report of the twelve months before, brought to the months of this
 * period (× months / its months). An enterprise with neither weighs nothing.
 */
public final class Weights {

	// the column names are those of the checked form, see Terms
	private static final String SQL = """
			SELECT r.enterprise_id, r.city_code, r.county_code, r.section_code, r.division_code, r.tier,
			  CASE WHEN report.enterprise_id IS NULL THEN 0 ELSE 1 END AS accepted,
			  COALESCE(year_ago.%1$s, (
			    SELECT CAST(CAST(earlier.%1$s * CAST(:months AS DECIMAL(2,0)) AS DECIMAL(30,8))
			      / CAST(SUBSTRING(earlier.period, 6, 2) AS DECIMAL(2,0)) AS DECIMAL(30,8))
			    FROM monthly_report earlier
			    WHERE earlier.enterprise_id = r.enterprise_id AND earlier.period >= :yearAgo
			      AND earlier.period < :period AND earlier.%1$s IS NOT NULL
			    ORDER BY earlier.period DESC
			    LIMIT 1)) AS weight
			FROM %2$s r
			LEFT JOIN monthly_report report
			  ON report.enterprise_id = r.enterprise_id AND report.period = :period
			LEFT JOIN monthly_report year_ago
			  ON year_ago.enterprise_id = r.enterprise_id AND year_ago.period = :yearAgo
			WHERE r.period = :period AND r.duty = 'DUE'
			""";

	private Weights() {
	}

	/**
	 * Returns a query with a row per enterprise of a roster that owes the report: its
	 * {@code enterprise_id}, {@code city_code}, {@code county_code},
	 * {@code section_code}, {@code division_code} and {@code tier}, whether its report
	 * was {@code accepted} (1 or 0) and its {@code weight} (null for none).
	 * @param figure the figure that weighs
	 * @param roster the roster, as the name of a table or a query in brackets
	 */
	public static String query(FigureKey figure, String roster) {
		return SQL.formatted(figure.column(), roster);
	}

	/** Returns the parameters of the query. */
	public static Map<String, Object> parameters(ReportingPeriod period) {
		return Map.of("period", period.toString(), "yearAgo", period.yearBefore().toString(), "months",
				period.months());
	}

	/**
	 * Returns the figure that weighs an enterprise in the first coverage by revenue there
	 * is; empty if there is none.
	 */
	public static Optional<FigureKey> figure(List<IndicatorDefinition> indicators) {
		return indicators.stream()
			.filter(Formula::isWeighed)
			.map((indicator) -> indicator.numerator().get(0))
			.findFirst();
	}

}
