package org.srdi.monitor.batch;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.submission.Tally;

/**
 * How a run ended.
 *
 * @param status how
 * @param tally what it took in
 * @param unsettled how many files were still being written and were left for the next run
 * @param rollup the rollup that lies there now; null where none was to be published
 * @param message what went wrong or is missing, for people; null unless it failed or is
 * not yet possible
 */
public record RunOutcome(Status status, Tally tally, int unsettled, @Nullable Path rollup, @Nullable String message) {

	static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

	/** How a run ends. */
	public enum Status {

		/** It did all there was to do. */
		DONE,
		/** There was nothing to do. */
		NOTHING_NEW,
		/** Another run holds the lock. */
		BUSY,
		/** It was told to stop and did; the next start goes on from there. */
		STOPPED,
		/** What it rests on is not there yet. */
		NOT_YET,
		/** It broke off; the next start goes on from there. */
		FAILED

	}

	static RunOutcome busy() {
		return new RunOutcome(Status.BUSY, NOTHING, 0, null, null);
	}

	static RunOutcome stopped() {
		return new RunOutcome(Status.STOPPED, NOTHING, 0, null, null);
	}

	static RunOutcome nothingNew(@Nullable Path rollup) {
		return new RunOutcome(Status.NOTHING_NEW, NOTHING, 0, rollup, null);
	}

	static RunOutcome notYet(String message) {
		return new RunOutcome(Status.NOT_YET, NOTHING, 0, null, message);
	}

	static RunOutcome failed(String message) {
		return new RunOutcome(Status.FAILED, NOTHING, 0, null, message);
	}

}
