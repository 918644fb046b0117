package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.batch.Actor;
import org.srdi.monitor.batch.PeriodChange;
import org.srdi.monitor.batch.Reruns;
import org.srdi.monitor.batch.RunOutcome;
import org.srdi.monitor.batch.Runs;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.notice.Outbox;
import org.srdi.monitor.submission.SubmissionProperties;

@Command(name = "rerun")
final class RerunCommand implements Callable<Integer> {

	/** More needs a word of consent. */
	private static final int MOST = 12;

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--periods", required = true, paramLabel = "YYYY-MM..YYYY-MM",
			converter = PeriodsOption.Converter.class, descriptionKey = "rerun.periods")
	private @Nullable PeriodsOption periods;

	@ArgGroup
	private final Which which = new Which();

	@Option(names = "--dry-run", descriptionKey = "rerun.dry-run")
	private boolean dryRun;

	@Option(names = "--yes", descriptionKey = "rerun.yes")
	private boolean yes;

	@Option(names = "--out", paramLabel = "DIR", descriptionKey = "run.out")
	private @Nullable Path out;

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	RerunCommand(Console console) {
		this.console = console;
	}

	/** At most one of them. */
	static final class Which {

		@Option(names = "--only-missing", descriptionKey = "rerun.only-missing")
		private boolean onlyMissing;

		@Option(names = "--failed", descriptionKey = "rerun.failed")
		private boolean failed;

		/** What happens without any of them; picocli wants a place for it. */
		@SuppressWarnings("UnusedVariable")
		@Option(names = "--all", descriptionKey = "rerun.all")
		private boolean all;

		Reruns.Scope scope() {
			if (this.onlyMissing) {
				return Reruns.Scope.ONLY_MISSING;
			}
			return this.failed ? Reruns.Scope.FAILED : Reruns.Scope.ALL;
		}

	}

	@Override
	public Integer call() {
		if (this.periods == null) {
			throw new IllegalStateException("picocli demands the periods");
		}
		try (Application application = Application.start(this.settings)) {
			List<ReportingPeriod> months = months(application, this.periods);
			SubmissionProperties folders = application.get(SubmissionProperties.class);
			int code = takeIn(application, folders);
			return (code != ExitCode.DONE) ? code : rerun(application, months, folders);
		}
	}

	private List<ReportingPeriod> months(Application application, PeriodsOption asked) {
		JobDefinition.Calendar calendar = application.get(Definitions.class).job().calendar();
		ReportingPeriod current = calendar.periodOf(application.get(Clock.class).instant());
		if (asked.last().isAfter(current) || asked.first().isBefore(calendar.firstPeriod())) {
			throw new BadInputException(this.console.text("rerun.no-such-periods", asked.first(), asked.last(),
					calendar.firstPeriod(), current));
		}
		boolean merged = calendar.january() == JobDefinition.January.MERGED;
		List<ReportingPeriod> months = asked.all()
			.stream()
			.filter((period) -> !merged || period.months() != 1)
			.toList();
		if (months.size() > MOST && !this.dryRun && !this.yes) {
			throw new BadInputException(this.console.text("rerun.many", months.size(), MOST));
		}
		return months;
	}

	/** What waits would change the months under the hands of whoever asks. */
	private int takeIn(Application application, SubmissionProperties folders) {
		if (this.dryRun) {
			return ExitCode.DONE;
		}
		RunOutcome intake = application.get(Runs.class)
			.ingest(Actor.command("rerun"), folders.inbox(), new ConsoleProgress(this.console));
		int code = IngestCommand.code(intake);
		if (code == ExitCode.DONE_WITH_FAULTS) {
			return ExitCode.DONE;
		}
		if (code != ExitCode.DONE) {
			IngestCommand.report(this.console, intake, folders.inbox());
		}
		return code;
	}

	private int rerun(Application application, List<ReportingPeriod> months, SubmissionProperties folders) {
		Reruns reruns = application.get(Reruns.class);
		ConsoleProgress progress = new ConsoleProgress(this.console);
		Optional<List<PeriodChange>> found = reruns.rehearse(months, this.which.scope(), progress);
		if (found.isEmpty()) {
			this.console.warn("rerun.busy", months.get(0), months.get(months.size() - 1));
			return ExitCode.BUSY;
		}
		RerunText text = new RerunText(this.console, application.get(Definitions.class));
		if (this.dryRun) {
			text.changes(found.get(), this.json);
			return ExitCode.DONE;
		}
		Map<ReportingPeriod, RunOutcome> outcomes = reruns.apply(Actor.command("rerun"), found.get(), folders.inbox(),
				(this.out != null) ? this.out : folders.out(), progress);
		int code = text.outcomes(found.get(), outcomes, this.json);
		if (this.json) {
			application.get(Outbox.class).send();
		}
		else if (!outcomes.isEmpty()) {
			Mailing.finish(this.console, application);
		}
		return code;
	}

}
