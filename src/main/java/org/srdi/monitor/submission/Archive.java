package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps the bytes of every file that came in under the SHA-256 of these bytes, forever.
 */
public final class Archive {

	private final Path root;

	/** Keeps files below that folder, which appears when the first file does. */
	public Archive(Path root) {
		this.root = root;
	}

	/**
	 * Keeps a copy of the file.
	 * @return the SHA-256 of its bytes
	 * @throws UncheckedIOException if it cannot be read or written
	 */
	public String keep(Path file) {
		try {
			Files.createDirectories(this.root);
			Path copy = Files.createTempFile(this.root, "new-", ".part");
			Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
			String sha256 = ContentHash.of(copy);
			Path place = find(sha256);
			Files.createDirectories(this.root.resolve(sha256.substring(0, 2)));
			Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			return sha256;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot archive " + file, ex);
		}
	}

	/** Returns where the bytes of that hash are, or would be. */
	public Path find(String sha256) {
		return this.root.resolve(sha256.substring(0, 2)).resolve(sha256);
	}

	/** Returns whether bytes of that hash are kept. */
	public boolean has(String sha256) {
		return Files.exists(find(sha256));
	}

}
