package org.srdi.monitor.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.schedule.Outcome;
import org.srdi.monitor.schedule.ScheduleDesk;

@Command(name = "schedule")
final class ScheduleCommand implements Callable<Integer> {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	ScheduleCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		try (Application application = Application.start(this.settings)) {
			List<List<String>> rows = new ArrayList<>();
			rows.add(List.of(this.console.text("schedule.headings").split("\\|", -1)));
			application.get(ScheduleDesk.class).list().forEach((entry) -> rows.add(row(entry)));
			new TextTable(rows).lines().forEach(this.console.out()::println);
			return ExitCode.DONE;
		}
	}

	private List<String> row(ScheduleDesk.Entry entry) {
		return List.of(entry.code(), entry.action(), entry.cron(), next(entry), minute(entry.last()),
				(entry.actor() != null) ? entry.actor() : "-", (entry.status() != null) ? entry.status() : "-",
				minute(entry.lastMisfire()), (entry.outcome() != null) ? entry.outcome() : "");
	}

	private String next(ScheduleDesk.Entry entry) {
		if (!entry.enabled()) {
			return this.console.text("schedule.disabled");
		}
		return (entry.pausedAt() != null)
				? this.console.text("schedule.paused", minute(entry.pausedAt()), String.valueOf(entry.pausedBy()))
				: minute(entry.next());
	}

	private static String minute(@Nullable Instant instant) {
		return (instant != null) ? MINUTE.format(StoredTime.of(instant)) : "-";
	}

	@Command(name = "trigger")
	int trigger(@Mixin Settings given, @Parameters(paramLabel = "CODE", descriptionKey = "schedule.code") String code,
			@Option(names = "--wait", descriptionKey = "schedule.wait") boolean wait) {
		try (Application application = Application.start(given)) {
			ScheduleDesk desk = application.get(ScheduleDesk.class);
			demand(desk, code);
			if (wait) {
				return report(code, desk.runHere(code, actor()));
			}
			if (!desk.ask(code, actor())) {
				throw new BadInputException(this.console.text("schedule.not-in-store", code));
			}
			this.console.say("schedule.asked", code);
			return ExitCode.DONE;
		}
	}

	private int report(String code, Outcome outcome) {
		this.console.say("schedule.outcome." + outcome.status().name(), code, outcome.text());
		return switch (outcome.status()) {
			case DONE, NOTHING -> ExitCode.DONE;
			case LATER -> ExitCode.BUSY;
			case FAILED -> ExitCode.FAILED;
		};
	}

	@Command(name = "pause")
	int pause(@Mixin Settings given,
			@Parameters(paramLabel = "CODE", arity = "0..1", descriptionKey = "schedule.code") @Nullable String code,
			@Option(names = "--all", descriptionKey = "schedule.all") boolean all) {
		try (Application application = Application.start(given)) {
			ScheduleDesk desk = application.get(ScheduleDesk.class);
			for (String each : codes(desk, code, all)) {
				desk.pause(each, actor());
				this.console.say("schedule.is-paused", each);
			}
			return ExitCode.DONE;
		}
	}

	@Command(name = "resume")
	int resume(@Mixin Settings given,
			@Parameters(paramLabel = "CODE", arity = "0..1", descriptionKey = "schedule.code") @Nullable String code,
			@Option(names = "--all", descriptionKey = "schedule.all") boolean all) {
		try (Application application = Application.start(given)) {
			ScheduleDesk desk = application.get(ScheduleDesk.class);
			for (String each : codes(desk, code, all)) {
				this.console.say(desk.resume(each) ? "schedule.resumed.catch-up" : "schedule.resumed.skip", each);
			}
			return ExitCode.DONE;
		}
	}

	private List<String> codes(ScheduleDesk desk, @Nullable String code, boolean all) {
		if (all == (code != null)) {
			throw new BadInputException(this.console.text("schedule.one-or-all", desk.codes()));
		}
		if (code != null) {
			demand(desk, code);
			return List.of(code);
		}
		return desk.list().stream().map(ScheduleDesk.Entry::code).toList();
	}

	private void demand(ScheduleDesk desk, String code) {
		if (!desk.knows(code)) {
			throw new BadInputException(this.console.text("schedule.unknown", code, desk.codes()));
		}
	}

	private static String actor() {
		return System.getProperty("user.name", "?");
	}

}
