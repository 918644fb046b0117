package org.srdi.monitor.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.srdi.monitor.batch.RunOutcome;
import org.srdi.monitor.batch.Runs;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.publication.Headline;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.register.ImportResult;
import org.srdi.monitor.register.RegisterImport;
import org.srdi.monitor.submission.ContentHash;
import org.srdi.monitor.submission.IntakeFiles;
import org.srdi.monitor.submission.SubmissionProperties;

/**
 * Shows a month of the sample province: what a transfer server would leave, copied in.
 */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

	private static final ReportingPeriod PERIOD = ReportingPeriod.of(2026, 10);

	private static final Instant AS_OF = OffsetDateTime.parse("2026-10-29T00:30+08:00").toInstant();

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--sample", paramLabel = "DIR", defaultValue = "sample-data", descriptionKey = "demo.sample")
	private Path sample = Path.of("sample-data");

	DemoCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws IOException {
		InputFiles.folder(this.console, this.sample);
		this.settings.asOfUnlessSet(AS_OF);
		try (Application application = Application.start(this.settings)) {
			this.console.say("demo.welcome");
			int code = prepare(application);
			return (code != ExitCode.DONE) ? code : run(application);
		}
	}

	private int prepare(Application application) {
		ImportResult register = application.get(RegisterImport.class).run(this.sample.resolve("register.xlsx"));
		int code = RegisterCommand.report(this.console, register);
		if (code == ExitCode.DONE) {
			code = PlanCommand.run(this.console, application, this.sample.resolve("plans.xlsx"));
		}
		// generated samples have no contacts
		Path contacts = this.sample.resolve("contacts.csv");
		return (code == ExitCode.DONE && Files.exists(contacts))
				? ContactsCommand.run(this.console, application, contacts) : code;
	}

	private int run(Application application) throws IOException {
		SubmissionProperties properties = application.get(SubmissionProperties.class);
		IntakeFiles known = application.get(IntakeFiles.class);
		Map<String, Instant> arrivals = arrivals();
		Path history = properties.dataDir().resolve("history");
		int months = copy("history", history, arrivals, known);
		if (months > 0) {
			this.console.say("demo.history", months);
			RunOutcome loaded = application.get(Runs.class).ingest(history, new ConsoleProgress(this.console));
			int code = IngestCommand.report(this.console, loaded, history);
			if (code != ExitCode.DONE && code != ExitCode.DONE_WITH_FAULTS) {
				return code;
			}
		}
		int files = copy("inbox", properties.inbox(), arrivals, known);
		this.console.say("demo.inbox", files, PERIOD);
		RunOutcome outcome = application.get(Runs.class)
			.month(PERIOD, properties.inbox(), properties.out(), new ConsoleProgress(this.console));
		Headline headline = application.get(Publications.class).headline(PERIOD);
		int code = RunCommand.report(this.console, outcome, headline);
		Mailing.finish(this.console, application);
		// the faults are part of the show
		return (code == ExitCode.DONE_WITH_FAULTS) ? ExitCode.DONE : code;
	}

	private Map<String, Instant> arrivals() throws IOException {
		Map<String, Instant> arrivals = new LinkedHashMap<>();
		CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
		try (Reader reader = Files.newBufferedReader(this.sample.resolve("arrivals.csv"))) {
			for (CSVRecord row : format.parse(reader)) {
				arrivals.put(row.get("file"), OffsetDateTime.parse(row.get("arrived_at")).toInstant());
			}
		}
		return arrivals;
	}

	/**
	 * Copies what never came in before, with the time it arrives; returns how many files.
	 */
	private int copy(String folder, Path target, Map<String, Instant> arrivals, IntakeFiles known) throws IOException {
		Map<Path, Instant> fresh = new LinkedHashMap<>();
		for (Map.Entry<String, Instant> arrival : arrivals.entrySet()) {
			Path file = this.sample.resolve(arrival.getKey());
			if (arrival.getKey().startsWith(folder + "/") && !known.knows(ContentHash.of(file))) {
				fresh.put(file, arrival.getValue());
			}
		}
		Files.createDirectories(target);
		for (Map.Entry<Path, Instant> arrival : fresh.entrySet()) {
			Path part = target.resolve(arrival.getKey().getFileName() + ".part");
			Files.copy(arrival.getKey(), part, StandardCopyOption.REPLACE_EXISTING);
			Files.setLastModifiedTime(part, FileTime.from(arrival.getValue()));
			Files.move(part, target.resolve(arrival.getKey().getFileName()), StandardCopyOption.REPLACE_EXISTING);
		}
		return fresh.size();
	}

}
