package org.srdi.monitor.submission;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Batches;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.core.Violation;

/**
 * The versions of reports, append-only: every upload is kept, its states are a history.
 */
public final class Submissions {

	private final NamedParameterJdbcTemplate jdbc;

	private final IntakeFiles files;

	private final StatusHistory history;

	private final Receipts receipts;

	private final RowInserts violations;

	private final ReportContent content = new ReportContent();

	Submissions(NamedParameterJdbcTemplate jdbc, IntakeFiles files, StatusHistory history, Receipts receipts) {
		this.jdbc = jdbc;
		this.files = files;
		this.history = history;
		this.receipts = receipts;
		this.violations = new RowInserts(jdbc.getJdbcOperations(), "violation",
				List.of("submission_id", "seq", "rule_code", "severity", "cell", "message", "message_en", "explained"));
	}

	/**
	 * A stored version that waits to be checked.
	 *
	 * @param id its number
	 * @param enterpriseId the enterprise; null where its code is not in the register
	 * @param period the month it is about; null where it names none
	 * @param version counts the versions of the enterprise and month from 1; null where
	 * one of both is not known
	 * @param file the file it came in
	 * @param report the report
	 * @param tolerances what was forgiven when it was read
	 */
	public record Waiting(long id, @Nullable Long enterpriseId, @Nullable ReportingPeriod period,
			@Nullable Integer version, Receipt.File file, Report report, List<Tolerated> tolerances) {

	}

	/**
	 * A checked version.
	 *
	 * @param submission the version
	 * @param judged what was found in it
	 */
	public record Checked(Waiting submission, Judged judged) {

		/** Returns what becomes of it. */
		public SubmissionState state() {
			return this.judged.verdict();
		}

	}

