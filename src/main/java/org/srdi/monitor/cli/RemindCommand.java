package org.srdi.monitor.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.reminder.ReminderRound;
import org.srdi.monitor.reminder.Reminders;

/** Puts the reminders that are due into the outbox, or tells which that would be. */
@Command(name = "remind")
final class RemindCommand implements Callable<Integer> {

	private static final int NAMED = 10;

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--period", paramLabel = "YYYY-MM", converter = PeriodOption.class,
			descriptionKey = "remind.period")
	private @Nullable ReportingPeriod period;

	@Option(names = "--dry-run", descriptionKey = "remind.dry-run")
	private boolean dryRun;

	RemindCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		try (Application application = Application.start(this.settings)) {
			Reminders reminders = application.get(Reminders.class);
			List<ReminderRound> rounds = this.dryRun ? reminders.plan(this.period) : reminders.remind(this.period);
			if (rounds.isEmpty()) {
				this.console.say("remind.nothing");
			}
			rounds.forEach(this::print);
			return ExitCode.DONE;
		}
	}

	private void print(ReminderRound round) {
		this.console.say(this.dryRun ? "remind.round.dry" : "remind.round", round.period(), round.stage(),
				round.missing(), round.mails());
		name("remind.uncontacted", round.uncontacted());
		name("remind.untold", round.untold());
	}

	private void name(String key, List<String> firms) {
		if (!firms.isEmpty()) {
			String names = String.join(this.console.isEnglish() ? ", " : "、",
					firms.subList(0, Math.min(NAMED, firms.size())));
			this.console.say(key, firms.size(), (firms.size() > NAMED) ? names + " …" : names);
		}
	}

}
