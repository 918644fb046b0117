package org.srdi.monitor.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.register.Enterprise;
import org.srdi.monitor.register.Enterprises;

/** Turns what was found in files into versions of reports. */
public final class Uploads {

	private static final List<String> COLUMNS = List.of("file_id", "position", "credit_code", "enterprise_name",
			"enterprise_id", "period", "counted_in", "version_no", "content_hash", "duplicate_of", "received_at",
			"late", "run_id", "state");

	private final NamedParameterJdbcTemplate jdbc;

	private final IntakeFiles files;

	private final Enterprises enterprises;

	private final StatusHistory history;

	private final JobDefinition.Calendar calendar;

	private final Deadlines deadlines;

	private final RowInserts rows;

	private final RowInserts contents;

	private final ReportContent content = new ReportContent();

	Uploads(NamedParameterJdbcTemplate jdbc, IntakeFiles files, Enterprises enterprises, StatusHistory history,
			Definitions definitions, Deadlines deadlines) {
		this.jdbc = jdbc;
		this.files = files;
		this.enterprises = enterprises;
		this.history = history;
		this.calendar = definitions.job().calendar();
		this.deadlines = deadlines;
		this.rows = new RowInserts(jdbc.getJdbcOperations(), "submission", COLUMNS);
		this.contents = new RowInserts(jdbc.getJdbcOperations(), "submission_content",
				List.of("submission_id", "content"));
	}

	/**
	 * Stores what was found in files, each report as a version of its enterprise and
	 * period, or as a duplicate where the same content has come in before. What a run
	 * that broke off has stored already is not stored again.
	 */
	public void store(Collection<FoundFile> found) {
		Set<String> known = positions(found);
		List<Draft> drafts = new ArrayList<>();
		Map<CreditCode, Enterprise> firms = enterprises(found);
		List<Integer> counts = new ArrayList<>();
		for (FoundFile file : found) {
			List<Draft> fresh = file.reports()
				.stream()
				.filter((report) -> known.add(file.file().id() + ":" + report.position()))
				.map((report) -> draft(file.file(), report, firms))
				.toList();
			drafts.addAll(fresh);
			counts.add(fresh.size());
		}
		this.files.mark(List.copyOf(found), counts);
		Existing existing = existing(drafts);
		drafts.forEach(existing::number);
		DueDates dates = new DueDates(this.deadlines);
		drafts.forEach((draft) -> dates.want(draft.period, draft.enterpriseId));
		insert(drafts.stream().filter((draft) -> draft.original == null).toList(), dates);
		insert(drafts.stream().filter((draft) -> draft.original != null).toList(), dates);
	}

	private Set<String> positions(Collection<FoundFile> found) {
		Set<String> known = new HashSet<>();
		List<Long> ids = found.stream().map((file) -> file.file().id()).distinct().toList();
		if (!ids.isEmpty()) {
			this.jdbc.query("SELECT file_id, position FROM submission WHERE file_id IN (:ids)", Map.of("ids", ids),
					(rs) -> {
						known.add(rs.getLong(1) + ":" + rs.getInt(2));
					});
		}
		return known;
	}

	private Map<CreditCode, Enterprise> enterprises(Collection<FoundFile> found) {
		Set<CreditCode> codes = new HashSet<>();
		for (FoundFile file : found) {
			file.reports().forEach((report) -> creditCode(report.report()).ifPresent(codes::add));
		}
		return this.enterprises.find(codes);
	}

	private static Optional<CreditCode> creditCode(Report report) {
		return Optional.ofNullable(report.text("credit_code")).flatMap(CreditCode::tryParse);
	}

	private Draft draft(IntakeFiles.Waiting file, FoundReport found, Map<CreditCode, Enterprise> firms) {
		Enterprise firm = creditCode(found.report()).map(firms::get).orElse(null);
		return new Draft(file, found, (firm != null) ? firm.id() : null,
				Submissions.period(found.report()).orElse(null));
	}

	private Existing existing(List<Draft> drafts) {
		Existing existing = new Existing();
		Set<Long> ids = new HashSet<>();
		Set<String> periods = new HashSet<>();
		for (Draft draft : drafts) {
			if (draft.isKnown()) {
				ids.add(draft.enterpriseId);
				periods.add(String.valueOf(draft.period));
			}
		}
		for (List<Long> some : Batches.of(ids, 500)) {
			this.jdbc.query("""
					SELECT id, enterprise_id, period, content_hash, version_no FROM submission
					WHERE enterprise_id IN (:ids) AND period IN (:periods) AND version_no IS NOT NULL
					""", Map.of("ids", some, "periods", periods), (rs) -> {
				existing.add(rs.getLong(2) + "/" + rs.getString(3), rs.getString(4), rs.getInt(5), rs.getLong(1));
			});
		}
		return existing;
	}

