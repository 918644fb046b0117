package org.srdi.monitor.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.notice.Delivery;
import org.srdi.monitor.notice.DeliveryState;
import org.srdi.monitor.notice.Dispatch;
import org.srdi.monitor.notice.Outbox;

@Command(name = "outbox")
final class OutboxCommand implements Callable<Integer> {

	private static final int MOST = 200;

	private static final Set<DeliveryState> UNFINISHED = EnumSet.of(DeliveryState.QUEUED, DeliveryState.SENDING,
			DeliveryState.FAILED, DeliveryState.GIVEN_UP);

	private final Console console;

	@Mixin
	private final Settings settings = new Settings();

	@Option(names = "--state", paramLabel = "STATE", descriptionKey = "outbox.state")
	private List<DeliveryState> states = List.of();

	@Option(names = "--json", descriptionKey = "json")
	private boolean json;

	OutboxCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		try (Application application = Application.start(this.settings)) {
			Outbox outbox = application.get(Outbox.class);
			Mailing mailing = new Mailing(this.console, outbox);
			List<Delivery> listed = outbox.list(this.states.isEmpty() ? UNFINISHED : this.states, MOST);
			if (this.json) {
				this.console.out().println(mailing.json(listed));
			}
			else {
				mailing.standing();
				listed.forEach(mailing::line);
			}
			return ExitCode.DONE;
		}
	}

	@Command(name = "send")
	int send(@Mixin Settings given) {
		try (Application application = Application.start(given)) {
			Outbox outbox = application.get(Outbox.class);
			Dispatch dispatch = outbox.sendNow();
			if (dispatch.isNothing()) {
				this.console.say("mail.nothing");
			}
			new Mailing(this.console, outbox).tell(dispatch);
			return code(dispatch);
		}
	}

	private static int code(Dispatch dispatch) {
		if (dispatch.trouble() != null) {
			return ExitCode.FAILED;
		}
		return (dispatch.failed() + dispatch.givenUp() > 0) ? ExitCode.DONE_WITH_FAULTS : ExitCode.DONE;
	}

	/** What is to be tried again. */
	static final class Which {

		@Parameters(paramLabel = "ID", descriptionKey = "outbox.id")
		private @Nullable Long id;

		/** Picocli demands it where there is no number. */
		@SuppressWarnings("UnusedVariable")
		@Option(names = "--all-given-up", required = true, descriptionKey = "outbox.all-given-up")
		private boolean all;

	}

	@Command(name = "retry")
	int retry(@Mixin Settings given, @ArgGroup(multiplicity = "1") Which which) {
		try (Application application = Application.start(given)) {
			Outbox outbox = application.get(Outbox.class);
			if (which.id == null) {
				this.console.say("outbox.retried", outbox.retryAllGivenUp());
				return ExitCode.DONE;
			}
			demand(outbox.retry(which.id), outbox, which.id, "outbox.not-retried");
			this.console.say("outbox.retried", 1);
			return ExitCode.DONE;
		}
	}

	@Command(name = "cancel")
	int cancel(@Mixin Settings given, @Parameters(paramLabel = "ID", descriptionKey = "outbox.id") long id,
			@Option(names = "--reason", required = true, paramLabel = "TEXT",
					descriptionKey = "outbox.reason") String reason) {
		if (reason.isBlank()) {
			throw new BadInputException(this.console.text("outbox.no-reason"));
		}
		try (Application application = Application.start(given)) {
			Outbox outbox = application.get(Outbox.class);
			demand(outbox.cancel(id, reason), outbox, id, "outbox.not-cancelled");
			this.console.say("outbox.cancelled", String.valueOf(id));
			return ExitCode.DONE;
		}
	}

	/**
	 * Tells why nothing was done: there is no such delivery, or it is not in a state for
	 * it.
	 */
	private void demand(boolean done, Outbox outbox, long id, String key) {
		if (!done) {
			throw new BadInputException(outbox.find(id)
				.map((found) -> this.console.text(key, String.valueOf(id),
						this.console.text("delivery." + found.state().name())))
				.orElseGet(() -> this.console.text("outbox.unknown", String.valueOf(id))));
		}
	}

}
