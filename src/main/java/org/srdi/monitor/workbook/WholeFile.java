package org.srdi.monitor.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files that are either whole or not there. */
public final class WholeFile {

	private static final int BUFFER = 1 << 16;

	private WholeFile() {
	}

	/**
	 * Writes beside the file, then renames.
	 * @throws UncheckedIOException if the file cannot be written
	 */
	public static void write(Path file, Body body) {
		Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
		try {
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
				body.writeTo(out);
			}
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write '" + file + "': " + ex.getMessage(), ex);
		}
		finally {
			part.toFile().delete();
		}
	}

	/** What is written. */
	public interface Body {

		/** Writes it all, and leaves the stream open. */
		void writeTo(OutputStream out) throws IOException;

	}

}
