package org.srdi.monitor.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Deadline;
import org.srdi.monitor.deadline.DeadlineChange;
import org.srdi.monitor.deadline.DeadlineRecord;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.deadline.Extension;
import org.srdi.monitor.deadline.Extensions;
import org.srdi.monitor.deadline.Outage;
import org.srdi.monitor.deadline.Outages;
import org.srdi.monitor.deadline.Timeliness;
import org.srdi.monitor.deadline.Times;
import org.srdi.monitor.register.Enterprise;

/** Shows when the reports of a period are due, and how every instant came about. */
@Command(name = "deadline")
final class DeadlineCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--period", required = true, paramLabel = "YYYY-MM", converter = PeriodOption.class)
	private @Nullable ReportingPeriod period;

	@Option(names = "--enterprise", paramLabel = "CODE", descriptionKey = "deadline.enterprise")
	private @Nullable String code;

	@ArgGroup(exclusive = false)
	private @Nullable Anew anew;

	/** Who wants a deadline that is over to follow the calendar of now, and why. */
	static final class Anew {

		/** Picocli demands it with the others. */
		@SuppressWarnings("UnusedVariable")
		@Option(names = "--resolve-anew", required = true, descriptionKey = "deadline.anew")
		private boolean wanted;

		@Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
		private String reason = "";

		@Option(names = "--actor", required = true, paramLabel = "NAME", descriptionKey = "actor")
		private String actor = "";

	}

	DeadlineCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		if (this.period == null) {
			throw new IllegalStateException("picocli demands the period");
		}
		try (Application application = Application.start(this.settings)) {
			Deadlines deadlines = application.get(Deadlines.class);
			if (this.anew != null) {
				resolveAnew(deadlines, this.period, this.anew);
			}
			print(deadlines.explained(this.period), deadlines.resolved(this.period));
			deadlines.changes(this.period).forEach(this::print);
			printOutages(application, this.period);
			printExtensions(application, this.period);
			if (this.code != null) {
				print(application, this.period, Firms.find(this.console, application, this.code));
			}
			return ExitCode.DONE;
		}
	}

	private void resolveAnew(Deadlines deadlines, ReportingPeriod month, Anew how) {
		Optional<DeadlineRecord> before = deadlines.resolveAnew(month,
				Entered.text(this.console, "--reason", how.reason), Entered.name(this.console, how.actor));
		before.ifPresentOrElse((old) -> this.console.say("deadline.anew-done", month, Times.text(old.due())),
				() -> this.console.say("deadline.anew-same", month));
	}

	private void print(DeadlineRecord deadline, DeadlineRecord now) {
		this.console.say("deadline.period", deadline.period());
		this.console.say("deadline.opens", Times.moment(deadline.opens()));
		this.console.say("deadline.due", Times.text(deadline.due()));
		this.console.say("deadline.calendar", deadline.nominalDay(), Times.text(deadline.calendarDue()),
				this.console.text("deadline.roll." + deadline.roll().name()));
		if (deadline.rolledOver() != null) {
			this.console.say("deadline.rolled", deadline.rolledOver());
		}
		if (!deadline.holidaysKnown()) {
			this.console.say("deadline.holidays-unknown");
		}
		this.console.say("deadline.grace", Times.text(deadline.deadline().graceEnds()), deadline.graceDays(),
				this.console.text((deadline.onTimeDays() > 0) ? "deadline.grace.on-time" : "deadline.grace.late"),
				this.console.text("deadline.on-time." + deadline.onTime().name()));
		this.console.say("deadline.locks", Times.text(deadline.deadline().locks()));
		this.console.say((deadline.resolvedAt() != null) ? "deadline.resolved" : "deadline.not-stored",
				(deadline.resolvedAt() != null) ? Times.moment(deadline.resolvedAt()) : "",
				deadline.definitions().substring(0, Math.min(12, deadline.definitions().length())));
		if (!now.calendarDue().equals(deadline.calendarDue())) {
			this.console.say("deadline.differs", Times.text(now.calendarDue()));
		}
	}

	private void print(DeadlineChange change) {
		this.console.say("deadline.change", Times.moment(change.changedAt()), Times.text(change.dueBefore()),
				Times.text(change.dueAfter()), change.actor(), change.reason());
	}

	private void printOutages(Application application, ReportingPeriod month) {
		for (Outage outage : application.get(Outages.class).all()) {
			outage.effects()
				.stream()
				.filter((effect) -> effect.period().equals(month))
				.forEach((effect) -> this.console.say(
						(effect.extensionId() != null) ? "deadline.outage-of-extension" : "deadline.outage",
						String.valueOf(outage.id()), Times.moment(outage.from()), Times.moment(outage.to()),
						effect.overlap().toMinutes(), Times.text(effect.dueAfter()),
						String.valueOf(effect.extensionId())));
		}
	}

	private void printExtensions(Application application, ReportingPeriod month) {
		List<Extension> extensions = application.get(Extensions.class).of(month);
		extensions
			.forEach((extension) -> this.console.out().println(ExtensionText.of(this.console, application, extension)));
	}

	private void print(Application application, ReportingPeriod month, Enterprise firm) {
		Deadline own = application.get(Deadlines.class).of(month, firm.id());
		this.console.say("deadline.firm", firm.name(), Times.text(own.due()), Times.text(own.graceEnds()),
				Times.text(own.locks()));
		Timeliness.Clocks clocks = application.get(Timeliness.class).clocks(month, firm.id()).orElse(null);
		if (clocks == null) {
			this.console.say("deadline.firm.nothing");
			return;
		}
		this.console.say("deadline.firm.clocks", Times.moment(clocks.firstArrival()), moment(clocks.firstAccepted()),
				moment(clocks.lastCorrection()),
				this.console.text((clocks.firstAccepted() == null) ? "deadline.firm.not-accepted"
						: clocks.onTime() ? "deadline.firm.on-time" : "deadline.firm.late"));
	}

	private static String moment(@Nullable Instant instant) {
		return (instant != null) ? Times.moment(instant) : "—";
	}

}
