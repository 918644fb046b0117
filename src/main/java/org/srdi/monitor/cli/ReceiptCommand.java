package org.srdi.monitor.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.submission.Receipt;
import org.srdi.monitor.submission.ReceiptText;
import org.srdi.monitor.submission.Receipts;

/** Prints the receipts of the versions of a report. */
@Command(name = "receipt")
final class ReceiptCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--enterprise", required = true, paramLabel = "CODE", descriptionKey = "receipt.enterprise")
	private String code = "";

	@Option(names = "--period", required = true, paramLabel = "YYYY-MM", converter = PeriodOption.class)
	private @Nullable ReportingPeriod period;

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	ReceiptCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		if (this.period == null) {
			throw new IllegalStateException("picocli demands the period");
		}
		CreditCode credit = CreditCode.tryParse(this.code)
			.orElseThrow(() -> new BadInputException(this.console.text("enterprise.unknown", this.code)));
		try (Application application = Application.start(this.settings)) {
			Receipts receipts = application.get(Receipts.class);
			List<Receipt> given = receipts.find(credit, this.period);
			if (given.isEmpty()) {
				this.console.say("receipt.none", credit, this.period);
				return ExitCode.DONE_WITH_FAULTS;
			}
			print(receipts, new ReceiptText(application.get(Definitions.class).form(), this.console.locale()), given);
			return ExitCode.DONE;
		}
	}

	private void print(Receipts receipts, ReceiptText words, List<Receipt> given) {
		if (this.json) {
			this.console.out().println(receipts.json(given));
			return;
		}
		for (Receipt receipt : given) {
			words.lines(receipt).forEach(this.console.out()::println);
			this.console.out().println();
		}
	}

}
