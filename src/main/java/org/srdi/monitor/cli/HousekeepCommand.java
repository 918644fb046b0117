package org.srdi.monitor.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.srdi.monitor.batch.Actor;
import org.srdi.monitor.batch.Housekeeping;

@Command(name = "housekeep")
final class HousekeepCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--dry-run", descriptionKey = "housekeep.dry-run")
	private boolean dryRun;

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	HousekeepCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		try (Application application = Application.start(this.settings)) {
			Housekeeping housekeeping = application.get(Housekeeping.class);
			Optional<Map<String, Long>> counts = this.dryRun ? Optional.of(housekeeping.count())
					: housekeeping.keep(Actor.command("housekeep"));
			if (counts.isEmpty()) {
				this.console.warn("housekeep.busy");
				return ExitCode.BUSY;
			}
			print(counts.get());
			return ExitCode.DONE;
		}
	}

	private void print(Map<String, Long> counts) {
		if (this.json) {
			this.console.out().println(Json.of(counts));
			return;
		}
		this.console.say(this.dryRun ? "housekeep.would" : "housekeep.did");
		counts.forEach((name, count) -> this.console.say("housekeep.count", this.console.text("step." + name), count));
	}

}
