package org.srdi.monitor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.jspecify.annotations.Nullable;

@Command(name = "srdi-monitor", mixinStandardHelpOptions = true, versionProvider = Version.class,
		subcommands = { DemoCommand.class, RegisterCommand.class, PlanCommand.class, ContactsCommand.class,
				OutboxCommand.class, TemplateCommand.class, CheckCommand.class, IngestCommand.class,
				RecoverCommand.class, ReceiptCommand.class, DeadlineCommand.class, ExtendCommand.class,
				OutageCommand.class, RunCommand.class, StatusCommand.class, ExportCommand.class, SampleCommand.class,
				MigrateCommand.class, MigrateDataCommand.class, CallsCommand.class, RemindCommand.class,
				RunsCommand.class, AssessCommand.class, RerunCommand.class, ScheduleCommand.class, WatchCommand.class,
				HousekeepCommand.class, HealthCommand.class, ServeCommand.class })
final class MonitorCommand implements Runnable {

	@Spec
	private @Nullable CommandSpec spec;

	/**
	 * Known before anything is parsed; here so that it may stand before a command, too.
	 */
	@SuppressWarnings("UnusedVariable")
	@Option(names = "--lang", paramLabel = "zh|en")
	private @Nullable String language;

	@Override
	public void run() {
		if (this.spec != null) {
			this.spec.commandLine().usage(this.spec.commandLine().getOut());
		}
	}

}
