package org.srdi.monitor.cli;

import java.time.Clock;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.srdi.monitor.database.DatabaseStatus;
import org.srdi.monitor.database.Schema;
import org.srdi.monitor.deadline.Heartbeat;
import org.srdi.monitor.notice.Outbox;
import org.srdi.monitor.schedule.Schedules;
import org.srdi.monitor.submission.LostArrivals;
import org.srdi.monitor.submission.SubmissionProperties;

@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	ServeCommand(Console console) {
		this.console = console;
	}

	private void tell(Schedules.Change change) {
		this.console.say("serve.schedule." + change.kind().name(), change.code(), change.times());
		if (change.paused()) {
			this.console.say("serve.schedule.paused", change.code());
		}
	}

	@Override
	public Integer call() throws InterruptedException {
		try (Application application = Application.startService(this.settings)) {
			// an outage is known before anything runs
			application.get(Heartbeat.class).start();
			application.get(Schedules.class).start().forEach(this::tell);
			DatabaseStatus database = application.get(Schema.class).status();
			this.console.say("database", database.engine(), database.address(), database.user(),
					database.schemaVersion());
			new Mailing(this.console, application.get(Outbox.class)).way();
			bringBack(application.get(LostArrivals.class), YearMonth.now(application.get(Clock.class)).minusMonths(1));
			this.console.say("serve.started", application.get(SubmissionProperties.class).inbox());
			new CountDownLatch(1).await(); // until the process is told to end
			return ExitCode.DONE;
		}
	}

	/** Whoever restored a backup may have forgotten what came in since. */
	private void bringBack(LostArrivals arrivals, YearMonth from) {
		LostArrivals.Found found = arrivals.find(from);
		arrivals.bringBack(found.lost());
		if (!found.lost().isEmpty()) {
			this.console.say("serve.recovered", found.lost().size());
		}
		if (!found.gone().isEmpty()) {
			this.console.warn("recover.all-gone", found.gone().size());
		}
	}

}
