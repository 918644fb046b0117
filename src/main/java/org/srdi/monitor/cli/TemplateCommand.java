package org.srdi.monitor.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.register.Enterprise;
import org.srdi.monitor.register.Enterprises;
import org.srdi.monitor.submission.FormWriter;
import org.srdi.monitor.submission.MonthlyReports;
import org.srdi.monitor.submission.ReportDraft;

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
			Progress progress = new ConsoleProgress(this.console);
			progress.begin("template", firms.size());
			for (int from = 0; from < firms.size(); from += PAGE) {
				List<Enterprise> page = firms.subList(from, Math.min(from + PAGE, firms.size()));
				write(application, page);
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

	private void write(Application application, List<Enterprise> firms) {
		Form form = application.get(Definitions.class).form();
		ReportingPeriod month = period();
		Map<Long, Map<FigureKey, BigDecimal>> before = application.get(MonthlyReports.class)
			.figures(firms.stream().map(Enterprise::id).toList(), month.yearBefore());
		FormWriter writer = new FormWriter(form, this.console.locale());
		for (Enterprise firm : firms) {
			ReportDraft draft = new ReportDraft(entries(firm), lastYear(form, before.getOrDefault(firm.id(), Map.of())),
					Map.of(), List.of());
			writer.writeTemplate(this.out.resolve(firm.creditCode() + "_" + month + ".xlsx"), draft);
		}
	}

	private ReportingPeriod period() {
		if (this.period == null) {
			throw new IllegalStateException("picocli demands the period");
		}
		return this.period;
	}

	private Map<FieldCode, String> entries(Enterprise firm) {
		Map<FieldCode, String> entries = new LinkedHashMap<>();
		entries.put(FieldCode.of("credit_code"), String.valueOf(firm.creditCode()));
		entries.put(FieldCode.of("enterprise_name"), firm.name());
		entries.put(FieldCode.of("region_code"), ((firm.county() != null) ? firm.county() : firm.city()).value());
		if (firm.industryCode() != null) {
			entries.put(FieldCode.of("industry_code"), firm.industryCode());
		}
		if (firm.aboveScale() != null) {
			entries.put(FieldCode.of("is_above_scale"), firm.aboveScale() ? "是" : "否");
		}
		entries.put(FieldCode.of("period"), period().toString());
		return entries;
	}

	/** What was reported a year ago stands in the columns of last year. */
	private static Map<FigureKey, BigDecimal> lastYear(Form form, Map<FigureKey, BigDecimal> before) {
		Map<FigureKey, BigDecimal> amounts = new HashMap<>();
		for (FigureKey key : form.figureKeys()) {
			FigureKey then = key.span().isLastYear() ? null : key.over(key.span().lastYear());
			BigDecimal amount = before.get(key);
			if (then != null && amount != null && form.has(then)) {
				amounts.put(then, amount);
			}
		}
		return amounts;
	}

}
