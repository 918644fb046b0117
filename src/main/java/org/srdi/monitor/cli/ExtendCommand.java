package org.srdi.monitor.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Extension;
import org.srdi.monitor.deadline.Extensions;
import org.srdi.monitor.deadline.Extensions.Scope;
import org.srdi.monitor.definition.Definitions;

/** Grants more time, lists what was granted, and takes it back. */
@Command(name = "extend")
final class ExtendCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@ArgGroup(exclusive = true, multiplicity = "1")
	private Deed deed = new Deed();

	@Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
	private @Nullable String reason;

	@Option(names = "--actor", paramLabel = "NAME", descriptionKey = "actor")
	private @Nullable String actor;

	@Option(names = "--until", paramLabel = "INSTANT", converter = Settings.InstantConverter.class,
			descriptionKey = "extend.until")
	private @Nullable Instant until;

	@Option(names = "--period", paramLabel = "YYYY-MM", converter = PeriodOption.class)
	private @Nullable ReportingPeriod period;

	/** What is to be done. */
	static final class Deed {

		@Option(names = "--enterprise", required = true, paramLabel = "CODE", descriptionKey = "extend.enterprise")
		private @Nullable String code;

		@Option(names = "--region", required = true, paramLabel = "CODE", descriptionKey = "extend.region")
		private @Nullable String region;

		/** What is left where it is none of the others. */
		@SuppressWarnings("UnusedVariable")
		@Option(names = "--all", required = true, descriptionKey = "extend.all")
		private boolean all;

		@Option(names = "--list", required = true, descriptionKey = "extend.list")
		private boolean list;

		@Option(names = "--revoke", required = true, paramLabel = "ID", descriptionKey = "extend.revoke")
		private @Nullable Long revoke;

	}

	ExtendCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		try (Application application = Application.start(this.settings)) {
			Extensions extensions = application.get(Extensions.class);
			if (this.deed.list) {
				list(application, extensions);
			}
			else if (this.deed.revoke != null) {
				tell(application, extensions.revoke(this.deed.revoke, reason(), actor()));
			}
			else {
				grant(application, extensions);
			}
			return ExitCode.DONE;
		}
	}

	private void list(Application application, Extensions extensions) {
		List<Extension> all = (this.period != null) ? extensions.of(this.period) : extensions.all();
		if (all.isEmpty()) {
			this.console.say("extend.none");
		}
		all.forEach((one) -> tell(application, one));
	}

	private void grant(Application application, Extensions extensions) {
		if (this.period == null || this.until == null) {
			throw new BadInputException(this.console.text("extend.incomplete"));
		}
		tell(application, extensions.grant(this.period, scope(application), this.until, reason(), actor()));
	}

	private Scope scope(Application application) {
		if (this.deed.code != null) {
			return new Scope(Firms.find(this.console, application, this.deed.code).id(), null);
		}
		return (this.deed.region != null) ? new Scope(null, region(application, this.deed.region)) : Scope.ALL;
	}

	/** More time for the province is more time for all. */
	private RegionCode region(Application application, String code) {
		return application.get(Definitions.class)
			.regions()
			.stream()
			.filter((region) -> region.code().value().equals(code) && region.level() != Region.Level.PROVINCE)
			.map(Region::code)
			.findFirst()
			.orElseThrow(() -> new BadInputException(this.console.text("extend.region-unknown", code)));
	}

	private String reason() {
		return Entered.text(this.console, "--reason", (this.reason != null) ? this.reason : "");
	}

	private String actor() {
		return Entered.name(this.console, (this.actor != null) ? this.actor : "");
	}

	private void tell(Application application, Extension extension) {
		this.console.out().println(ExtensionText.of(this.console, application, extension));
	}

}
