package org.srdi.monitor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import javax.sql.DataSource;

import picocli.CommandLine;

import org.srdi.bench.NaiveImport;
import org.srdi.bench.Options;
import org.srdi.monitor.batch.RunOutcome;
import org.srdi.monitor.batch.Runs;
import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.register.RegisterImport;
import org.srdi.monitor.sample.SampleProvince;
import org.srdi.monitor.sample.SampleRequest;

/**
 * Times what becomes of form workbooks from the inbox to the tables: month after month of
 * a sample province is taken in by one application, beside an importer that goes file by
 * file.
 */
public final class IntakeBench {

	/**
	 * The month that warms up; every round is a month after, of the same year, so that
	 * the books of the firms are the same.
	 */
	private static final ReportingPeriod FIRST = ReportingPeriod.of(2026, 2);

	private static final int MOST_ROUNDS = 10;

	/** Until then the JVM still compiles more than it runs. */
	private static final int WARM_UP = 6;

	/** Everything is on time enough and nothing in the future. */
	private static final String AS_OF = "2028-01-01T00:00+08:00";

	private static final long SEED = 20261028;

	private final Options options;

	private final PrintStream out;

	private IntakeBench(Options options, PrintStream out) {
		this.options = options;
		this.out = out;
	}

	/** Runs the rounds that warm up and those that count. */
	public static void run(Options options, PrintStream out) throws IOException, SQLException {
		new IntakeBench(options, out).run();
	}

	private void run() throws IOException, SQLException {
		Path work = this.options.work().resolve("intake");
		delete(work);
		Files.createDirectories(work);
		useDatabase();
		List<Round> counted = new ArrayList<>();
		try (Application application = Application.start(settings(work.resolve("data")));
				NaiveImport importer = NaiveImport.open(this.options.url(), work)) {
			int rounds = Math.min(WARM_UP + this.options.rounds(), MOST_ROUNDS);
			for (int round = 0; round < rounds; round++) {
				Path month = generate(FIRST.plus(round));
				if (round == 0) {
					application.get(RegisterImport.class).run(month.resolve("register.xlsx"));
				}
				Path inbox = drop(month.resolve("inbox"), work.resolve("inbox"));
				NaiveImport.Rate wideRow = importer.rate(month.resolve("inbox"), false);
				NaiveImport.Rate rowPerFigure = importer.rate(month.resolve("inbox"), true);
				Rates ours = ingest(application, inbox, round);
				if (round >= WARM_UP) {
					counted.add(new Round(wideRow.imported(), rowPerFigure.imported(), wideRow.read(), ours));
				}
			}
		}
		double wideRow = median(counted, Round::wideRow);
		double rowPerFigure = median(counted, Round::rowPerFigure);
		double reading = median(counted, Round::reading);
		this.out.printf("%nmedians of %d rounds, in reports/s%n", counted.size());
		this.out.printf("naive importer: a wide row %,.0f, a row per figure %,.0f, its reading alone %,.0f%n", wideRow,
				rowPerFigure, reading);
		print("parse, check and store", median(counted, (round) -> round.ours().core()), wideRow, rowPerFigure, reading);
		print("from inbox to answers", median(counted, (round) -> round.ours().all()), wideRow, rowPerFigure, reading);
	}

	private void print(String what, double rate, double wideRow, double rowPerFigure, double reading) {
		this.out.printf("srdi-monitor, %s: %,.0f, %.1fx, %.1fx and %.1fx as fast%n", what, rate, rate / wideRow,
				rate / rowPerFigure, rate / reading);
	}

	/**
	 * What a round measured, in reports per second.
	 *
	 * @param wideRow the naive importer with a row per report
	 * @param rowPerFigure the naive importer with a row per figure
	 * @param reading the first without its storing
	 * @param ours this system
	 */
	private record Round(double wideRow, double rowPerFigure, double reading, Rates ours) {

	}

	/**
	 * Reports per second.
	 *
	 * @param all from the inbox to the answers
	 * @param core from the archived bytes to the tables
	 */
	private record Rates(double all, double core) {

	}

