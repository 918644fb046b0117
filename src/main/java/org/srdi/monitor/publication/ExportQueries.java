package org.srdi.monitor.publication;

/** The queries behind the exports: every one complete, ordered by business keys. */
final class ExportQueries {

	static final String INDICATORS = """
			SELECT period, grouping_code, member, indicator, amount AS indicator_value, numerator, denominator, firms, outcome
			FROM indicator_value
			WHERE period = :period
			ORDER BY grouping_code, member, indicator
			""";

	static final String REPORTS = """
			SELECT e.credit_code, e.name AS enterprise_name, e.city_code, c.name AS city_name, s.version_no, r.*
			FROM monthly_report r
			JOIN enterprise e ON e.id = r.enterprise_id
			JOIN region c ON c.code = e.city_code
			JOIN submission s ON s.id = r.submission_id
			WHERE r.period = :period
			ORDER BY e.credit_code, e.name
			""";

	static final String VIOLATIONS = """
			SELECT s.credit_code, s.enterprise_name, s.period, s.version_no,
				f.file_name, s.position, v.seq, v.rule_code, v.severity, v.cell, v.explained, v.message, v.message_en
			FROM submission s
			JOIN intake_file f ON f.id = s.file_id
			JOIN violation v ON v.submission_id = s.id
			WHERE s.counted_in = :period
			ORDER BY s.credit_code, s.version_no, f.sha256, f.received_at, f.file_name, s.position, v.seq
			""";

	static final String FLAGS = """
			SELECT f.period, e.credit_code, e.name AS enterprise_name, e.city_code, c.name AS city_name, f.measure,
				f.level, f.state, f.months_flagged, f.target, f.path, f.path_basis, f.actual, f.gap, f.pace,
				f.months_behind
			FROM target_flag f
			JOIN enterprise e ON e.id = f.enterprise_id
			JOIN region c ON c.code = e.city_code
			WHERE f.period = :period
			ORDER BY e.credit_code, e.name, f.measure
			""";

	static final String SUBMISSIONS = """
			SELECT s.credit_code, s.enterprise_name, s.period, s.version_no,
				s.state, s.late, s.received_at, f.channel, f.file_name, f.sha256, s.position, s.content_hash,
				o.version_no AS duplicate_of_version
			FROM submission s
			JOIN intake_file f ON f.id = s.file_id
			LEFT JOIN submission o ON o.id = s.duplicate_of
			WHERE s.counted_in = :period
			ORDER BY s.credit_code, s.version_no, f.sha256, s.received_at, f.file_name, s.position
			""";

	private ExportQueries() {
	}

}
