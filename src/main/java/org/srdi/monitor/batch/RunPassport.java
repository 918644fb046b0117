package org.srdi.monitor.batch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.publication.Publications;

/**
 * Everything that is known of a run.
 *
 * @param summary the run in a line
 * @param balanced whether what came in equals what became of it; null unless it is done
 * @param inputs what it rested on; null unless it is done
 * @param files the files it took in
 * @param outputs the files it published
 * @param figures the headline figures when it was done, by name
 * @param attempts every start of it
 * @param steps every execution of a step
 * @param timing how long it took in all; null while it has not ended
 */
public record RunPassport(RunSummary summary, @Nullable Boolean balanced, @Nullable Inputs inputs, List<File> files,
		List<Publications.Recorded> outputs, Map<String, @Nullable BigDecimal> figures, List<Attempt> attempts,
		List<Step> steps, @Nullable Timing timing) {

	/**
	 * What a run rested on; parts that were not kept by older versions are null.
	 *
	 * @param digest the SHA-256 over all of it
	 * @param definitions the digest of the definitions
	 * @param register how often register and plans had been changed
	 * @param reports the last report and the last change of one
	 */
	public record Inputs(String digest, @Nullable String definitions, @Nullable String register,
			@Nullable String reports) {

	}

	/**
	 * A file that was taken in.
	 *
	 * @param name its name
	 * @param sha256 the SHA-256 of its bytes, which names them in the archive
	 * @param state what became of it
	 * @param reports how many reports were found in it
	 */
	public record File(String name, String sha256, String state, int reports) {

	}

	/**
	 * A start of a run.
	 *
	 * @param attempt counts from 1
	 * @param node host and process; null where nobody noted it
	 * @param actor who started it; null where nobody noted it
	 * @param startedAt when
	 * @param endedAt when it ended; null while it runs, and where it was killed
	 * @param outcome RUNNING, DONE, FAILED, STOPPED or KILLED
	 * @param message why it failed; null unless it did
	 */
	public record Attempt(int attempt, @Nullable String node, @Nullable String actor, Instant startedAt,
			@Nullable Instant endedAt, String outcome, @Nullable String message) {

	}

	/**
	 * An execution of a step.
	 *
	 * @param step its name
	 * @param execution counts the executions of the step in the run from 1
	 * @param attempt the start of the run it belongs to
	 * @param startedAt when it began
	 * @param endedAt when it ended; null while it runs, and where it was killed
	 * @param status STARTED, COMPLETED, FAILED, STOPPED or KILLED
	 * @param read items read
	 * @param written items written
	 * @param skipped items skipped
	 * @param commits transactions committed
	 * @param rollbacks transactions rolled back
	 * @param timing how long it took; null while it has not ended
	 */
	public record Step(String step, int execution, int attempt, Instant startedAt, @Nullable Instant endedAt,
			String status, long read, long written, long skipped, long commits, long rollbacks,
			@Nullable Timing timing) {

	}

}
