package org.srdi.monitor.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.UUID;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.definition.RollupDefinition.Every;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/** Publishes the rollups of a month and keeps a record of what was published. */
public final class Publications {

	private static final String RECORD = """
			INSERT INTO publication (period, revision, rollup, file_name, sha256, published_at)
			VALUES (:period, :revision, :rollup, :file, :sha256, :at)
			ON DUPLICATE KEY UPDATE file_name = VALUES(file_name), sha256 = VALUES(sha256)
			""";

	private static final String PUBLISHED_AT = """
			SELECT published_at
			FROM publication
			WHERE period = :period AND revision = :revision AND rollup = :rollup
			""";

	private static final String LATEST = """
			SELECT file_name
			FROM publication
			WHERE period = :period AND rollup = :rollup
			ORDER BY revision DESC
			""";

	private final JdbcClient jdbc;

	private final Definitions definitions;

	private final Headlines headlines;

	private final RollupWorkbook workbook;

	private final Clock clock;

	Publications(JdbcClient jdbc, Definitions definitions, Headlines headlines, RollupWorkbook workbook, Clock clock) {
		this.jdbc = jdbc;
		this.definitions = definitions;
		this.headlines = headlines;
		this.workbook = workbook;
		this.clock = clock;
	}

	/**
	 * Publishes the rollups of a month in Chinese.
	 * @see #publish(ReportingPeriod, int, Path, Locale)
	 */
	public Published publish(ReportingPeriod period, int revision, Path outDir) {
		return publish(period, revision, outDir, Locale.CHINESE);
	}

	/**
	 * Publishes the monthly rollups of a month. Publishing the same revision again writes
	 * the same file, with the time of its first publication.
	 * @param revision counts from 1; later ones have it in their file names
	 * @param outDir the folder to write to, created if need be
	 * @param locale English, or Chinese for any other
	 * @return the first rollup of {@code rollups.yaml}, the main one
	 * @throws UncheckedIOException if a file cannot be written
	 */
	public Published publish(ReportingPeriod period, int revision, Path outDir, Locale locale) {
		return publish(Every.MONTH, period, revision, outDir, locale).get(0);
	}

	/**
	 * Publishes in Chinese what is published at the end of a quarter.
	 * @param period the last month of the quarter
	 * @return what was published, in the order of {@code rollups.yaml}
	 * @throws UncheckedIOException if a file cannot be written
	 */
	public List<Published> publishQuarter(ReportingPeriod period, int revision, Path outDir) {
		return publish(Every.QUARTER, period, revision, outDir, Locale.CHINESE);
	}

	private List<Published> publish(Every every, ReportingPeriod period, int revision, Path outDir, Locale locale) {
		create(outDir);
		return rollups(every).map((rollup) -> publish(new Issue(rollup, period, revision, locale), outDir)).toList();
	}

	/** Returns whether anything is published that often. */
	public boolean has(Every every) {
		return rollups(every).findAny().isPresent();
	}

	private Stream<RollupDefinition> rollups(Every every) {
		return this.definitions.rollups().stream().filter((rollup) -> rollup.every() == every);
	}

