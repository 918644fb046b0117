package org.srdi.monitor.observability;

import java.util.List;

/** What came in, and how far the reporting has come. */
final class ReportMeasures {

	/**
	 * Enterprises that owe a report; before the roster is frozen, those of today's
	 * register.
	 */
	private static final String OWING = """
			SELECT CASE period WHEN :due THEN 'due' ELSE 'collecting' END AS stage, period, enterprise_id FROM roster
			WHERE period IN (:due, :collecting) AND duty = 'DUE'
			UNION ALL
			SELECT 'collecting' AS stage, CAST(:collecting AS CHAR(7)) AS period, enterprise_id FROM membership
			WHERE duty = 'DUE' AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
			  AND NOT EXISTS (SELECT 1 FROM roster x WHERE x.period = :collecting)
			""";

	private ReportMeasures() {
	}

	static List<Measure> of(Queries queries) {
		return List
			.of(Measure
				.counter("srdi_reports_total", "Reports by what became of them in the run that took them in.",
						queries.counts("""
								SELECT 'accepted', SUM(accepted) FROM run_record
								UNION ALL SELECT 'held', SUM(held) FROM run_record
								UNION ALL SELECT 'returned', SUM(returned) FROM run_record
								UNION ALL SELECT 'duplicate', SUM(duplicates) FROM run_record
								UNION ALL SELECT 'unreadable', SUM(unreadable) FROM run_record
								""", "accepted", "held", "returned", "duplicate", "unreadable"))
				.by("verdict"),
					Measure
						.gauge("srdi_period_reports", "Reports of a period by what became of them, all versions.",
								queries
									.rows("""
											SELECT CASE counted_in WHEN :due THEN 'due' ELSE 'collecting' END, LOWER(state), COUNT(*)
											FROM submission WHERE counted_in IN (:due, :collecting) GROUP BY counted_in, state
											UNION ALL
											SELECT CASE period_hint WHEN :due THEN 'due' ELSE 'collecting' END, 'unreadable', COUNT(*)
											FROM intake_file WHERE period_hint IN (:due, :collecting) AND state = 'UNREADABLE'
											GROUP BY period_hint
											"""))
						.by("stage", "verdict")
						.slow(),
					Measure
						.gauge("srdi_firms_due", "Enterprises that owe the report of a period.",
								queries.counts("SELECT o.stage, COUNT(*) FROM (" + OWING + ") o GROUP BY o.stage",
										"due", "collecting"))
						.by("stage")
						.slow(),
					Measure.gauge("srdi_firms_accepted", "Those of them with an accepted report.", queries.counts("""
							SELECT o.stage, COUNT(*) FROM (%s) o
							JOIN monthly_report m ON m.enterprise_id = o.enterprise_id AND m.period = o.period
							GROUP BY o.stage
							""".formatted(OWING), "due", "collecting")).by("stage").slow(),
					Measure.gauge("srdi_first_reports",
							"First versions of the reports of the due period, by days late.", queries.counts("""
									SELECT l.days, COUNT(*) FROM (
									  SELECT CASE WHEN late = FALSE THEN 'on_time' WHEN received_at < :late1 THEN '1'
									    WHEN received_at < :late3 THEN '2-3' WHEN received_at < :late7 THEN '4-7'
									    ELSE '8+' END AS days
									  FROM submission WHERE counted_in = :due AND version_no = 1) l
									GROUP BY l.days
									""", "on_time", "1", "2-3", "4-7", "8+"))
						.by("days_late")
						.slow());
	}

}