	/** Notes when steps begin: the first does so once all files are archived. */
	private static final class Watch implements Progress {

		private final Map<String, Long> begun = new HashMap<>();

		@Override
		public void begin(String step, long total) {
			this.begun.put(step, System.nanoTime());
		}

		@Override
		public void advance(long items) {
		}

		@Override
		public void end(String step) {
		}

		private double secondsBetween(String from, String to) {
			return (this.begun.get(to) - this.begun.get(from)) / 1e9;
		}

	}

	private Settings settings(Path dataDir) {
		Settings settings = new Settings();
		new CommandLine(settings).parseArgs("--data-dir", dataDir.toString(), "--as-of", AS_OF);
		return settings;
	}

	private void useDatabase() {
		if (!this.options.url().isEmpty()) {
			System.setProperty("spring.datasource.url", this.options.url());
		}
		if (this.options.url().startsWith("jdbc:mysql:") && System.getenv("SPRING_PROFILES_ACTIVE") == null) {
			System.setProperty("spring.profiles.active", "mysql");
			System.setProperty("spring.config.additional-location", Path.of("ops/config").toUri().toString());
		}
	}

	/** Makes the files of a month once per work folder. */
	private Path generate(ReportingPeriod month) {
		Path folder = this.options.work().resolve("intake-" + this.options.files()).resolve(month.toString());
		if (Files.exists(folder.resolve("inbox"))) {
			return folder;
		}
		Definitions definitions = DefinitionLoader.loadUsual(null);
		new SampleProvince(definitions.form(), definitions.regions())
			.generate(new SampleRequest(this.options.files(), month.previous(), month, SEED, folder), (done) -> {
			});
		return folder;
	}

	/** Links the files into an inbox, from which they go. */
	private static Path drop(Path files, Path inbox) throws IOException {
		Files.createDirectories(inbox);
		try (Stream<Path> all = Files.list(files)) {
			for (Path file : all.toList()) {
				Files.createLink(inbox.resolve(file.getFileName()), file);
			}
		}
		return inbox;
	}

	private Rates ingest(Application application, Path inbox, int round) throws SQLException {
		long start = System.nanoTime();
		Watch watch = new Watch();
		RunOutcome outcome = application.get(Runs.class).ingest(inbox, watch);
		double seconds = (System.nanoTime() - start) / 1e9;
		double core = watch.secondsBetween("ingest-reports", "answer-reports");
		int files = outcome.tally().filesIn();
		this.out.printf("%s %s: %s%n  %,.0f reports/s, %,.0f/s from archive to tables, %.2f s:",
				(round < WARM_UP) ? "warm-up" : "round", round, outcome.tally(), files / seconds, files / core,
				seconds);
		double steps = 0;
		for (Map.Entry<String, Double> step : steps(application.get(DataSource.class)).entrySet()) {
			this.out.printf(" %s %.0f %%,", step.getKey(), 100 * step.getValue() / seconds);
			steps += step.getValue();
		}
		this.out.printf(" before and between %.0f %%%n", 100 * (seconds - steps) / seconds);
		return new Rates(files / seconds, files / core);
	}

	/** Returns how long the steps of the last run took, in s. */
	private static Map<String, Double> steps(DataSource database) throws SQLException {
		Map<String, Double> steps = new LinkedHashMap<>();
		try (Connection connection = database.getConnection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("""
						SELECT step_name, start_time, end_time FROM BATCH_STEP_EXECUTION
						WHERE job_execution_id = (SELECT MAX(job_execution_id) FROM BATCH_JOB_EXECUTION)
						ORDER BY step_execution_id
						""")) {
			while (rows.next()) {
				Timestamp start = rows.getTimestamp(2);
				Timestamp end = rows.getTimestamp(3);
				steps.merge(rows.getString(1), Duration.between(start.toInstant(), end.toInstant()).toMillis() / 1e3,
						Double::sum);
			}
		}
		return steps;
	}

	private static double median(List<Round> rounds, ToDoubleFunction<Round> rate) {
		return rounds.stream().mapToDouble(rate).sorted().skip(rounds.size() / 2).findFirst().orElse(Double.NaN);
	}

	private static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
