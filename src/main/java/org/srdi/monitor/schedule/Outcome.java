package org.srdi.monitor.schedule;

import java.util.List;

import java.util.List;
import java.util.stream.Collectors;

import java.util.List;
import java.util.stream.Collectors;

import org.srdi.monitor.batch.Recovery;
import org.srdi.monitor.batch.RunOutcome;
import org.srdi.monitor.notice.Dispatch;
import org.srdi.monitor.reminder.ReminderRound;
import org.srdi.monitor.submission.Tally;
import org.srdi.monitor.watch.Verdict;

/**
 * What came of an action.
 *
 * @param status how it ended
 * @param text what was done, or what went wrong
 */
public record Outcome(Status status, String text) {

	/** How an action ends. */
	public enum Status {

		/** It did what there was to do. */
		DONE,
		/** There was nothing to do. */
		NOTHING,
		/** It cannot be done yet; the next tick tries again. */
		LATER,
		/** It failed; the next tick tries again. */
		FAILED

	}

	/** Returns the outcome of an action that did something. */
	public static Outcome done(String text) {
		return new Outcome(Status.DONE, text);
	}

	/** Returns the outcome of an action that found nothing to do. */
	public static Outcome nothing(String text) {
		return new Outcome(Status.NOTHING, text);
	}

	/** Returns the outcome of an action that must wait. */
	public static Outcome later(String text) {
		return new Outcome(Status.LATER, text);
	}

	/** Returns the outcome of an action that failed. */
	public static Outcome failed(String text) {
		return new Outcome(Status.FAILED, text);
	}

	/** Returns the outcome of a round of reminders. */
	static Outcome ofReminders(List<ReminderRound> rounds) {
		int mails = rounds.stream().mapToInt(ReminderRound::mails).sum();
		return (mails > 0) ? done("reminders put into the outbox: " + mails) : nothing("nobody to be reminded");
	}

	/** Returns the outcome of a run. */
	static Outcome of(RunOutcome run) {
		return switch (run.status()) {
			case DONE -> done(text(run.tally()));
			case NOTHING_NEW -> nothing("nothing new");
			case BUSY -> later("another run is under way");
			case STOPPED -> later("the application is ending");
			case NOT_YET -> later(String.valueOf(run.message()));
			case FAILED -> failed(String.valueOf(run.message()));
		};
	}

	/** Returns the outcome of a look at what did not happen. */
	static Outcome of(List<Verdict> missing) {
		return missing.isEmpty() ? nothing("nothing is missing")
				: done(missing.stream()
					.map((verdict) -> verdict.expectation().code() + " of " + verdict.key())
					.collect(Collectors.joining(", ", "missing: ", "")));
	}

	/** Returns the outcome of sending notices. */
	static Outcome of(Dispatch dispatch) {
		if (dispatch.trouble() != null) {
			return later("no notices get out: " + dispatch.trouble().code());
		}
		return dispatch.isNothing() ? nothing("no notice is due")
				: done("notices sent %d, failed %d, given up %d, waiting for the end of the quiet hours %d"
					.formatted(dispatch.sent(), dispatch.failed(), dispatch.givenUp(), dispatch.quiet()));
	}

	/** Returns the outcome of looking for runs that broke off. */
	static Outcome ofRecovery(List<Recovery.Found> found) {
		String text = found.stream().map(Recovery.Found::text).collect(Collectors.joining("; "));
		return found.isEmpty() ? nothing("no run broke off") : done(text);
	}

	private static String text(Tally tally) {
		return "files in %d = accepted %d + held %d + returned %d + duplicate %d + unreadable %d".formatted(
				tally.filesIn(), tally.accepted(), tally.held(), tally.returned(), tally.duplicate(),
				tally.unreadable());
	}

	/** Returns whether it need not be tried again. */
	boolean isSettled() {
		return this.status == Status.DONE || this.status == Status.NOTHING;
	}

}
