package org.srdi.monitor.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.definition.Definitions;

/** The files that came in: claimed, archived, then read or found unreadable. */
public final class IntakeFiles {

	private static final Pattern PERIOD = Pattern.compile("(?<!\\d)(20\\d{2})[-_年]?(0[1-9]|1[0-2])(?!\\d)");

	private final JdbcClient jdbc;

	private final Archive archive;

	private final Definitions definitions;

	private final Clock clock;

	IntakeFiles(JdbcClient jdbc, Archive archive, Definitions definitions, Clock clock) {
		this.jdbc = jdbc;
		this.archive = archive;
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
	 */
	public record Waiting(long id, String fileName, String sha256, long size, Instant receivedAt, String periodHint,
			String runId) {

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
		for (Inbox.Claimed claimed : claims.files()) {
			enter(claimed, runId, period);
			inbox.release(claimed);
		}
		return claims.unsettled();
	}

	private void enter(Inbox.Claimed claimed, String runId, @Nullable ReportingPeriod period) {
		String sha256 = this.archive.keep(claimed.file());
		Instant now = this.clock.instant();
		Instant receivedAt = claimed.modified().isAfter(now) ? now : claimed.modified();
		try {
			this.jdbc.sql("""
					INSERT INTO intake_file
						(claim, file_name, channel, sha256, size_bytes, received_at, run_id, period_hint, state)
					VALUES (:claim, :fileName, 'INBOX', :sha256, :size, :receivedAt, :runId, :hint, 'CLAIMED')
					""")
				.param("claim", claimed.claim())
				.param("fileName", shorten(claimed.fileName()))
				.param("sha256", sha256)
				.param("size", this.archive.find(sha256).toFile().length())
				.param("receivedAt", StoredTime.of(receivedAt))
				.param("runId", runId)
				.param("hint", hint(claimed.fileName(), period, receivedAt).toString())
				.update();
		}
		catch (DuplicateKeyException ex) {
			// entered before the last attempt broke off
		}
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
				SELECT id, file_name, sha256, size_bytes, received_at, period_hint, run_id FROM intake_file
				WHERE state = 'CLAIMED' ORDER BY received_at, file_name, id
				""")
			.query((rs, n) -> new Waiting(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getLong(4),
					StoredTime.toInstant(rs.getObject(5, LocalDateTime.class)), rs.getString(6), rs.getString(7)))
			.list();
	}

	/** Marks a file as read to its end. */
	void markRead(long id, int reports) {
		this.jdbc.sql("UPDATE intake_file SET state = 'READ', reports = reports + :reports WHERE id = :id")
			.param("reports", reports)
			.param("id", id)
			.update();
	}

	/** Counts reports of a file that is not read to its end yet. */
	void countReports(long id, int reports) {
		this.jdbc.sql("UPDATE intake_file SET reports = reports + :reports WHERE id = :id")
			.param("reports", reports)
			.param("id", id)
			.update();
	}

	/** Sets a file aside as unreadable; its bytes stay in the archive. */
	void markUnreadable(long id, String reason) {
		this.jdbc.sql("UPDATE intake_file SET state = 'UNREADABLE', reason = :reason WHERE id = :id")
			.param("reason", (reason.length() <= 500) ? reason : reason.substring(0, 500))
			.param("id", id)
			.update();
	}

	/** Returns whether bytes of that hash have ever come in. */
	public boolean knows(String sha256) {
		return this.archive.has(sha256);
	}

	private static String shorten(String name) {
		return (name.length() <= 255) ? name : name.substring(name.length() - 255);
	}

}
