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
import java.util.stream.Stream;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Batches;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.register.Enterprise;
import org.srdi.monitor.register.Enterprises;

/** Turns reports that came in into versions. */
public final class Uploads {

	private static final List<String> COLUMNS = List.of("file_id", "position", "credit_code", "enterprise_name",
			"enterprise_id", "period", "counted_in", "version_no", "content_hash", "duplicate_of", "received_at",
			"late", "run_id", "state");

	private final NamedParameterJdbcTemplate jdbc;

	private final Enterprises enterprises;

	private final Submissions submissions;

	private final StatusHistory history;

	private final JobDefinition.Calendar calendar;

	private final Deadlines deadlines;

	private final RowInserts rows;

	private final RowInserts contents;

	Uploads(NamedParameterJdbcTemplate jdbc, Enterprises enterprises, Submissions submissions, StatusHistory history,
			Definitions definitions, Deadlines deadlines) {
		this.jdbc = jdbc;
		this.enterprises = enterprises;
		this.submissions = submissions;
		this.history = history;
		this.calendar = definitions.job().calendar();
		this.deadlines = deadlines;
		this.rows = new RowInserts(jdbc.getJdbcOperations(), "submission", COLUMNS);
		this.contents = new RowInserts(jdbc.getJdbcOperations(), "submission_content",
				List.of("submission_id", "content"));
	}

	/**
	 * Stores reports, each as a version of its enterprise and period, or as a duplicate
	 * where the same content has come in before. What a run that broke off has stored
	 * already is not stored again. Those of one enterprise are to come one call after the
	 * other.
	 * @param verdicts judges the new versions; those it leaves wait to be checked
	 * @return the versions that were judged, in the order given
	 */
	public List<Submissions.Checked> store(List<Upload> uploads, Verdicts verdicts) {
		Set<String> stored = stored(uploads);
		Map<CreditCode, Enterprise> firms = enterprises(uploads);
		List<Draft> drafts = uploads.stream()
			.filter((upload) -> !stored.contains(upload.place()))
			.map((upload) -> draft(upload, firms))
			.toList();
		Existing existing = existing(drafts);
		drafts.forEach(existing::number);
		DueDates dates = new DueDates(this.deadlines);
		drafts.forEach((draft) -> dates.want(draft.period, draft.enterpriseId()));
		List<Draft> versions = drafts.stream().filter((draft) -> draft.original == null).toList();
		judge(versions, verdicts);
		insert(versions, dates);
		insert(drafts.stream().filter((draft) -> draft.original != null).toList(), dates);
		List<Submissions.Checked> checked = versions.stream().flatMap((draft) -> draft.checked().stream()).toList();
		this.submissions.conclude(checked);
		return checked;
	}

	private static void judge(List<Draft> versions, Verdicts verdicts) {
		List<@Nullable Judged> judged = verdicts.of(versions.stream().map(Draft::candidate).toList());
		for (int i = 0; i < versions.size(); i++) {
			versions.get(i).judged = judged.get(i);
		}
	}

	/** Returns the places of what a run that broke off has stored. */
	private Set<String> stored(List<Upload> uploads) {
		Set<String> places = new HashSet<>();
		List<Long> files = uploads.stream()
			.map(Upload::file)
			.filter(IntakeFiles.Waiting::begun)
			.map(IntakeFiles.Waiting::id)
			.distinct()
			.toList();
		for (List<Long> ids : Batches.of(files)) {
			this.jdbc.query("SELECT file_id, position FROM submission WHERE file_id IN (:ids)", Map.of("ids", ids),
					(rs) -> {
						places.add(Upload.place(rs.getLong(1), rs.getInt(2)));
					});
		}
		return places;
	}

	private Map<CreditCode, Enterprise> enterprises(List<Upload> uploads) {
		Set<CreditCode> codes = new HashSet<>();
		uploads.forEach((upload) -> upload.found().report().creditCode().ifPresent(codes::add));
		return this.enterprises.find(codes);
	}

	private static Draft draft(Upload upload, Map<CreditCode, Enterprise> firms) {
		Report report = upload.found().report();
		Enterprise firm = report.creditCode().map(firms::get).orElse(null);
		return new Draft(upload, firm, Submissions.period(report).orElse(null));
	}

