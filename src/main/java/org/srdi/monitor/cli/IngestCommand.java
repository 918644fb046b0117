package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.batch.RunOutcome;
import org.srdi.monitor.batch.Runs;
import org.srdi.monitor.submission.SubmissionProperties;
import org.srdi.monitor.submission.Tally;

@Command(name = "ingest")
final class IngestCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--inbox", paramLabel = "DIR", descriptionKey = "inbox")
	private @Nullable Path inbox;

	IngestCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		if (this.inbox != null) {
			InputFiles.folder(this.console, this.inbox);
		}
		try (Application application = Application.start(this.settings)) {
			Path folder = (this.inbox != null) ? this.inbox : application.get(SubmissionProperties.class).inbox();
			RunOutcome outcome = application.get(Runs.class).ingest(folder, new ConsoleProgress(this.console));
			return report(this.console, outcome, folder);
		}
	}

	static int report(Console console, RunOutcome outcome, Path inbox) {
		Tally tally = outcome.tally();
		switch (outcome.status()) {
			case BUSY -> console.warn("run.busy");
			case FAILED, NOT_YET -> console.warn("failed", String.valueOf(outcome.message()));
			case STOPPED -> console.warn("run.stopped");
			case NOTHING_NEW -> console.say("ingest.nothing", inbox);
			case DONE -> {
				console.say("ingest.done", tally.filesIn(), tally.accepted(), tally.held(), tally.returned(),
						tally.duplicate(), tally.unreadable());
				if (outcome.unsettled() > 0) {
					console.say("run.unsettled", outcome.unsettled());
				}
			}
		}
		return code(outcome);
	}

	/** Returns the exit code of a run. */
	static int code(RunOutcome outcome) {
		return switch (outcome.status()) {
			case BUSY -> ExitCode.BUSY;
			case FAILED -> ExitCode.FAILED;
			case STOPPED -> ExitCode.STOPPED;
			case NOT_YET -> ExitCode.BAD_INPUT;
			case NOTHING_NEW -> ExitCode.DONE;
			case DONE ->
				(outcome.tally().held() + outcome.tally().returned() > 0) ? ExitCode.DONE_WITH_FAULTS : ExitCode.DONE;
		};
	}

}
