package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.batch.RunOutcome;
import org.srdi.monitor.batch.Runs;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.notice.Outbox;
import org.srdi.monitor.publication.Headline;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.submission.SubmissionProperties;
import org.srdi.monitor.submission.Tally;

@Command(name = "run")
final class RunCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--period", required = true, paramLabel = "YYYY-MM", converter = PeriodOption.class)
	private @Nullable ReportingPeriod period;

	@Option(names = "--inbox", paramLabel = "DIR", descriptionKey = "inbox")
	private @Nullable Path inbox;

	@Option(names = "--out", paramLabel = "DIR", descriptionKey = "run.out")
	private @Nullable Path out;

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	RunCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		if (this.inbox != null) {
			InputFiles.folder(this.console, this.inbox);
		}
		if (this.period == null) {
			throw new IllegalStateException("picocli demands the period");
		}
		try (Application application = Application.start(this.settings)) {
			demandPastOrPresent(application, this.period);
			SubmissionProperties properties = application.get(SubmissionProperties.class);
			RunOutcome outcome = application.get(Runs.class)
				.month(this.period, (this.inbox != null) ? this.inbox : properties.inbox(),
						(this.out != null) ? this.out : properties.out(), new ConsoleProgress(this.console));
			// the database may be what failed
			if (outcome.status() == RunOutcome.Status.FAILED) {
				this.console.warn("failed", String.valueOf(outcome.message()));
				return ExitCode.FAILED;
			}
			// the application is ending, and its database with it
			if (outcome.status() == RunOutcome.Status.STOPPED) {
				this.console.warn("run.stopped");
				return ExitCode.STOPPED;
			}
			Headline headline = application.get(Publications.class).headline(this.period);
			if (this.json) {
				this.console.out().println(new MonthFigures(headline, outcome.tally()).json());
				application.get(Outbox.class).send();
				return IngestCommand.code(outcome);
			}
			int code = report(this.console, outcome, headline);
			Mailing.finish(this.console, application);
			return code;
		}
	}

	/** A mistyped year must not make a rollup that looks official. */
	private void demandPastOrPresent(Application application, ReportingPeriod month) {
		JobDefinition.Calendar calendar = application.get(Definitions.class).job().calendar();
		ReportingPeriod current = calendar.periodOf(application.get(Clock.class).instant());
		if (month.isAfter(current) || month.isBefore(calendar.firstPeriod())) {
			throw new BadInputException(
					this.console.text("run.no-such-period", month, calendar.firstPeriod(), current));
		}
	}

	/** Prints the closing summary. */
	static int report(Console console, RunOutcome outcome, Headline headline) {
		switch (outcome.status()) {
			case BUSY -> console.warn("run.busy.period", headline.period());
			case FAILED, NOT_YET -> console.warn("failed", String.valueOf(outcome.message()));
			case STOPPED -> console.warn("run.stopped");
			case NOTHING_NEW -> {
				console.say("run.nothing", headline.period());
				figures(console, outcome, headline);
			}
			case DONE -> {
				received(console, outcome.tally(), headline.period());
				if (outcome.unsettled() > 0) {
					console.say("run.unsettled", outcome.unsettled());
				}
				figures(console, outcome, headline);
			}
		}
		return IngestCommand.code(outcome);
	}

	private static void received(Console console, Tally tally, ReportingPeriod period) {
		console.out().println();
		console.say("run.done", period);
		console.say("run.received", tally.filesIn(), tally.accepted(), tally.held(), tally.returned(),
				tally.duplicate(), tally.unreadable());
	}

	private static void figures(Console console, RunOutcome outcome, Headline headline) {
		console.say("run.coverage", headline.due(), headline.accepted(), headline.missing(),
				MonthFigures.percent(headline.coverageByCount()), MonthFigures.percent(headline.coverageByRevenue()));
		console.say("run.growth", MonthFigures.amount(headline.revenue()),
				MonthFigures.percent(headline.revenueGrowth()));
		console.say("run.flags", headline.behind(), headline.red());
		if (outcome.rollup() != null) {
			console.say("run.rollup", outcome.rollup());
		}
	}

}
