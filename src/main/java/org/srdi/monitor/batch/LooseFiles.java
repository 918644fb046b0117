package org.srdi.monitor.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.submission.LiveFolder;

/**
 * Files in the data directory that belong to nothing: parts of files whose writer died,
 * and attachments that no notice names. Whole files of the archive, answers, rollups and
 * marks of what was sent are never among them.
 */
final class LooseFiles {

	private static final String PART = ".part";

	private static final List<String> FOLDERS = List.of("archive", "answers", "out", "outbox");

	private final JdbcClient jdbc;

	private final Path dataDir;

	LooseFiles(JdbcClient jdbc, Path dataDir) {
		this.jdbc = jdbc;
		this.dataDir = dataDir;
	}

	/** Returns the parts of files that were written last before an instant. */
	List<Path> parts(Instant before) {
		return FOLDERS.stream()
			.map(this.dataDir::resolve)
			.flatMap((folder) -> files(folder, before).stream())
			.filter((file) -> file.getFileName().toString().endsWith(PART))
			.toList();
	}

	/** Returns the attachments that no notice names, written last before an instant. */
	List<Path> attachments(Instant before) {
		return files(this.dataDir.resolve("outbox").resolve("files"), before).stream()
			.filter((file) -> !file.getFileName().toString().endsWith(PART))
			.filter((file) -> !isNamed(file))
			.toList();
	}

	private boolean isNamed(Path file) {
		String path = this.dataDir.relativize(file).toString().replace('\\', '/');
		return this.jdbc.sql("SELECT COUNT(*) FROM notice_attachment WHERE path = :path")
			.param("path", path)
			.query(Integer.class)
			.single() > 0;
	}

	private static List<Path> files(Path folder, Instant before) {
		try {
			return LiveFolder.files(folder, Integer.MAX_VALUE)
				.entrySet()
				.stream()
				.filter((file) -> file.getValue().lastModifiedTime().toInstant().isBefore(before))
				.map(Map.Entry::getKey)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder '" + folder + "' cannot be read", ex);
		}
	}

	static void delete(List<Path> files) {
		for (Path file : files) {
			try {
				Files.deleteIfExists(file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The file '" + file + "' cannot be deleted", ex);
			}
		}
	}

}