	/** Returns the month a report names; empty where it names none. */
	public static Optional<ReportingPeriod> period(Report report) {
		String text = report.text("period");
		if (text == null) {
			return Optional.empty();
		}
		try {
			return Optional
				.of(ReportingPeriod.parse(text.matches("\\d{4}-\\d{2}-\\d{2}") ? text.substring(0, 7) : text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Returns the numbers of the versions that wait to be checked, earlier months first,
	 * because a month is checked against the one before.
	 */
	public List<Long> waiting() {
		return this.jdbc.getJdbcTemplate()
			.queryForList("SELECT id FROM submission WHERE state = 'RECEIVED' ORDER BY period, id", Long.class);
	}

	/** Returns the enterprises of which a version waits to be checked. */
	public Set<Long> behind() {
		return new HashSet<>(this.jdbc.getJdbcTemplate().queryForList("""
				SELECT DISTINCT enterprise_id FROM submission
				WHERE state = 'RECEIVED' AND enterprise_id IS NOT NULL
				""", Long.class));
	}

	/** Returns whether anything waits: files to be read or versions to be checked. */
	public boolean hasWaiting() {
		return this.files.countWaiting() > 0
				|| states("state = :key", "RECEIVED").containsKey(SubmissionState.RECEIVED);
	}

	/** Returns these versions with their reports, in the order of the numbers given. */
	public List<Waiting> find(List<Long> ids) {
		Map<Long, Waiting> found = this.jdbc.query("""
				SELECT s.id, s.enterprise_id, s.period, s.version_no, f.file_name, f.sha256, f.size_bytes, s.position,
					s.received_at, c.content
				FROM submission s JOIN submission_content c ON c.submission_id = s.id
				JOIN intake_file f ON f.id = s.file_id
				WHERE s.id IN (:ids)
				""", Map.of("ids", ids), (rs, n) -> {
			String period = rs.getString(3);
			Receipt.File file = new Receipt.File(rs.getString(5), rs.getString(6), rs.getLong(7), rs.getInt(8),
					StoredTime.toInstant(rs.getObject(9, LocalDateTime.class)));
			return new StoredWaiting(rs.getLong(1), rs.getObject(2, Long.class),
					(period != null) ? ReportingPeriod.parse(period) : null, rs.getObject(4, Integer.class), file,
					rs.getString(10));
		})
			.parallelStream()
			.map((stored) -> stored.read(this.content))
			.collect(Collectors.toMap(Waiting::id, Function.identity()));
		return ids.stream().map(found::get).filter((waiting) -> waiting != null).toList();
	}

	/** A version as it comes from the table, its report still as text. */
	private record StoredWaiting(long id, @Nullable Long enterpriseId, @Nullable ReportingPeriod period,
			@Nullable Integer version, Receipt.File file, String content) {

		Waiting read(ReportContent reader) {
			ReportContent.Stored stored = reader.read(this.content);
			return new Waiting(this.id, this.enterpriseId, this.period, this.version, this.file, stored.report(),
					stored.tolerances());
		}

	}

	/**
	 * Returns the version before each of these that has one, by the number of the later.
	 */
	private Map<Long, Report> before(List<Checked> checked) {
		List<Long> later = checked.stream()
			.map(Checked::submission)
			.filter((one) -> one.version() != null && one.version() > 1)
			.map(Waiting::id)
			.toList();
		Map<Long, Report> before = new HashMap<>();
		if (!later.isEmpty()) {
			this.jdbc.query("""
					SELECT s.id, c.content FROM submission s
					JOIN submission p ON p.enterprise_id = s.enterprise_id AND p.period = s.period
						AND p.version_no = s.version_no - 1
					JOIN submission_content c ON c.submission_id = p.id
					WHERE s.id IN (:ids)
					""", Map.of("ids", later), (rs) -> {
				before.put(rs.getLong(1), this.content.read(rs.getString(2)).report());
			});
		}
		return before;
	}

	/** Stores what became of versions that were waiting, and their receipts. */
	public void decide(List<Checked> checked) {
		setStates(checked);
		this.history.add(
				checked.stream().map((one) -> new StatusHistory.Entry(one.submission().id(), 2, one.state())).toList());
		conclude(checked);
	}

	/** Stores what was found in versions whose state is stored, and their receipts. */
	void conclude(List<Checked> checked) {
		List<@Nullable Object[]> rows = new ArrayList<>();
		for (Checked one : checked) {
			int seq = 1;
			for (Violation violation : one.judged().violations().all()) {
				rows.add(row(one.submission().id(), seq, violation));
				seq++;
			}
		}
		this.violations.insert(rows);
		giveReceipts(checked);
	}

	/** Takes a statement per state rather than one per version. */
	private void setStates(List<Checked> checked) {
		Map<SubmissionState, List<Long>> byState = new EnumMap<>(SubmissionState.class);
		for (Checked one : checked) {
			byState.computeIfAbsent(one.state(), (state) -> new ArrayList<>()).add(one.submission().id());
		}
		byState.forEach((state, all) -> {
			for (List<Long> ids : Batches.of(all)) {
				this.jdbc.update("UPDATE submission SET state = :state WHERE id IN (:ids)",
						Map.of("state", state.name(), "ids", ids));
			}
		});
	}

	private void giveReceipts(List<Checked> checked) {
		Map<Long, Report> before = before(checked);
		DueDates dates = this.receipts.dueDates();
		checked.forEach((one) -> dates.want(one.submission().period(), one.submission().enterpriseId()));
		Map<Long, Receipt> receipts = new LinkedHashMap<>();
		for (Checked one : checked) {
			Waiting submission = one.submission();
			receipts.put(submission.id(),
					this.receipts.make(submission.file(), submission.tolerances(), submission.version(), one.judged(),
							before.get(submission.id()), dates.of(submission.period(), submission.enterpriseId())));
		}
		this.receipts.store(receipts);
	}

	private static @Nullable Object[] row(long id, int seq, Violation violation) {
		CellAddress cell = violation.cell();
		return new @Nullable Object[] { id, seq, violation.rule(), violation.severity().name(),
				(cell != null) ? Columns.cut(cell.toString(), 80) : null, Columns.cut(violation.message(), 1000),
				Columns.cut(violation.messageEn(), 1000), violation.explained() };
	}

	/**
	 * Counts what a run took in: the files say how many reports, the versions what became
	 * of them.
	 */
	public Tally tallyOfRun(String runId) {
		return Tally.of(states("run_id = :key", runId),
				count("SELECT COUNT(*) FROM intake_file WHERE run_id = :key AND state = 'UNREADABLE'", runId),
				count("SELECT COALESCE(SUM(reports), 0) FROM intake_file WHERE run_id = :key", runId));
	}

	/** Counts what has come in for a period. */
	public Tally tallyOfPeriod(ReportingPeriod period) {
		String key = period.toString();
		return Tally.of(states("counted_in = :key", key),
				count("SELECT COUNT(*) FROM intake_file WHERE period_hint = :key AND state = 'UNREADABLE'", key),
				count("SELECT COUNT(*) FROM submission WHERE counted_in = :key", key));
	}

	private Map<SubmissionState, Integer> states(String condition, String key) {
		Map<SubmissionState, Integer> states = new EnumMap<>(SubmissionState.class);
		this.jdbc.query("SELECT state, COUNT(*) FROM submission WHERE " + condition + " GROUP BY state",
				Map.of("key", key), (rs) -> {
					states.put(SubmissionState.valueOf(rs.getString(1)), rs.getInt(2));
				});
		return states;
	}

	private int count(String sql, String key) {
		Integer count = this.jdbc.queryForObject(sql, Map.of("key", key), Integer.class);
		return (count != null) ? count : 0;
	}

	/** Returns how many enterprises have an accepted report for the period. */
	public int acceptedFirms(ReportingPeriod period) {
		return count("SELECT COUNT(*) FROM monthly_report WHERE period = :key", period.toString());
	}

	/** Returns a text that changes whenever a version comes in or changes its state. */
	public String fingerprint() {
		return String.valueOf(this.jdbc.getJdbcTemplate().queryForObject("SELECT MAX(id) FROM submission", Long.class))
				+ "/" + this.jdbc.getJdbcTemplate()
					.queryForObject("SELECT MAX(changed_at) FROM submission_status", LocalDateTime.class);
	}

}
