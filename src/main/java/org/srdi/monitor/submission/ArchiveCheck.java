package org.srdi.monitor.submission;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.StoredTime;

/** Looks whether the archive still holds the bytes it was given. */
public final class ArchiveCheck {

	private final JdbcClient jdbc;

	private final Archive archive;

	ArchiveCheck(JdbcClient jdbc, Archive archive) {
		this.jdbc = jdbc;
		this.archive = archive;
	}

	/**
	 * What was looked at.
	 *
	 * @param files how many files
	 * @param missing the hashes of those that are not there
	 * @param altered the hashes of those whose bytes are others
	 */
	public record Result(int files, List<String> missing, List<String> altered) {

	}

	/**
	 * Reads the latest files that came in after an instant.
	 * @param limit how many at most
	 * @throws UncheckedIOException if one is there but cannot be read
	 */
	public Result latest(Instant after, int limit) {
		List<String> hashes = this.jdbc.sql("""
				SELECT DISTINCT sha256 FROM (
					SELECT sha256 FROM intake_file
					WHERE state IN ('READ', 'UNREADABLE') AND received_at > :after
					ORDER BY received_at DESC, id DESC LIMIT :limit) latest
				""").param("after", StoredTime.of(after)).param("limit", limit).query(String.class).list();
		List<String> missing = hashes.stream().filter((hash) -> !this.archive.has(hash)).toList();
		List<String> altered = hashes.stream()
			.filter((hash) -> this.archive.has(hash) && !hash.equals(ContentHash.of(this.archive.find(hash))))
			.toList();
		return new Result(hashes.size(), missing, altered);
	}

}
