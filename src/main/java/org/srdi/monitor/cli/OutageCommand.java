package org.srdi.monitor.cli;

import java.time.Instant;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.srdi.monitor.deadline.Outage;
import org.srdi.monitor.deadline.Outages;
import org.srdi.monitor.deadline.Times;

/** Lists the outages of ours, and enters those that the service cannot see itself. */
@Command(name = "outage", mixinStandardHelpOptions = true)
final class OutageCommand {

	private final Console console;

	OutageCommand(Console console) {
		this.console = console;
	}

	@Command(name = "list")
	int list(@Mixin Settings given) {
		try (Application application = Application.start(given)) {
			List<Outage> all = application.get(Outages.class).all();
			if (all.isEmpty()) {
				this.console.say("outage.none");
			}
			all.forEach(this::tell);
			return ExitCode.DONE;
		}
	}

	@Command(name = "record")
	int record(@Mixin Settings given,
			@Option(names = "--from", required = true, paramLabel = "INSTANT",
					converter = Settings.InstantConverter.class, descriptionKey = "outage.from") Instant from,
			@Option(names = "--to", required = true, paramLabel = "INSTANT",
					converter = Settings.InstantConverter.class, descriptionKey = "outage.to") Instant to,
			@Option(names = "--evidence", required = true, paramLabel = "TEXT",
					descriptionKey = "outage.evidence") String evidence,
			@Option(names = "--actor", required = true, paramLabel = "NAME", descriptionKey = "actor") String actor) {
		String shown = Entered.text(this.console, "--evidence", evidence);
		String name = Entered.name(this.console, actor);
		try (Application application = Application.start(given)) {
			tell(application.get(Outages.class).record(from, to, shown, name));
			return ExitCode.DONE;
		}
	}

	private void tell(Outage outage) {
		this.console.say("outage.told", String.valueOf(outage.id()), Times.moment(outage.from()),
				Times.moment(outage.to()), this.console.text("outage.kind." + outage.kind().name()), outage.evidence(),
				outage.actor());
		if (!outage.counts()) {
			this.console.say("outage.too-long");
		}
		else if (outage.effects().isEmpty()) {
			this.console.say("outage.no-effect");
		}
		outage.effects()
			.forEach((effect) -> this.console.say(
					(effect.extensionId() != null) ? "outage.effect-on-extension" : "outage.effect", effect.period(),
					effect.overlap().toMinutes(), Times.text(effect.dueBefore()), Times.text(effect.dueAfter()),
					String.valueOf(effect.extensionId())));
	}

}
