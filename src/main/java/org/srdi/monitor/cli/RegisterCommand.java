package org.srdi.monitor.cli;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.srdi.monitor.register.ImportResult;
import org.srdi.monitor.register.RegisterImport;

@Command(name = "register", mixinStandardHelpOptions = true)
final class RegisterCommand {

	private final Console console;

	RegisterCommand(Console console) {
		this.console = console;
	}

	@Command(name = "import")
	int importFile(@Mixin Settings given,
			@Parameters(paramLabel = "FILE", descriptionKey = "register.file") Path file) {
		try (Application application = Application.start(given)) {
			return report(this.console,
					application.get(RegisterImport.class).run(InputFiles.existing(this.console, file)));
		}
	}

	static int report(Console console, ImportResult result) {
		if (!result.isImported()) {
			Problems.print(console, result.problems());
			return ExitCode.BAD_INPUT;
		}
		console.say("register.imported", result.rows(), result.added(), result.changed(), result.unchanged(),
				result.titles());
		return ExitCode.DONE;
	}

}