	private Existing existing(List<Draft> drafts) {
		Existing existing = new Existing();
		Set<Long> ids = new HashSet<>();
		Set<String> periods = new HashSet<>();
		for (Draft draft : drafts) {
			if (draft.isKnown()) {
				ids.add(draft.enterpriseId());
				periods.add(String.valueOf(draft.period));
			}
		}
		for (List<Long> some : Batches.of(ids)) {
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
		List<Long> ids = this.rows.insertNumbered(drafts.stream().map((draft) -> row(draft, dates)).toList());
		for (int i = 0; i < drafts.size(); i++) {
			drafts.get(i).id = ids.get(i);
		}
		this.contents.insert(drafts.stream()
			.filter((draft) -> draft.original == null)
			.map((draft) -> new @Nullable Object[] { draft.id(), draft.upload.content() })
			.toList());
		this.history.add(drafts.stream().flatMap(Draft::history).toList());
	}

	/** Returns the values in the order of {@link #COLUMNS}. */
	private @Nullable Object[] row(Draft draft, DueDates dates) {
		Report report = draft.upload.found().report();
		IntakeFiles.Waiting file = draft.upload.file();
		return new @Nullable Object[] { file.id(), draft.upload.found().position(),
				Columns.cut(report.text("credit_code"), 40), Columns.cut(report.text("enterprise_name"), 120),
				draft.enterpriseId(), (draft.period != null) ? draft.period.toString() : null, countedIn(draft),
				draft.version, draft.upload.found().contentHash(),
				(draft.original != null) ? draft.original.id() : null, StoredTime.of(file.receivedAt()),
				isLate(draft, dates), file.runId(), draft.state().name() };
	}

	/**
	 * As far as is known when it arrives: time that is granted later does not change it.
	 */
	private static boolean isLate(Draft draft, DueDates dates) {
		Instant until = dates.of(draft.period, draft.enterpriseId());
		return until != null && draft.upload.file().receivedAt().isAfter(until);
	}

	private String countedIn(Draft draft) {
		boolean plausible = draft.period != null
				&& !draft.period.isAfter(this.calendar.periodOf(draft.upload.file().receivedAt()));
		return plausible ? String.valueOf(draft.period) : draft.upload.file().periodHint();
	}

	/** A version on its way into the table. */
	private static final class Draft {

		private final Upload upload;

		private final @Nullable Enterprise enterprise;

		private final @Nullable ReportingPeriod period;

		private @Nullable Integer version;

		private @Nullable Original original;

		private @Nullable Judged judged;

		private @Nullable Long id;

		private Draft(Upload upload, @Nullable Enterprise enterprise, @Nullable ReportingPeriod period) {
			this.upload = upload;
			this.enterprise = enterprise;
			this.period = period;
		}

		private boolean isKnown() {
			return this.enterprise != null && this.period != null;
		}

		private @Nullable Long enterpriseId() {
			return (this.enterprise != null) ? this.enterprise.id() : null;
		}

		private Verdicts.Candidate candidate() {
			return new Verdicts.Candidate(this.enterprise, this.period, this.upload.found().report());
		}

		private SubmissionState state() {
			return (this.judged != null) ? this.judged.verdict() : firstState();
		}

		private SubmissionState firstState() {
			return (this.original != null) ? SubmissionState.DUPLICATE : SubmissionState.RECEIVED;
		}

		private Stream<StatusHistory.Entry> history() {
			StatusHistory.Entry first = new StatusHistory.Entry(id(), 1, firstState());
			return (this.judged == null) ? Stream.of(first)
					: Stream.of(first, new StatusHistory.Entry(id(), 2, this.judged.verdict()));
		}

		private Optional<Submissions.Checked> checked() {
			if (this.judged == null) {
				return Optional.empty();
			}
			IntakeFiles.Waiting file = this.upload.file();
			FoundReport found = this.upload.found();
			Receipt.File source = new Receipt.File(file.fileName(), file.sha256(), file.size(), found.position(),
					file.receivedAt());
			return Optional.of(new Submissions.Checked(new Submissions.Waiting(id(), enterpriseId(), this.period,
					this.version, source, found.report(), found.tolerances()), this.judged));
		}

		private long id() {
			if (this.id == null) {
				throw new IllegalStateException("Not stored yet: " + this.upload.place());
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
			String key = draft.enterpriseId() + "/" + draft.period;
			draft.original = this.contents.get(key + "/" + draft.upload.found().contentHash());
			if (draft.original == null) {
				draft.version = this.versions.merge(key, 1, Integer::sum);
				this.contents.put(key + "/" + draft.upload.found().contentHash(), new Original(null, draft));
			}
		}

	}

}
