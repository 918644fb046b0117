package org.srdi.monitor.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.register.PlanImport;
import org.srdi.monitor.register.PlanResult;

@Command(name = "plan", mixinStandardHelpOptions = true)
final class PlanCommand {

	private final Console console;

	PlanCommand(Console console) {
		this.console = console;
	}

	@Command(name = "import")
	int importFile(@Mixin Settings given, @Parameters(paramLabel = "FILE", descriptionKey = "plan.file") Path file) {
		try (Application application = Application.start(given)) {
			return run(this.console, application, InputFiles.existing(this.console, file));
		}
	}

	static int run(Console console, Application application, Path file) {
		List<String> measures = application.get(Definitions.class)
			.job()
			.paces()
			.stream()
			.map(JobDefinition.Pace::measure)
			.toList();
		PlanResult result = application.get(PlanImport.class).run(file, measures);
		if (!result.isImported()) {
			Problems.print(console, result.problems());
			return ExitCode.BAD_INPUT;
		}
		console.say("plan.imported", result.rows(), result.added(), result.changed(), result.unchanged());
		return ExitCode.DONE;
	}

}
