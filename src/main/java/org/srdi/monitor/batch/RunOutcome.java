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
 * @param message what went wrong, for people; null unless it failed
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
		/** It broke off; the next start goes on from there. */
		FAILED

	}

	static RunOutcome busy() {
		return new RunOutcome(Status.BUSY, NOTHING, 0, null, null);
	}

	static RunOutcome failed(String message) {
		return new RunOutcome(Status.FAILED, NOTHING, 0, null, message);
	}

}
