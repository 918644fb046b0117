package org.srdi.monitor.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder a sample is written to. */
final class SampleFolder {

	private final Path folder;

	SampleFolder(Path folder) {
		this.folder = folder.toAbsolutePath().normalize();
	}

	/**
	 * Makes the folders and removes the reports that an earlier run noted down, and only
	 * these.
	 * @throws IllegalArgumentException if other files lie where reports will be written
	 */
	void prepare() {
		try {
			removeEarlier();
			for (String name : List.of("history", "inbox", "expected")) {
				Files.createDirectories(this.folder.resolve(name));
			}
			refuseStrangers(this.folder.resolve("history"));
			refuseStrangers(this.folder.resolve("inbox"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void removeEarlier() throws IOException {
		Path arrivals = this.folder.resolve("arrivals.csv");
		if (!Files.exists(arrivals)) {
			return;
		}
		try (Stream<String> lines = Files.lines(arrivals, StandardCharsets.UTF_8)) {
			for (String line : (Iterable<String>) lines.skip(1)::iterator) {
				Path file = this.folder.resolve(line.substring(0, Math.max(0, line.lastIndexOf(',')))).normalize();
				if (file.startsWith(this.folder) && Files.isRegularFile(file)) {
					Files.delete(file);
				}
			}
		}
	}

	private static void refuseStrangers(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			files.findFirst().ifPresent((file) -> {
				throw new IllegalArgumentException("A sample is not written over files of others: " + file
						+ " exists and is no part of an earlier sample; choose an empty folder");
			});
		}
	}

}
