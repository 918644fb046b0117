package org.srdi.monitor.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.srdi.monitor.database.DatabaseStatus;
import org.srdi.monitor.database.Schema;
import org.srdi.monitor.database.DatabaseTool;

@Command(name = "migrate")
final class MigrateCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--dry-run", descriptionKey = "migrate.dry-run")
	private boolean dryRun;

	MigrateCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		try (DatabaseTool tool = DatabaseTool.asOwner(this.settings.arguments())) {
			Schema schema = tool.schema();
			DatabaseStatus before = schema.status();
			this.console.say("database", before.engine(), before.address(), before.user(), before.schemaVersion());
			List<String> migrations = this.dryRun ? schema.pending() : schema.migrate();
			migrations.forEach((migration) -> this.console.out().println("  " + migration));
			if (migrations.isEmpty()) {
				this.console.say("migrate.nothing");
			}
			else if (this.dryRun) {
				this.console.say("migrate.pending", migrations.size());
			}
			else {
				this.console.say("migrate.done", migrations.size(), schema.version());
			}
			return ExitCode.DONE;
		}
	}

}
