package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
			Path copy = Files.createTempFile(Files.createDirectories(this.root), "new-", ".part");
			try {
				String sha256 = ContentHash.copy(file, copy);
				move(copy, find(sha256));
				return sha256;
			}
			finally {
				// there is one only if the disk is full, or something else went wrong
				Files.deleteIfExists(copy);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"Cannot archive " + file.getFileName() + " in " + this.root + ": " + ex.getMessage(), ex);
		}
	}

	/** Tries first, as the folder is nearly always there. */
	private static void move(Path copy, Path place) throws IOException {
		try {
			Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (NoSuchFileException ex) {
			Files.createDirectories(place.getParent());
			Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
