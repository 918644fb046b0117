package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import org.jspecify.annotations.Nullable;

/** The options that every command has. */
final class Settings {

	@Option(names = "--data-dir", paramLabel = "DIR", defaultValue = "${env:SRDI_DATA_DIR:-./var}")
	private Path dataDir = Path.of("./var");

	@Option(names = "--jobs-dir", paramLabel = "DIR")
	private @Nullable Path jobsDir;

	@Option(names = "--as-of", paramLabel = "INSTANT", converter = InstantConverter.class)
	private @Nullable Instant asOf;

	/** Read before the commands are known, see {@link Main}; here for the help. */
	@SuppressWarnings("UnusedVariable")
	@Option(names = "--lang", paramLabel = "zh|en")
	private @Nullable String language;

	/** Picocli answers it. */
	@SuppressWarnings("UnusedVariable")
	@Option(names = { "-h", "--help" }, usageHelp = true)
	private boolean help;

	/**
	 * Returns the folder of the definitions that was asked for; null for the usual one.
	 */
	@Nullable Path jobsDir() {
		String environment = System.getenv("SRDI_JOBS_DIR");
		return (this.jobsDir == null && environment != null) ? Path.of(environment) : this.jobsDir;
	}

	/** Lets the business clock stand at an instant, unless the user set it already. */
	void asOfUnlessSet(Instant instant) {
		if (this.asOf == null) {
			this.asOf = instant;
		}
	}

	/**
	 * Returns the settings as the application takes them; the log needs them first of
	 * all.
	 */
	String[] arguments() {
		List<String> arguments = new ArrayList<>();
		// H2 wants no relative path
		arguments.add("--srdi.data-dir=" + this.dataDir.toAbsolutePath().normalize());
		Path jobs = jobsDir();
		if (jobs != null) {
			arguments.add("--srdi.jobs-dir=" + jobs);
		}
		if (this.asOf != null) {
			arguments.add("--srdi.as-of=" + this.asOf);
		}
		return arguments.toArray(String[]::new);
	}

	/** Reads {@code 2026-10-29T00:30+08:00}, and 24:00 as the end of the day. */
	static final class InstantConverter implements ITypeConverter<Instant> {

		private static final DateTimeFormatter FORMAT = DateTimeFormatter.ISO_OFFSET_DATE_TIME
			.withResolverStyle(ResolverStyle.SMART);

		@Override
		public Instant convert(String text) {
			try {
				return OffsetDateTime.parse(text, FORMAT).toInstant();
			}
			catch (RuntimeException ex) {
				throw new TypeConversionException(text);
			}
		}

	}

}
