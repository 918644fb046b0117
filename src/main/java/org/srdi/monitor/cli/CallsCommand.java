package org.srdi.monitor.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.reminder.CallList;
import org.srdi.monitor.reminder.CallSheet;
import org.srdi.monitor.reminder.Calls;

/** Prints whom to call first about missing reports, and where to stop. */
@Command(name = "calls")
final class CallsCommand implements Callable<Integer> {

	private static final int SHOWN = 20;

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--period", required = true, paramLabel = "YYYY-MM", converter = PeriodOption.class)
	private @Nullable ReportingPeriod period;

	@Option(names = "--region", paramLabel = "CODE", descriptionKey = "calls.region")
	private @Nullable String region;

	@Option(names = "--goal", paramLabel = "PERCENT", descriptionKey = "calls.goal")
	private @Nullable BigDecimal goal;

	@Option(names = "--out", paramLabel = "FILE", descriptionKey = "calls.out")
	private @Nullable Path out;

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	CallsCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws IOException {
		if (this.period == null) {
			throw new IllegalStateException("picocli demands the period");
		}
		refuseBadInput();
		try (Application application = Application.start(this.settings)) {
			Region scope = scope(application.get(Definitions.class));
			CallList list = application.get(Calls.class).list(this.period, scope, this.goal);
			CallSheet sheet = application.get(CallSheet.class);
			if (this.json) {
				this.console.out().println(CallsJson.of(list));
			}
			else {
				print(list, sheet);
			}
			write(list, sheet);
			return ExitCode.DONE;
		}
	}

	/** Before anything is started. */
	private void refuseBadInput() {
		if (this.goal != null && (this.goal.signum() < 0 || this.goal.compareTo(BigDecimal.valueOf(100)) > 0)) {
			throw new BadInputException(this.console.text("calls.goal-outside", this.goal.toPlainString()));
		}
		String name = (this.out != null) ? this.out.toString() : "list.csv";
		if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|csv)")) {
			throw new BadInputException(this.console.text("calls.file-kind", name));
		}
	}

	private Region scope(Definitions definitions) {
		String code = (this.region != null) ? this.region.strip() : definitions.job().province();
		return definitions.regions()
			.stream()
			.filter((candidate) -> candidate.code().value().equals(code))
			.findFirst()
			.orElseThrow(() -> new BadInputException(this.console.text("calls.region-unknown", code)));
	}

	private void print(CallList list, CallSheet sheet) {
		List<String> summary = sheet.summary(list, this.console.locale());
		this.console.out().println(summary.get(0));
		this.console.out().println();
		if (!list.calls().isEmpty()) {
			printTable(list, sheet);
		}
		this.console.out().println(summary.get(1));
	}

	private void printTable(CallList list, CallSheet sheet) {
		List<List<String>> lines = new ArrayList<>();
		lines.add(sheet.shortHeadings(this.console.locale()));
		list.calls().stream().limit(SHOWN).forEach((call) -> lines.add(sheet.shortValues(call, this.console.locale())));
		List<String> table = new TextTable(lines).lines();
		for (int line = 0; line < table.size(); line++) {
			this.console.out().println(table.get(line));
			if (line > 0 && line == list.needed() && list.outcome() == CallList.Outcome.REACHED_BY_CALLS) {
				this.console.say("calls.stop-here");
			}
		}
		if (list.calls().size() > SHOWN) {
			this.console.say("calls.more", list.calls().size() - SHOWN);
		}
		this.console.out().println();
	}

	private void write(CallList list, CallSheet sheet) throws IOException {
		if (this.out == null) {
			return;
		}
		Path file = this.out.toAbsolutePath();
		Path folder = file.getParent();
		if (folder != null) {
			Files.createDirectories(folder);
		}
		sheet.write(list, file, this.console.locale());
		this.console.warn("calls.written", file);
	}

}
