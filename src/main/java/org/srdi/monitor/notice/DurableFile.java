package org.srdi.monitor.notice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files so that they are there as a whole or not at all, also after a power cut.
 */
final class DurableFile {

	private DurableFile() {
	}

	/** Writes a file in place of any that is there. */
	static void write(Path file, Content content) throws IOException {
		Path folder = Files.createDirectories(folder(file));
		Path part = Files.createTempFile(folder, ".new-", ".part");
		try {
			try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
					OutputStream out = Channels.newOutputStream(channel)) {
				content.writeTo(out);
				channel.force(true);
			}
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(part);
		}
		force(folder);
	}

	private static Path folder(Path file) throws IOException {
		Path folder = file.getParent();
		if (folder == null) {
			throw new NoSuchFileException(file.toString());
		}
		return folder;
	}

	/** The new name lasts only once the folder does; Windows opens no folders. */
	private static void force(Path folder) {
		try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
			channel.force(true);
		}
		catch (IOException ex) {
			// the file itself is safe
		}
	}

	/** What a file is to hold. */
	@FunctionalInterface
	interface Content {

		void writeTo(OutputStream out) throws IOException;

	}

}
