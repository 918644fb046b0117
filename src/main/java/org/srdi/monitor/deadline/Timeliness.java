package org.srdi.monitor.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.definition.JobDefinition.OnTime;

/**
 * The clocks of reports and what follows from them. This is the only place that tells
 * whether a report is on time: what a version was told when it arrived stays as it was,
 * but time that is granted later makes it punctual here.
 */
public final class Timeliness {

	/**
	 * Holds where an extension x is for the enterprise e with the row r of the roster.
	 */
	static final String IN_SCOPE = """
			((x.enterprise_id IS NULL AND x.region_code IS NULL) OR x.enterprise_id = e.id
			  OR x.region_code = COALESCE(r.city_code, e.city_code)
			  OR x.region_code = COALESCE(r.county_code, e.county_code))
			""";

	private static final String CLOCKS = """
			SELECT s.enterprise_id, MIN(s.received_at) AS first_arrival,
			  MIN(CASE WHEN s.state = 'ACCEPTED' THEN s.received_at END) AS first_accepted,
			  MAX(CASE WHEN s.state = 'ACCEPTED' THEN s.received_at END) AS last_accepted
			FROM submission s
			WHERE s.counted_in = :period AND s.period = :period AND s.version_no IS NOT NULL
			GROUP BY s.enterprise_id
			""";

	/**
	 * Selects the {@code enterprise_id} of everybody whose report of a period was
	 * accepted and is on time; takes {@link #parameters}.
	 */
	public static final String PUNCTUAL = """
			SELECT c.enterprise_id
			FROM (
			""" + CLOCKS + """
			) c
			JOIN enterprise e ON e.id = c.enterprise_id
			LEFT JOIN roster r ON r.period = :period AND r.enterprise_id = c.enterprise_id
			WHERE c.first_accepted IS NOT NULL
			  AND (CASE WHEN :byArrival = 1 THEN c.first_arrival ELSE c.first_accepted END <= :onTimeUntil
			    OR EXISTS (
			      SELECT 1 FROM deadline_extension x
			      WHERE x.period = :period
			        AND TIMESTAMPADD(DAY, :onTimeDays, x.due_at)
			          >= CASE WHEN :byArrival = 1 THEN c.first_arrival ELSE c.first_accepted END
			        AND
			""" + IN_SCOPE + "))";

	private final JdbcClient jdbc;

	private final Deadlines deadlines;

	Timeliness(JdbcClient jdbc, Deadlines deadlines) {
		this.jdbc = jdbc;
		this.deadlines = deadlines;
	}

	/** Returns the parameters of {@link #PUNCTUAL} for a period. */
	public Map<String, Object> parameters(ReportingPeriod period) {
		DeadlineRecord deadline = this.deadlines.explained(period);
		return Map.of("period", period.toString(), "byArrival", (deadline.onTime() == OnTime.FIRST_ARRIVAL) ? 1 : 0,
				"onTimeUntil", StoredTime.of(deadline.onTimeUntil(deadline.due())), "onTimeDays",
				deadline.onTimeDays());
	}

	/**
	 * When a report came in.
	 *
	 * @param firstArrival when anything came in for the first time
	 * @param firstAccepted when the version came in that was the first to be accepted;
	 * null if none was
	 * @param lastCorrection when the last accepted version came in that took the place of
	 * another; null if none did
	 * @param due when the report is due, extensions included
	 * @param onTime whether it was accepted and is on time
	 */
	public record Clocks(Instant firstArrival, @Nullable Instant firstAccepted, @Nullable Instant lastCorrection,
			Instant due, boolean onTime) {

	}

	/** Returns the clocks of the report of an enterprise, empty if nothing came in. */
	public Optional<Clocks> clocks(ReportingPeriod period, long enterpriseId) {
		return this.jdbc.sql("SELECT * FROM (" + CLOCKS + ") c WHERE c.enterprise_id = :enterprise")
			.param("period", period.toString())
			.param("enterprise", enterpriseId)
			.query((row, number) -> clocks(row, period, enterpriseId))
			.optional();
	}

	private Clocks clocks(ResultSet row, ReportingPeriod period, long enterpriseId) throws SQLException {
		DeadlineRecord deadline = this.deadlines.explained(period);
		Instant due = this.deadlines.due(period, enterpriseId);
		Instant arrival = DeadlineTable.instant(row, "first_arrival");
		Instant accepted = instant(row, "first_accepted");
		Instant last = instant(row, "last_accepted");
		Instant deciding = (deadline.onTime() == OnTime.FIRST_ARRIVAL) ? arrival : accepted;
		boolean onTime = accepted != null && deciding != null && !deciding.isAfter(deadline.onTimeUntil(due));
		return new Clocks(arrival, accepted, (last != null && !last.equals(accepted)) ? last : null, due, onTime);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		LocalDateTime stored = row.getObject(column, LocalDateTime.class);
		return (stored != null) ? StoredTime.toInstant(stored) : null;
	}

	/**
	 * The reporting of a period under the names of DHIS2, with an accepted report for one
	 * that is complete.
	 *
	 * @param expectedReports enterprises that owe a report
	 * @param actualReports those of them whose report was accepted
	 * @param actualReportsOnTime those of them whose accepted report is on time
	 */
	public record Rates(int expectedReports, int actualReports, int actualReportsOnTime) {

		/**
		 * Returns actual / expected in %, to two decimals; null if nothing is expected.
		 */
		public @Nullable BigDecimal reportingRate() {
			return rate(this.actualReports);
		}

		/**
		 * Returns on time / expected in %, to two decimals; null if nothing is expected.
		 */
		public @Nullable BigDecimal reportingRateOnTime() {
			return rate(this.actualReportsOnTime);
		}

		private @Nullable BigDecimal rate(int reports) {
			return (this.expectedReports > 0) ? BigDecimal.valueOf(reports)
				.movePointRight(2)
				.divide(BigDecimal.valueOf(this.expectedReports), 2, RoundingMode.HALF_UP) : null;
		}

	}

	/** Returns the rates of a period; nothing is expected while there is no roster. */
	public Rates rates(ReportingPeriod period) {
		return this.jdbc.sql("""
				SELECT COUNT(*) AS expected, COUNT(report.enterprise_id) AS actual,
				  COUNT(CASE WHEN report.enterprise_id IS NOT NULL THEN punctual.enterprise_id END) AS on_time
				FROM roster o
				LEFT JOIN monthly_report report ON report.enterprise_id = o.enterprise_id AND report.period = o.period
				LEFT JOIN (
				""" + PUNCTUAL + """
				) punctual ON punctual.enterprise_id = o.enterprise_id
				WHERE o.period = :period AND o.duty = 'DUE'
				""")
			.params(parameters(period))
			.query((row, number) -> new Rates(row.getInt("expected"), row.getInt("actual"), row.getInt("on_time")))
			.single();
	}

}