	private void insert(List<Draft> drafts, DueDates dates) {
		if (drafts.isEmpty()) {
			return;
		}
		this.rows.insert(drafts.stream().map((draft) -> row(draft, dates)).toList());
		Map<String, Long> ids = ids(drafts);
		drafts.forEach((draft) -> draft.id = ids.get(draft.file.id() + ":" + draft.found.position()));
		this.contents
			.insert(drafts.parallelStream().filter((draft) -> draft.original == null).map(this::content).toList());
		this.history
			.add(drafts.stream().map((draft) -> new StatusHistory.Entry(draft.id(), 1, draft.state())).toList());
	}

	/** Returns the values in the order of {@link #COLUMNS}. */
	private @Nullable Object[] row(Draft draft, DueDates dates) {
		Report report = draft.found.report();
		IntakeFiles.Waiting file = draft.file;
		return new @Nullable Object[] { file.id(), draft.found.position(), Columns.cut(report.text("credit_code"), 40),
				Columns.cut(report.text("enterprise_name"), 120), draft.enterpriseId,
				(draft.period != null) ? draft.period.toString() : null, countedIn(draft), draft.version,
				draft.found.contentHash(), (draft.original != null) ? draft.original.id() : null,
				StoredTime.of(file.receivedAt()), isLate(draft, dates), file.runId(), draft.state().name() };
	}

	/**
	 * As far as is known when it arrives: time that is granted later does not change it.
	 */
	private static boolean isLate(Draft draft, DueDates dates) {
		Instant until = dates.of(draft.period, draft.enterpriseId);
		return until != null && draft.file.receivedAt().isAfter(until);
	}

	private @Nullable Object[] content(Draft draft) {
		return new Object[] { draft.id(), this.content.write(draft.found.report(), draft.found.tolerances()) };
	}

	private String countedIn(Draft draft) {
		boolean plausible = draft.period != null
				&& !draft.period.isAfter(this.calendar.periodOf(draft.file.receivedAt()));
		return plausible ? String.valueOf(draft.period) : draft.file.periodHint();
	}

	private Map<String, Long> ids(List<Draft> drafts) {
		Map<String, Long> ids = new HashMap<>();
		List<Long> fileIds = drafts.stream().map((draft) -> draft.file.id()).distinct().toList();
		this.jdbc.query("SELECT file_id, position, id FROM submission WHERE file_id IN (:ids)", Map.of("ids", fileIds),
				(rs) -> {
					ids.put(rs.getLong(1) + ":" + rs.getInt(2), rs.getLong(3));
				});
		return ids;
	}

	/** A version on its way into the table. */
	private static final class Draft {

		private final IntakeFiles.Waiting file;

		private final FoundReport found;

		private final @Nullable Long enterpriseId;

		private final @Nullable ReportingPeriod period;

		private @Nullable Integer version;

		private @Nullable Original original;

		private @Nullable Long id;

		private Draft(IntakeFiles.Waiting file, FoundReport found, @Nullable Long enterpriseId,
				@Nullable ReportingPeriod period) {
			this.file = file;
			this.found = found;
			this.enterpriseId = enterpriseId;
			this.period = period;
		}

		private boolean isKnown() {
			return this.enterpriseId != null && this.period != null;
		}

		private SubmissionState state() {
			return (this.original != null) ? SubmissionState.DUPLICATE : SubmissionState.RECEIVED;
		}

		private long id() {
			if (this.id == null) {
				throw new IllegalStateException("Not stored yet: " + this.file.fileName());
			}
			return this.id;
		}

	}

	/** Where content came in first: stored long ago, or a draft of the same chunk. */
	private record Original(@Nullable Long stored, @Nullable Draft draft) {

		private @Nullable Long id() {
			return (this.draft != null) ? Long.valueOf(this.draft.id()) : this.stored;
		}

	}

	/** The versions there are, by enterprise and period. */
	private static final class Existing {

		private final Map<String, Integer> versions = new HashMap<>();

		private final Map<String, Original> contents = new HashMap<>();

		private void add(String key, String hash, int version, long id) {
			this.versions.merge(key, version, Math::max);
			this.contents.put(key + "/" + hash, new Original(id, null));
		}

		private void number(Draft draft) {
			if (!draft.isKnown()) {
				return;
			}
			String key = draft.enterpriseId + "/" + draft.period;
			draft.original = this.contents.get(key + "/" + draft.found.contentHash());
			if (draft.original == null) {
				draft.version = this.versions.merge(key, 1, Integer::sum);
				this.contents.put(key + "/" + draft.found.contentHash(), new Original(null, draft));
			}
		}

	}

}
