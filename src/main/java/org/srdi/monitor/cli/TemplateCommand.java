package org.srdi.monitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.register.Enterprise;
import org.srdi.monitor.register.Enterprises;
import org.srdi.monitor.submission.Templates;

@Command(name = "template")
final class TemplateCommand implements Callable<Integer> {

	private static final int PAGE = 200;

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@ArgGroup(multiplicity = "1")
	private final Whose whose = new Whose();

	@Option(names = "--period", required = true, paramLabel = "YYYY-MM", converter = PeriodOption.class)
	private @Nullable ReportingPeriod period;

	@Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "template.out")
	private Path out = Path.of(".");

	TemplateCommand(Console console) {
		this.console = console;
	}

	/** Whose template is wanted. */
	static final class Whose {

		@Option(names = "--enterprise", required = true, paramLabel = "CODE", descriptionKey = "template.enterprise")
		private @Nullable String code;

		@Option(names = "--all", required = true, descriptionKey = "template.all")
		private boolean all;

	}

	@Override
	public Integer call() throws IOException {
		try (Application application = Application.start(this.settings)) {
			List<Enterprise> firms = firms(application.get(Enterprises.class));
			Files.createDirectories(this.out);
			Templates.OfPeriod templates = application.get(Templates.class).of(period(), this.console.locale());
			Progress progress = new ConsoleProgress(this.console);
			progress.begin("template", firms.size());
			for (int from = 0; from < firms.size(); from += PAGE) {
				List<Enterprise> page = firms.subList(from, Math.min(from + PAGE, firms.size()));
				templates.write(page, this.out);
				progress.advance(page.size());
			}
			progress.end("template");
			this.console.say("template.written", firms.size(), this.out);
			return ExitCode.DONE;
		}
	}

	private List<Enterprise> firms(Enterprises enterprises) {
		List<Enterprise> firms = new ArrayList<>();
		if (this.whose.all) {
			enterprises.forEach((firm) -> {
				if (firm.creditCode() != null) {
					firms.add(firm);
				}
			});
			return firms;
		}
		String code = String.valueOf(this.whose.code);
		firms.add(CreditCode.tryParse(code)
			.flatMap(enterprises::find)
			.orElseThrow(() -> new BadInputException(this.console.text("enterprise.unknown", code))));
		return firms;
	}

	private ReportingPeriod period() {
		if (this.period == null) {
			throw new IllegalStateException("picocli demands the period");
		}
		return this.period;
	}

}
