package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.batch.Actor;
import org.srdi.monitor.batch.Quarters;
import org.srdi.monitor.batch.RunOutcome;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.submission.SubmissionProperties;

@Command(name = "assess")
final class AssessCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--quarter", required = true, paramLabel = "YYYYQN", converter = QuarterOption.class,
			descriptionKey = "assess.quarter")
	private @Nullable ReportingPeriod period;

	@Option(names = "--out", paramLabel = "DIR", descriptionKey = "run.out")
	private @Nullable Path out;

	AssessCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		if (this.period == null) {
			throw new IllegalStateException("picocli demands the quarter");
		}
		try (Application application = Application.start(this.settings)) {
			Path folder = (this.out != null) ? this.out : application.get(SubmissionProperties.class).out();
			RunOutcome outcome = application.get(Quarters.class)
				.assess(Actor.command("assess"), this.period, folder, new ConsoleProgress(this.console));
			report(outcome, this.period);
			if (outcome.status() == RunOutcome.Status.DONE) {
				Mailing.finish(this.console, application);
			}
			return IngestCommand.code(outcome);
		}
	}

	private void report(RunOutcome outcome, ReportingPeriod last) {
		switch (outcome.status()) {
			case DONE -> this.console.say("assess.done", last);
			case NOTHING_NEW -> this.console.say("assess.nothing", last);
			case BUSY -> this.console.warn("run.busy.period", last);
			case STOPPED -> this.console.warn("run.stopped");
			case NOT_YET -> this.console.warn("assess.not-yet", last);
			case FAILED -> this.console.warn("failed", String.valueOf(outcome.message()));
		}
		if (outcome.rollup() != null) {
			this.console.say("assess.file", outcome.rollup());
		}
	}

}
