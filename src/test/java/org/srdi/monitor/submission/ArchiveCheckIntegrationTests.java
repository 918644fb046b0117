package org.srdi.monitor.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveCheckIntegrationTests {

	private static final LocalDateTime NOW = LocalDateTime.parse("2026-10-29T03:10");

	@TempDir
	private Path folder;

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.emptied());

	@Test
	void findsFilesThatAreGoneOrAreNotWhatCameIn() throws IOException {
		Archive archive = new Archive(this.folder.resolve("archive"));
		String whole = keep(archive, "whole", NOW.minusHours(3));
		String altered = keep(archive, "altered", NOW.minusHours(2));
		String gone = keep(archive, "gone", NOW.minusHours(1));
		String old = keep(archive, "old", NOW.minusDays(3));
		Files.writeString(archive.find(altered), "another");
		Files.delete(archive.find(gone));
		Files.delete(archive.find(old));
		ArchiveCheck check = new ArchiveCheck(this.jdbc, archive);
		assertThat(check.latest(StoredTime.toInstant(NOW.minusDays(2)), 10))
			.isEqualTo(new ArchiveCheck.Result(3, List.of(gone), List.of(altered)));
		assertThat(check.latest(StoredTime.toInstant(NOW.minusDays(2)), 1).missing()).containsExactly(gone);
		assertThat(whole).hasSize(64);
	}

	private String keep(Archive archive, String content, LocalDateTime received) throws IOException {
		Path file = Files.writeString(this.folder.resolve(content), content);
		String hash = archive.keep(file);
		this.jdbc.sql("""
				INSERT INTO intake_file
				  (claim, file_name, channel, sha256, size_bytes, received_at, run_id, period_hint, state)
				VALUES (:claim, 'x.xlsx', 'INBOX', :hash, 1, :at, 'r', '2026-10', 'READ')
				""").param("claim", content).param("hash", hash).param("at", received).update();
		return hash;
	}

}
