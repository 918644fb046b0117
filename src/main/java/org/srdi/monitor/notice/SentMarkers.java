package org.srdi.monitor.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * Remembers on disk which letters went out, because the database may forget: the process
 * may die before it notes it, and an older backup knows nothing of it.
 */
final class SentMarkers {

	private final Path folder;

	SentMarkers(Path folder) {
		this.folder = folder;
	}

	/**
	 * A letter that went out.
	 *
	 * @param at when
	 * @param hash the SHA-256 of what it told
	 */
	record Marker(Instant at, String hash) {

	}

	/** Notes that a letter went out. */
	void write(Letter letter, Instant at) throws IOException {
		String content = at + "\n" + letter.hash() + "\n" + letter.notice().key() + "\n";
		DurableFile.write(place(letter), (out) -> out.write(content.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Returns when a letter went out, empty if it did not.
	 * @throws IOException if the markers cannot be read, so that nobody knows
	 */
	Optional<Marker> find(Letter letter) throws IOException {
		try {
			List<String> lines = Files.readAllLines(place(letter));
			return Optional.of(new Marker(Instant.parse(lines.get(0)), lines.get(1)));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (DateTimeParseException | IndexOutOfBoundsException ex) {
			throw new IOException("The marker '" + place(letter) + "' is unreadable", ex);
		}
	}

	private Path place(Letter letter) {
		String identity = letter.identity();
		return this.folder.resolve(identity.substring(0, 2)).resolve(identity);
	}

}
