package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes every arrival beside the bytes, before the database hears of it: one file a
 * month, one line of JSON an arrival. A database that was restored from a backup learns
 * from it what has come in since.
 */
final class ArrivalJournal {

	private static final String SUFFIX = ".jsonl";

	private final Path folder;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.builder().build();

	ArrivalJournal(Path folder, Clock clock) {
		this.folder = folder;
		this.clock = clock;
	}

	/**
	 * Appends arrivals, so that they are on the disk when this returns. One that is noted
	 * twice, because a run broke off, does no harm.
	 * @throws UncheckedIOException if the file cannot be written
	 */
	void add(List<Arrival> arrivals) {
		StringBuilder lines = new StringBuilder();
		// begins a line of its own, whatever a broken write has left before
		arrivals.forEach((arrival) -> lines.append('\n').append(this.json.writeValueAsString(arrival)));
		Path file = this.folder.resolve(YearMonth.now(this.clock) + SUFFIX);
		try {
			Files.createDirectories(this.folder);
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
				ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.append('\n').toString());
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(false);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot note arrivals in " + file, ex);
		}
	}

	/** Returns the files of the journal from a month on, the first month first. */
	List<Path> files(YearMonth from) {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> all = Files.list(this.folder)) {
			return all.filter((file) -> file.getFileName().toString().endsWith(SUFFIX))
				.filter((file) -> file.getFileName().toString().compareTo(from + SUFFIX) >= 0)
				.sorted(Comparator.comparing(Path::getFileName))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + this.folder, ex);
		}
	}

	/** Returns the arrivals of a file; what is left of a broken write is passed over. */
	List<Arrival> read(Path file) {
		List<Arrival> arrivals = new ArrayList<>();
		try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
			lines.forEach((line) -> parse(line).ifPresent(arrivals::add));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + file, ex);
		}
		return arrivals;
	}

	private Optional<Arrival> parse(String line) {
		if (line.isBlank()) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.json.readValue(line, Arrival.class));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

}
