package org.srdi.monitor.notice;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps the bytes of attachments under their SHA-256, so that what is sent is what was
 * meant, and sends nothing else.
 */
final class AttachmentFiles {

	private final Path dataDir;

	AttachmentFiles(Path dataDir) {
		this.dataDir = dataDir;
	}

	/**
	 * The bytes of an attachment.
	 *
	 * @param sha256 their SHA-256
	 * @param size how many they are
	 * @param path where they are kept, below the data directory
	 */
	record Kept(String sha256, long size, String path) {

	}

	/**
	 * Keeps a copy of a file.
	 * @throws UncheckedIOException if it cannot be read, or the copy not be written
	 */
	Kept keep(Path file) {
		try {
			String sha256 = Sha256.copy(file, OutputStream.nullOutputStream());
			String path = "outbox/files/" + sha256.substring(0, 2) + "/" + sha256;
			Path copy = this.dataDir.resolve(path);
			if (!Files.exists(copy) || Files.size(copy) != Files.size(file)) {
				DurableFile.write(copy, (out) -> copyOnly(file, sha256, out));
			}
			return new Kept(sha256, Files.size(copy), path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The attachment '" + file + "' cannot be kept", ex);
		}
	}

	private static void copyOnly(Path file, String sha256, OutputStream out) throws IOException {
		if (!Sha256.copy(file, out).equals(sha256)) {
			throw new IOException("'" + file + "' was changed while it was read");
		}
	}

	/**
	 * Returns where the bytes are.
	 * @throws UndeliveredException if they are gone or others than they were
	 */
	Path find(Kept kept) throws UndeliveredException {
		Path copy = this.dataDir.resolve(kept.path());
		try {
			if (Sha256.copy(copy, OutputStream.nullOutputStream()).equals(kept.sha256())) {
				return copy;
			}
		}
		catch (IOException ex) {
			throw new UndeliveredException(UndeliveredException.Outlook.LATER, "attachment", kept.path(), ex);
		}
		throw new UndeliveredException(UndeliveredException.Outlook.LATER, "attachment", kept.path(), null);
	}

}
