package org.srdi.monitor.cli;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.srdi.monitor.core.StoredTime;
import org.srdi.monitor.submission.Arrival;
import org.srdi.monitor.submission.LostArrivals;

/** Brings back what came in after the backup that the database was restored from. */
@Command(name = "recover")
final class RecoverCommand implements Callable<Integer> {

	private static final YearMonth EVER = YearMonth.of(2000, 1);

	private static final int MOST_NAMED = 20;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--dry-run", descriptionKey = "recover.dry-run")
	private boolean dryRun;

	RecoverCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		try (Application application = Application.start(this.settings)) {
			LostArrivals arrivals = application.get(LostArrivals.class);
			LostArrivals.Found found = arrivals.find(EVER);
			if (!this.dryRun) {
				arrivals.bringBack(found.lost());
			}
			return report(found);
		}
	}

	private int report(LostArrivals.Found found) {
		found.lost().stream().limit(MOST_NAMED).forEach((arrival) -> name("recover.lost", arrival));
		this.console.say("recover.done." + (this.dryRun ? "dry" : "real"), found.noted(), found.lost().size());
		if (found.gone().isEmpty()) {
			return ExitCode.DONE;
		}
		found.gone().stream().limit(MOST_NAMED).forEach((arrival) -> name("recover.gone", arrival));
		this.console.warn("recover.all-gone", found.gone().size());
		return ExitCode.DONE_WITH_FAULTS;
	}

	private void name(String key, Arrival arrival) {
		this.console.say(key, arrival.fileName(), TIME.format(StoredTime.of(arrival.receivedAt())), arrival.sha256());
	}

}
