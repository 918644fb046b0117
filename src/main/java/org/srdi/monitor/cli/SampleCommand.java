package org.srdi.monitor.cli;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.sample.SampleProvince;
import org.srdi.monitor.sample.SampleRequest;

@Command(name = "sample", mixinStandardHelpOptions = true)
final class SampleCommand {

	private final Console console;

	SampleCommand(Console console) {
		this.console = console;
	}

	@Command(name = "generate")
	int generate(@Mixin Settings given,
			@Option(names = "--firms", required = true, paramLabel = "N", descriptionKey = "sample.firms") int firms,
			@Option(names = "--from", required = true, paramLabel = "YYYY-MM", converter = PeriodOption.class,
					descriptionKey = "sample.from") ReportingPeriod from,
			@Option(names = "--to", required = true, paramLabel = "YYYY-MM", converter = PeriodOption.class,
					descriptionKey = "sample.to") ReportingPeriod to,
			@Option(names = "--seed", required = true, paramLabel = "S", descriptionKey = "sample.seed") long seed,
			@Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "sample.out") Path out) {
		if (firms < 1 || !from.isBefore(to)) {
			throw new BadInputException(this.console.text("sample.impossible"));
		}
		Definitions definitions = DefinitionLoader.loadUsual(given.jobsDir());
		Progress progress = new ConsoleProgress(this.console);
		progress.begin("sample", firms);
		new SampleProvince(definitions.form(), definitions.regions())
			.generate(new SampleRequest(firms, from, to, seed, out), (done) -> progress.advance(1));
		progress.end("sample");
		this.console.say("sample.generated", firms, from, to, out);
		return ExitCode.DONE;
	}

}
