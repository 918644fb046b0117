package org.srdi.monitor.publication;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads who reported, who did not, and what stands in the way. */
final class Reporting {

	/**
	 * How an enterprise that owes a report stands: the state of its latest version, if
	 * any.
	 */
	private static final String STANDING = """
			SELECT %s
			FROM roster o
			JOIN enterprise e ON e.id = o.enterprise_id
			LEFT JOIN monthly_report r ON r.enterprise_id = o.enterprise_id AND r.period = o.period
			LEFT JOIN submission s ON s.enterprise_id = o.enterprise_id AND s.period = o.period
				AND s.version_no = (SELECT MAX(x.version_no) FROM submission x
					WHERE x.enterprise_id = o.enterprise_id AND x.period = o.period)
			WHERE o.period = :period
			""";

	private static final String COUNTS = STANDING.formatted("""
			COUNT(CASE WHEN o.duty = 'DUE' THEN 1 END) AS due,
				COUNT(CASE WHEN o.duty = 'EXEMPT' THEN 1 END) AS exempt,
				COUNT(CASE WHEN o.duty = 'DUE' AND r.period IS NOT NULL THEN 1 END) AS accepted,
				COUNT(CASE WHEN o.duty = 'DUE' AND r.period IS NULL AND s.state = 'RETURNED' THEN 1 END) AS returned,
				COUNT(CASE WHEN o.duty = 'DUE' AND r.period IS NULL AND s.state = 'HELD' THEN 1 END) AS held""");

	private static final String MISSING = STANDING.formatted("""
			e.name, e.credit_code, o.city_code, o.county_code, o.division_code, s.state, s.received_at""") + """
			AND o.duty = 'DUE' AND r.period IS NULL
			ORDER BY o.city_code, o.county_code, e.credit_code, e.name
			LIMIT :limit
			""";

	private static final String OPEN = """
			SELECT s.enterprise_name, s.credit_code, s.state, s.received_at, f.file_name, v.rule_code, v.severity,
				v.cell, v.message, v.message_en
			FROM submission s
			JOIN intake_file f ON f.id = s.file_id
			LEFT JOIN violation v ON v.submission_id = s.id AND (v.severity = 'ERROR' OR v.explained = FALSE)
			WHERE s.counted_in = :period AND s.state IN ('RETURNED', 'HELD')
				AND (s.version_no IS NULL OR s.version_no = (SELECT MAX(x.version_no) FROM submission x
					WHERE x.enterprise_id = s.enterprise_id AND x.period = s.period))
			ORDER BY s.state DESC, s.credit_code, f.sha256, f.file_name, s.position, v.seq
			LIMIT :limit
			""";

	private static final String UNREADABLE = """
			SELECT file_name, received_at, reason
			FROM intake_file
			WHERE period_hint = :period AND state = 'UNREADABLE'
			ORDER BY file_name, sha256, received_at
			LIMIT :limit
			""";

	private static final String EXEMPT = """
			SELECT COALESCE(reason, '') AS reason, COUNT(*) AS firms
			FROM roster
			WHERE period = :period AND duty = 'EXEMPT'
			GROUP BY COALESCE(reason, '')
			ORDER BY COUNT(*) DESC, reason
			""";

	private final JdbcClient jdbc;

	Reporting(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Counts counts(ReportingPeriod period) {
		return this.jdbc.sql(COUNTS)
			.param("period", period.toString())
			.query((row, number) -> new Counts(row.getInt("due"), row.getInt("exempt"), row.getInt("accepted"),
					row.getInt("returned"), row.getInt("held")))
			.single();
	}

	/** Returns the enterprises that owe a report and have none accepted, by region. */
	List<Missing> missing(ReportingPeriod period, int limit) {
		return this.jdbc.sql(MISSING)
			.param("period", period.toString())
			.param("limit", limit)
			.query((row, number) -> new Missing(row.getString("name"), row.getString("credit_code"),
					row.getString("city_code"), row.getString("county_code"), row.getString("division_code"),
					row.getString("state"), row.getObject("received_at", LocalDateTime.class)))
			.list();
	}

	/**
	 * Returns what keeps the latest versions from being accepted, returned ones first.
	 */
	List<Open> open(ReportingPeriod period, int limit) {
		return this.jdbc.sql(OPEN)
			.param("period", period.toString())
			.param("limit", limit)
			.query((row, number) -> new Open(row.getString("enterprise_name"), row.getString("credit_code"),
					row.getString("state"), row.getString("file_name"), row.getString("rule_code"),
					row.getString("cell"), row.getString("message"), row.getString("message_en")))
			.list();
	}

	/** Returns the files of the period that could not be read. */
	List<Unreadable> unreadable(ReportingPeriod period, int limit) {
		return this.jdbc.sql(UNREADABLE)
			.param("period", period.toString())
			.param("limit", limit)
			.query((row, number) -> new Unreadable(row.getString("file_name"),
					row.getObject("received_at", LocalDateTime.class), row.getString("reason")))
			.list();
	}

	/** Returns how many enterprises need not report, by reason. */
	Map<String, Integer> exempt(ReportingPeriod period) {
		return this.jdbc.sql(EXEMPT)
			.param("period", period.toString())
			.query((row, number) -> Map.entry(row.getString("reason"), row.getInt("firms")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a,
					java.util.LinkedHashMap::new));
	}

	/**
	 * Returns whether the register holds sample enterprises, whose figures are invented.
	 */
	boolean isSample() {
		return this.jdbc.sql("SELECT id FROM enterprise WHERE note LIKE '示例数据%' LIMIT 1")
			.query(Long.class)
			.optional()
			.isPresent();
	}

	/**
	 * How many enterprises stand where.
	 *
	 * @param due enterprises that owe a report
	 * @param exempt enterprises that need not report
	 * @param accepted those due with an accepted report
	 * @param returned those due without one whose latest version was returned
	 * @param held those due without one whose latest version is held
	 */
	record Counts(int due, int exempt, int accepted, int returned, int held) {

		int silent() {
			return this.due - this.accepted - this.returned - this.held;
		}

	}

	/** An enterprise without accepted report; the state is null if it sent nothing. */
	record Missing(String name, @Nullable String creditCode, String city, @Nullable String county,
			@Nullable String division, @Nullable String state, @Nullable LocalDateTime receivedAt) {

	}

	/** A finding that keeps a report from being accepted. */
	record Open(@Nullable String name, @Nullable String creditCode, String state, String file, @Nullable String rule,
			@Nullable String cell, @Nullable String message, @Nullable String messageEn) {

		String message(Wording words) {
			String text = words.isEnglish() ? this.messageEn : this.message;
			return (text != null) ? text : Wording.NOTHING;
		}

	}

	/** A file that could not be read. */
	record Unreadable(String file, LocalDateTime receivedAt, @Nullable String reason) {

	}

}
