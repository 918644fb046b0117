package org.srdi.monitor.notice;

import java.util.List;

import org.srdi.monitor.register.Problem;

/**
 * What came of importing contacts. With any problem nothing was stored and the counts but
 * rows are 0.
 *
 * @param rows how many rows the file has below its header
 * @param added how many contacts are new
 * @param changed how many are not as they were
 * @param unchanged how many are as they were
 * @param removed how many are no longer written to
 * @param problems what keeps the file from being imported, in the order of the file
 */
public record ContactResult(int rows, int added, int changed, int unchanged, int removed, List<Problem> problems) {

	/** Keeps its own copy. */
	public ContactResult {
		problems = List.copyOf(problems);
	}

	/** Returns whether the file was imported. */
	public boolean isImported() {
		return this.problems.isEmpty();
	}

}
