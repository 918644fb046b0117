package org.srdi.monitor.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.batch.RunComparison;
import org.srdi.monitor.batch.RunHistory;
import org.srdi.monitor.batch.RunPassport;
import org.srdi.monitor.batch.RunSummary;
import org.srdi.monitor.core.ReportingPeriod;

@Command(name = "runs", subcommands = { RunsCommand.Show.class, RunsCommand.Compare.class })
final class RunsCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--job", paramLabel = "JOB", descriptionKey = "runs.job")
	private @Nullable String job;

	@Option(names = "--period", paramLabel = "YYYY-MM", converter = PeriodOption.class)
	private @Nullable ReportingPeriod period;

	@Option(names = "--last", paramLabel = "N", defaultValue = "20", descriptionKey = "runs.last")
	private int last = 20;

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	RunsCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		try (Application application = Application.start(this.settings)) {
			RunHistory history = application.get(RunHistory.class);
			demandKnown(history);
			List<RunSummary> runs = history.list(this.job, this.period, Math.max(1, this.last));
			if (this.json) {
				this.console.out().println(Json.of(runs));
			}
			else if (runs.isEmpty()) {
				this.console.say("runs.none");
			}
			else {
				runs.forEach(new PassportText(this.console)::line);
			}
			return ExitCode.DONE;
		}
	}

	private void demandKnown(RunHistory history) {
		List<String> jobs = history.jobs();
		if (this.job != null && !jobs.isEmpty() && !jobs.contains(this.job)) {
			throw new BadInputException(this.console.text("runs.no-such-job", this.job, String.join(", ", jobs)));
		}
	}

	@Command(name = "show")
	static final class Show implements Callable<Integer> {

		private final Console console;

		@Mixin
		private final Settings settings = new Settings();

		@Parameters(paramLabel = "RUN", descriptionKey = "runs.run")
		private String run = "";

		@Option(names = "--files", descriptionKey = "runs.files")
		private boolean files;

		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		Show(Console console) {
			this.console = console;
		}

		@Override
		public Integer call() {
			try (Application application = Application.start(this.settings)) {
				RunHistory history = application.get(RunHistory.class);
				RunPassport passport = history.show(this.run).orElseThrow(() -> unknown(this.console, this.run));
				if (this.json) {
					this.console.out().println(Json.of(passport));
				}
				else {
					new PassportText(this.console).passport(passport, this.files);
				}
				return ExitCode.DONE;
			}
		}

	}

	@Command(name = "compare")
	static final class Compare implements Callable<Integer> {

		private final Console console;

		@Mixin
		private final Settings settings = new Settings();

		@Parameters(index = "0", paramLabel = "RUN", descriptionKey = "runs.run")
		private String one = "";

		@Parameters(index = "1", paramLabel = "RUN", descriptionKey = "runs.other")
		private String other = "";

		@Option(names = "--json", descriptionKey = "json")
		private boolean json;

		Compare(Console console) {
			this.console = console;
		}

		@Override
		public Integer call() {
			try (Application application = Application.start(this.settings)) {
				RunHistory history = application.get(RunHistory.class);
				RunPassport left = history.show(this.one).orElseThrow(() -> unknown(this.console, this.one));
				RunPassport right = history.show(this.other).orElseThrow(() -> unknown(this.console, this.other));
				RunComparison comparison = RunComparison.of(left, right);
				if (this.json) {
					this.console.out().println(Json.of(comparison));
				}
				else {
					new PassportText(this.console).comparison(comparison);
				}
				return ExitCode.DONE;
			}
		}

	}

	private static BadInputException unknown(Console console, String run) {
		return new BadInputException(console.text("runs.no-such-run", run));
	}

}
