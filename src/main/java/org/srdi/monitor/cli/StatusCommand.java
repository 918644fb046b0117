package org.srdi.monitor.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.database.DatabaseStatus;
import org.srdi.monitor.database.Schema;
import org.srdi.monitor.deadline.Timeliness;
import org.srdi.monitor.publication.Headline;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.register.Rosters;
import org.srdi.monitor.submission.Submissions;
import org.srdi.monitor.submission.Tally;

@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--period", required = true, paramLabel = "YYYY-MM", converter = PeriodOption.class)
	private @Nullable ReportingPeriod period;

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	StatusCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		if (this.period == null) {
			throw new IllegalStateException("picocli demands the period");
		}
		try (Application application = Application.start(this.settings)) {
			Headline headline = application.get(Publications.class).headline(this.period);
			Tally tally = application.get(Submissions.class).tallyOfPeriod(this.period);
			DatabaseStatus database = application.get(Schema.class).status();
			Timeliness.Rates rates = application.get(Timeliness.class).rates(this.period);
			if (this.json) {
				this.console.out().println(new MonthFigures(headline, tally).json(database, rates));
			}
			else {
				print(headline, tally, rates, application.get(Rosters.class).isFrozen(this.period));
				this.console.say("database", database.engine(), database.address(), database.user(),
						database.schemaVersion());
			}
			return ExitCode.DONE;
		}
	}

	private void print(Headline headline, Tally tally, Timeliness.Rates rates, boolean listed) {
		this.console.say("status.period", headline.period());
		this.console.say("run.received", tally.filesIn(), tally.accepted(), tally.held(), tally.returned(),
				tally.duplicate(), tally.unreadable());
		if (tally.unchecked() > 0) {
			this.console.say("status.unchecked", tally.unchecked());
		}
		if (!listed) {
			this.console.say("status.no-roster");
			return;
		}
		this.console.say("run.coverage", headline.due(), headline.accepted(), headline.missing(),
				MonthFigures.percent(headline.coverageByCount()), MonthFigures.percent(headline.coverageByRevenue()));
		this.console.say("status.on-time", rates.actualReportsOnTime(),
				MonthFigures.percent(rates.reportingRateOnTime()));
	}

}