	private static void create(Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder '" + folder + "' cannot be created", ex);
		}
	}

	private Published publish(Issue issue, Path outDir) {
		Path file = outDir.resolve(issue.fileName());
		Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
		try {
			return publish(issue, draft, file);
		}
		finally {
			draft.toFile().delete();
		}
	}

	private Published publish(Issue issue, Path draft, Path file) {
		LocalDateTime publishedAt = publishedAt(issue);
		this.workbook.write(issue, publishedAt, headline(issue.period()), draft);
		String sha256 = Digest.of(draft);
		this.jdbc.sql(RECORD)
			.param("period", issue.period().toString())
			.param("revision", issue.revision())
			.param("rollup", issue.code())
			.param("file", issue.fileName())
			.param("sha256", sha256)
			.param("at", publishedAt)
			.update();
		place(draft, file);
		return new Published(file, sha256, publishedAt);
	}

	/**
	 * Gives a file its name, if whoever watches over the transaction does not object:
	 * what is recorded can be rolled back, the file of another cannot be had back.
	 */
	private static void place(Path draft, Path file) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationUtils.triggerFlush();
		}
		try {
			Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file '" + file + "' cannot be written: " + ex.getMessage(), ex);
		}
	}

	private LocalDateTime publishedAt(Issue issue) {
		return this.jdbc.sql(PUBLISHED_AT)
			.param("period", issue.period().toString())
			.param("revision", issue.revision())
			.param("rollup", issue.code())
			.query(LocalDateTime.class)
			.optional()
			.orElseGet(this::now);
	}

	private LocalDateTime now() {
		return LocalDateTime.ofInstant(this.clock.instant(), this.definitions.job().calendar().zone())
			.truncatedTo(ChronoUnit.SECONDS);
	}

	/**
	 * Returns the workbook of the latest revision of a month that lies in a folder, empty
	 * if there is none.
	 */
	public Optional<Path> latest(ReportingPeriod period, Path outDir) {
		return latest(Every.MONTH, period, outDir);
	}

	/**
	 * Returns the first workbook of that kind in the latest revision that lies in a
	 * folder, empty if there is none.
	 * @param period the month, the last one of a quarter
	 */
	public Optional<Path> latest(Every every, ReportingPeriod period, Path outDir) {
		return rollups(every).findFirst().flatMap((rollup) -> latest(rollup, period, outDir));
	}

	private Optional<Path> latest(RollupDefinition rollup, ReportingPeriod period, Path outDir) {
		return this.jdbc.sql(LATEST)
			.param("period", period.toString())
			.param("rollup", rollup.code())
			.query(String.class)
			.list()
			.stream()
			.map(outDir::resolve)
			.filter(Files::isRegularFile)
			.findFirst();
	}

	/**
	 * Returns whether publishing a month again would give other files than its latest
	 * revision, by writing that revision once more beside it; also if it was never
	 * published.
	 */
	public boolean isStale(Every every, ReportingPeriod period) {
		return rollups(every).anyMatch((rollup) -> isStale(rollup, period));
	}

	private boolean isStale(RollupDefinition rollup, ReportingPeriod period) {
		return this.jdbc.sql("""
				SELECT revision, published_at, sha256
				FROM publication
				WHERE period = :period AND rollup = :rollup
				ORDER BY revision DESC
				LIMIT 1
				""")
			.param("period", period.toString())
			.param("rollup", rollup.code())
			.query((row, number) -> new Latest(row.getInt("revision"),
					row.getObject("published_at", LocalDateTime.class), row.getString("sha256")))
			.optional()
			.map((latest) -> !latest.sha256().equals(write(rollup, period, latest)))
			.orElse(true);
	}

	/** Returns the SHA-256 a file would have. */
	private String write(RollupDefinition rollup, ReportingPeriod period, Latest latest) {
		try {
			Path file = Files.createTempFile("rollup-", ".xlsx");
			try {
				this.workbook.write(new Issue(rollup, period, latest.revision(), Locale.CHINESE), latest.publishedAt(),
						headline(period), file);
				return Digest.of(file);
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No file can be written to the folder for temporary files", ex);
		}
	}

	/** The latest revision of a rollup. */
	private record Latest(int revision, LocalDateTime publishedAt, String sha256) {

	}

	/**
	 * Returns what was published of a month as that revision, by the code of the rollup.
	 */
	public List<Recorded> published(Every every, ReportingPeriod period, int revision) {
		List<String> codes = rollups(every).map(RollupDefinition::code).toList();
		return this.jdbc.sql("""
				SELECT rollup, file_name, sha256
				FROM publication
				WHERE period = :period AND revision = :revision
				ORDER BY rollup
				""")
			.param("period", period.toString())
			.param("revision", revision)
			.query((row, number) -> new Recorded(row.getString("rollup"), row.getString("file_name"),
					row.getString("sha256")))
			.list()
			.stream()
			.filter((one) -> codes.stream()
				.anyMatch((code) -> one.rollup().equals(code) || one.rollup().equals(code + "-en")))
			.toList();
	}

	/** Returns the few figures of a month that everybody asks for first. */
	public Headline headline(ReportingPeriod period) {
		return this.headlines.of(period);
	}

	/**
	 * What was published.
	 *
	 * @param file the workbook
	 * @param sha256 the SHA-256 of its bytes, in hex
	 * @param at when it was first published, in Shanghai time
	 */
	public record Published(Path file, String sha256, LocalDateTime at) {

	}

	/**
	 * What the record says of a published file.
	 *
	 * @param rollup the code of the rollup, with -en for the English one
	 * @param fileName its file
	 * @param sha256 the SHA-256 of its bytes, in hex
	 */
	public record Recorded(String rollup, String fileName, String sha256) {

	}

	/** A rollup of a month in a language. */
	record Issue(RollupDefinition rollup, ReportingPeriod period, int revision, Locale locale) {

		String code() {
			return this.rollup.code() + (isEnglish() ? "-en" : "");
		}

		String fileName() {
			String name = this.rollup.fileName()
				.replace("{period}", this.period.toString())
				.replace("{quarter}", this.period.year() + "Q" + (this.period.months() + 2) / 3);
			String suffix = ((this.revision > 1) ? "_r" + this.revision : "") + (isEnglish() ? "_en" : "");
			int dot = name.lastIndexOf('.');
			return (dot < 0) ? name + suffix : name.substring(0, dot) + suffix + name.substring(dot);
		}

		private boolean isEnglish() {
			return "en".equals(this.locale.getLanguage());
		}

	}

}
