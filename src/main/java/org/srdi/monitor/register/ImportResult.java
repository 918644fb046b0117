package org.srdi.monitor.register;

import java.util.List;

/**
 * What came of importing a register. With any problem nothing was stored and the counts
 * but rows are 0.
 *
 * @param rows how many rows the file has below its header
 * @param added how many enterprises are new
 * @param changed how many enterprises differ from before, in their facts, titles or
 * membership
 * @param unchanged how many enterprises are as they were
 * @param titles how many titles are new
 * @param problems what keeps the file from being imported, in the order of the file
 */
public record ImportResult(int rows, int added, int changed, int unchanged, int titles, List<Problem> problems) {

	/** Keeps its own copy. */
	public ImportResult {
		problems = List.copyOf(problems);
	}

	static ImportResult refused(int rows, List<Problem> problems) {
		return new ImportResult(rows, 0, 0, 0, 0, problems);
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
