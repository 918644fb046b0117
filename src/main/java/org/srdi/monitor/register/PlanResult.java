package org.srdi.monitor.register;

import java.util.List;

/**
 * What came of importing yearly plans. With any problem nothing was stored and the counts
 * but rows are 0.
 *
 * @param rows how many rows the file has below its header
 * @param added how many targets are new
 * @param changed how many targets have another number than before
 * @param unchanged how many targets are as they were
 * @param problems what keeps the file from being imported, in the order of the file
 */
public record PlanResult(int rows, int added, int changed, int unchanged, List<Problem> problems) {

	/** Keeps its own copy. */
	public PlanResult {
		problems = List.copyOf(problems);
	}

	static PlanResult refused(int rows, List<Problem> problems) {
		return new PlanResult(rows, 0, 0, 0, problems);
	}

	/** Returns whether the file was imported. */
	public boolean isImported() {
		return this.problems.isEmpty();
	}

	/** Returns whether the import changed anything. */
	public boolean isChange() {
		return this.added + this.changed > 0;
	}

}
