package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.database.DataMove;
import org.srdi.monitor.database.DatabaseStatus;

@Command(name = "migrate-data")
final class MigrateDataCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--from", required = true, paramLabel = "DIR", descriptionKey = "migrate-data.from")
	private @Nullable Path from;

	MigrateDataCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		if (this.from == null) {
			throw new IllegalStateException("picocli demands the source");
		}
		InputFiles.folder(this.console, this.from);
		DataMove.Moved moved = DataMove.run(this.from.toAbsolutePath().normalize(), InstantSource.system(),
				new ConsoleProgress(this.console), this.settings.arguments());
		this.console.say("migrate-data.done", moved.rows(), moved.tables(), moved.from().address());
		DatabaseStatus target = moved.to();
		this.console.say("database", target.engine(), target.address(), target.user(), target.schemaVersion());
		return ExitCode.DONE;
	}

}
