package org.srdi.monitor.notice;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What came of sending.
 *
 * @param channel by which way: {@code smtp} or {@code eml}
 * @param sent how many went out
 * @param failed how many failed and will be tried again
 * @param givenUp how many failed for good
 * @param quiet how many wait for the end of the quiet hours
 * @param files the files that were written, if that is the way
 * @param trouble what keeps all of them from going out; null if nothing does
 */
public record Dispatch(String channel, int sent, int failed, int givenUp, int quiet, List<Path> files,
		@Nullable Trouble trouble) {

	/** Keeps its own copy. */
	public Dispatch {
		files = List.copyOf(files);
	}

	/** Returns whether there was nothing to send. */
	public boolean isNothing() {
		return this.sent + this.failed + this.givenUp + this.quiet == 0 && this.trouble == null;
	}

}
