package org.srdi.monitor.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.Proposal;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.RuleDefinition;

/** The receipts that were given, and the making of new ones. */
public final class Receipts {

	private final NamedParameterJdbcTemplate jdbc;

	private final RowInserts rows;

	private final Deadlines deadlines;

	private final List<String> rules;

	private final JsonMapper json = JsonMapper.builder().build();

	private final JsonMapper indented = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	Receipts(NamedParameterJdbcTemplate jdbc, Definitions definitions, Deadlines deadlines) {
		this.jdbc = jdbc;
		this.rows = new RowInserts(jdbc.getJdbcOperations(), "receipt", List.of("submission_id", "content"));
		this.deadlines = deadlines;
		this.rules = definitions.rules().stream().map(RuleDefinition::code).distinct().toList();
	}

	/**
	 * Makes a receipt.
	 * @param file the file the report came in
	 * @param version the number of the version; null if it has none
	 * @param before the version before; null if there is none
	 * @param due until when it is on time; null where it names no month
	 */
	Receipt make(Receipt.File file, List<Tolerated> tolerances, @Nullable Integer version, Judged judged,
			@Nullable Report before, @Nullable Instant due) {
		Report report = judged.report();
		ReportingPeriod period = Submissions.period(report).orElse(null);
		Instant receivedAt = file.receivedAt();
		return new Receipt(file, report.text("credit_code"), report.text("enterprise_name"),
				(period != null) ? period.toString() : null, version, Receipt.Count.of(report),
				tolerances.stream().map(Receipt.Forgiven::of).toList(), this.rules,
				judged.violations().stream().map(Receipt.Problem::of).toList(),
				judged.proposals().stream().map(Receipt.Repair::of).toList(),
				judged.repairs().stream().map(Receipt.Repair::of).toList(),
				(before != null) ? Change.between(before, report) : List.of(), judged.verdict(),
				(due != null) ? Receipt.Deadline.of(due, receivedAt) : null);
	}

	/** Returns the dates that receipts tell. */
	DueDates dueDates() {
		return new DueDates(this.deadlines);
	}

	/** Returns receipts as JSON for people and programs to read. */
	public String json(List<Receipt> receipts) {
		return this.indented.writeValueAsString(receipts);
	}

	/** Stores receipts by the number of the version. */
	void store(Map<Long, Receipt> receipts) {
		List<@Nullable Object[]> rows = receipts.entrySet()
			.stream()
			.map((receipt) -> new @Nullable Object[] { receipt.getKey(),
					this.json.writeValueAsString(receipt.getValue()) })
			.toList();
		this.rows.insert(rows);
	}

	/** Returns the receipts of all versions of a report, the first one first. */
	public List<Receipt> find(CreditCode code, ReportingPeriod period) {
		return this.jdbc.query("""
				SELECT r.content FROM enterprise e
				JOIN submission s ON s.enterprise_id = e.id JOIN receipt r ON r.submission_id = s.id
				WHERE e.credit_code = :code AND s.period = :period AND s.version_no IS NOT NULL
				ORDER BY s.version_no
				""", Map.of("code", code.value(), "period", period.toString()), (rs, n) -> read(rs.getString(1)));
	}

	/** Returns the receipts of what came in with a file, by the row it stood in. */
	public List<Receipt> ofFile(long fileId) {
		return this.jdbc.query("""
				SELECT r.content FROM submission s
				JOIN receipt r ON r.submission_id = COALESCE(s.duplicate_of, s.id)
				WHERE s.file_id = :id ORDER BY s.position
				""", Map.of("id", fileId), (rs, n) -> read(rs.getString(1)));
	}

	private Receipt read(String content) {
		return this.json.readValue(content, Receipt.class);
	}

}
