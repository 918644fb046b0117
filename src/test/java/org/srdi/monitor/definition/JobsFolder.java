package org.srdi.monitor.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the shipped definitions that a test may spoil. */
final class JobsFolder {

	static final String REPORT = "enterprise-monthly";

	private static final Path SHIPPED = Path.of("jobs");

	private static final Path STAND_INS = Path.of("src/test/resources/definition");

	private final Path path;

	private JobsFolder(Path path) {
		this.path = path;
	}

	/**
	 * Copies the shipped files into a folder; indicators and rollups are small ones of
	 * their own, so that tests do not depend on what is shipped.
	 */
	static JobsFolder in(Path folder) {
		JobsFolder jobs = new JobsFolder(folder);
		for (String name : List.of("shared/regions.csv", "shared/industries.csv", "shared/targets.csv",
				"shared/holidays.csv", REPORT + "/form.yaml", REPORT + "/job.yaml", REPORT + "/rules.yaml",
				REPORT + "/expectations.yaml")) {
			jobs.write(name, read(SHIPPED.resolve(name)));
		}
		for (String name : List.of("indicators.yaml", "rollups.yaml")) {
			jobs.write(REPORT + "/" + name, read(STAND_INS.resolve(name)));
		}
		return jobs;
	}

	Path path() {
		return this.path;
	}

	/** Replaces the first occurrence of a text, which must be there. */
	JobsFolder replace(String name, String old, String text) {
		String content = read(this.path.resolve(name));
		if (!content.contains(old)) {
			throw new IllegalArgumentException(name + " does not contain: " + old);
		}
		int start = content.indexOf(old);
		return write(name, content.substring(0, start) + text + content.substring(start + old.length()));
	}

	/** Returns the line, counted from 1, in which a text first stands. */
	int line(String name, String text) {
		String content = read(this.path.resolve(name));
		return content.substring(0, content.indexOf(text)).split("\n", -1).length;
	}

	JobsFolder append(String name, String text) {
		return write(name, read(this.path.resolve(name)) + text);
	}

	JobsFolder write(String name, String content) {
		try {
			Files.createDirectories(this.path.resolve(name).getParent());
			Files.writeString(this.path.resolve(name), content);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	JobsFolder delete(String name) {
		try {
			Files.delete(this.path.resolve(name));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Definitions load() {
		return DefinitionLoader.load(this.path, REPORT);
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
