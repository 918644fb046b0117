package org.srdi.monitor.definition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.srdi.monitor.definition.reading.JobsReader;

/**
 * The shipped form, rules and schedule with small indicators and rollups of the tests'
 * own.
 */
public final class ShippedDefinitions {

	private ShippedDefinitions() {
	}

	public static Definitions load() {
		return JobsReader.read(ShippedDefinitions::open, "jobs", JobsFolder.REPORT);
	}

	/** Loads them with one text of {@code job.yaml} replaced. */
	public static Definitions loadWithJob(String old, String text) {
		return JobsReader.read((name) -> name.endsWith("job.yaml") ? replaced(name, old, text) : open(name), "jobs",
				JobsFolder.REPORT);
	}

	/**
	 * Loads them with the values of some keys of {@code job.yaml} replaced, each the
	 * first of its name.
	 */
	public static Definitions loadWithValues(Map<String, String> values) {
		return JobsReader.read((name) -> name.endsWith("job.yaml") ? withValues(name, values) : open(name), "jobs",
				JobsFolder.REPORT);
	}

	private static InputStream withValues(String name, Map<String, String> values) throws IOException {
		String content = Files.readString(Path.of("jobs", name));
		for (Map.Entry<String, String> value : values.entrySet()) {
			Matcher line = Pattern.compile("(?m)^( *" + value.getKey() + ": ).*$").matcher(content);
			if (!line.find()) {
				throw new IllegalArgumentException(name + " does not contain: " + value.getKey());
			}
			content = line.replaceFirst("$1" + value.getValue());
		}
		return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
	}

	private static InputStream replaced(String name, String old, String text) throws IOException {
		String content = Files.readString(Path.of("jobs", name));
		if (!content.contains(old)) {
			throw new IllegalArgumentException(name + " does not contain: " + old);
		}
		return new ByteArrayInputStream(content.replace(old, text).getBytes(StandardCharsets.UTF_8));
	}

	private static InputStream open(String name) throws IOException {
		boolean standIn = name.endsWith("/indicators.yaml") || name.endsWith("/rollups.yaml");
		Path path = standIn ? Path.of("src/test/resources/definition").resolve(Path.of(name).getFileName())
				: Path.of("jobs", name);
		return Files.newInputStream(path);
	}

}
