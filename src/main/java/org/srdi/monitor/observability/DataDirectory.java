package org.srdi.monitor.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The data directory, as far as it can be filled. */
final class DataDirectory {

	private final Path folder;

	DataDirectory(Path folder) {
		this.folder = folder.toAbsolutePath();
	}

	Path folder() {
		return this.folder;
	}

	/** Returns what is free for this program, in bytes. */
	long freeBytes() {
		try {
			return Files.getFileStore(this.folder).getUsableSpace();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot tell the free space of " + this.folder, ex);
		}
	}

	/**
	 * Writes a small file and removes it again: permissions alone do not tell of a full
	 * disk or one that has become read-only.
	 * @throws IOException if that cannot be done
	 */
	void tryToWrite() throws IOException {
		Path probe = Files.createTempFile(this.folder, ".probe", null);
		try {
			Files.writeString(probe, "srdi-monitor");
		}
		finally {
			Files.deleteIfExists(probe);
		}
	}

}
