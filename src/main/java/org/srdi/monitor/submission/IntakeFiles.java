package org.srdi.monitor.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Batches;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.definition.Definitions;

/** The files that came in: claimed, archived, then read or found unreadable. */
public final class IntakeFiles {

	private static final Pattern PERIOD = Pattern.compile("(?<!\\d)(20\\d{2})[-_年]?(0[1-9]|1[0-2])(?!\\d)");

	private static final int LONGEST_REASON = 500;

	/** How many files are entered at once. */
	private static final int TOGETHER = 200;

	private final RowInserts rows;

	private final JdbcClient jdbc;

	private final Archive archive;

	private final ArrivalJournal journal;

	private final Definitions definitions;

	private final Clock clock;

	IntakeFiles(NamedParameterJdbcTemplate jdbc, Archive archive, ArrivalJournal journal, Definitions definitions,
			Clock clock) {
		this.rows = new RowInserts(
				jdbc.getJdbcOperations(), "intake_file", List.of("claim", "file_name", "channel", "sha256",
						"size_bytes", "received_at", "run_id", "period_hint", "state", "answered"),
				"ON DUPLICATE KEY UPDATE claim = VALUES(claim)");
		this.jdbc = JdbcClient.create(jdbc);
		this.archive = archive;
		this.journal = journal;
		this.definitions = definitions;
		this.clock = clock;
	}

	/**
	 * A file that waits to be read.
	 *
	 * @param id its number
	 * @param fileName the name it came in under
	 * @param sha256 the hash of its bytes, which finds them in the archive
	 * @param size how many bytes it has
	 * @param receivedAt when it arrived
	 * @param periodHint the period it is counted in if it does not name one itself
	 * @param runId the run that took it in
	 * @param begun whether a run that broke off has stored some of its reports
	 */
	public record Waiting(long id, String fileName, String sha256, long size, Instant receivedAt, String periodHint,
			String runId, boolean begun) {

	}

	/**
	 * Archives the claimed files of an inbox and enters them, then lets the claims go.
	 * Broken off anywhere, the next call goes on with what is left and enters nothing
	 * twice.
	 * @param runId the run that takes them in
	 * @param period the period of that run, null for any
	 * @return how many files are still being written and were left alone
	 */
	public int takeIn(Inbox inbox, String runId, @Nullable ReportingPeriod period) {
		Inbox.Claims claims = inbox.claim();
		for (List<Inbox.Claimed> some : Batches.of(claims.files(), TOGETHER)) {
			enter(some, runId, period);
			some.forEach(inbox::release);
		}
		return claims.unsettled();
	}

	/** Files that were entered before the last attempt broke off are left as they are. */
	private void enter(List<Inbox.Claimed> claimed, String runId, @Nullable ReportingPeriod period) {
		List<Arrival> arrivals = Together.map(claimed, this::archive);
		this.journal.add(arrivals);
		this.rows.insert(arrivals.stream().map((arrival) -> row(arrival, runId, period)).toList());
	}

	private Arrival archive(Inbox.Claimed claimed) {
		Instant now = this.clock.instant();
		return new Arrival(claimed.claim(), claimed.fileName(), this.archive.keep(claimed.file()),
				claimed.modified().isAfter(now) ? now : claimed.modified());
	}

	private @Nullable Object[] row(Arrival arrival, String runId, @Nullable ReportingPeriod period) {
		return new Object[] { arrival.claim(), shorten(arrival.fileName()), "INBOX", arrival.sha256(),
				this.archive.find(arrival.sha256()).toFile().length(), StoredTime.of(arrival.receivedAt()), runId,
				hint(arrival.fileName(), period, arrival.receivedAt()).toString(), "CLAIMED", false };
	}

	private ReportingPeriod hint(String fileName, @Nullable ReportingPeriod period, Instant receivedAt) {
		Matcher named = PERIOD.matcher(fileName);
		if (named.find()) {
			return ReportingPeriod.parse(named.group(1) + "-" + named.group(2));
		}
		return (period != null) ? period : this.definitions.job().calendar().periodOf(receivedAt);
	}

	/** Lets a run go on with what runs that broke off have left claimed. */
	public void adopt(String runId) {
		this.jdbc.sql("""
				UPDATE submission SET run_id = :runId
				WHERE file_id IN (SELECT id FROM intake_file WHERE state = 'CLAIMED' AND run_id <> :runId)
				""").param("runId", runId).update();
		this.jdbc.sql("UPDATE intake_file SET run_id = :runId WHERE state = 'CLAIMED' AND run_id <> :runId")
			.param("runId", runId)
			.update();
	}

	/** Returns how many files wait to be read. */
	public long countWaiting() {
		return this.jdbc.sql("SELECT COUNT(*) FROM intake_file WHERE state = 'CLAIMED'").query(Long.class).single();
	}

	/** Returns the files that wait to be read, in the order of their arrival. */
	public List<Waiting> waiting() {
		return this.jdbc.sql("""
				SELECT id, file_name, sha256, size_bytes, received_at, period_hint, run_id,
					EXISTS (SELECT 1 FROM submission s WHERE s.file_id = f.id)
				FROM intake_file f WHERE state = 'CLAIMED' ORDER BY received_at, file_name, id
				""")
			.query((rs, n) -> new Waiting(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getLong(4),
					StoredTime.toInstant(rs.getObject(5, LocalDateTime.class)), rs.getString(6), rs.getString(7),
					rs.getBoolean(8)))
			.list();
	}

	/**
	 * Notes of files whether they are read to their end or cannot be read, and how many
	 * reports are stored of them. The bytes stay in the archive either way.
	 */
	public void mark(List<FoundFile> found) {
		Map<Long, Mark> marks = new LinkedHashMap<>();
		found.forEach((part) -> marks.put(part.file().id(), Mark.of(part)));
		Map<Mark, List<Long>> alike = new LinkedHashMap<>();
		marks.forEach((id, mark) -> alike.computeIfAbsent(mark, (any) -> new ArrayList<>()).add(id));
		alike.forEach(this::mark);
	}

	/** Takes a statement for all files that are alike: most are simply read. */
	private void mark(Mark mark, List<Long> files) {
		for (List<Long> ids : Batches.of(files)) {
			this.jdbc.sql("""
					UPDATE intake_file SET state = :state, reason = :reason,
						reports = (SELECT COUNT(*) FROM submission s WHERE s.file_id = intake_file.id)
					WHERE id IN (:ids)
					""").param("state", mark.state()).param("reason", mark.reason()).param("ids", ids).update();
		}
	}

	/** What is noted of a file. */
	private record Mark(String state, @Nullable String reason) {

		private static Mark of(FoundFile found) {
			String state = (found.unreadable() != null) ? "UNREADABLE" : found.last() ? "READ" : "CLAIMED";
			return new Mark(state, Columns.cut(found.unreadable(), LONGEST_REASON));
		}

	}

	/** Returns whether bytes of that hash have ever come in. */
	public boolean knows(String sha256) {
		return this.archive.has(sha256);
	}

	private static String shorten(String name) {
		return (name.length() <= 255) ? name : name.substring(name.length() - 255);
	}

}
