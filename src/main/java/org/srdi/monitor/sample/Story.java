package org.srdi.monitor.sample;

/** What happens to a firm in the last month. */
enum Story {

	/** It owes no report. */
	EXEMPT(2),
	/** It sends nothing. */
	MISSING(4),
	/** Its report comes after the deadline. */
	LATE(4),
	/** It sends the same file twice. */
	DUPLICATE(3),
	/** Its report is returned, and it sends a correct one. */
	CORRECTED(1),
	/** Its file breaks off on the way, and it sends it again. */
	TRUNCATED(1),
	/** Its file arrives empty, and it sends it again. */
	EMPTY(1),
	/** It renames a text file to .xlsx, and leaves it at that. */
	TEXT_RENAMED(1),
	/** Its report has a mistake. */
	FAULTY(0),
	/** Its report is in order and in time. */
	CLEAN(0);

	private final int firms;

	Story(int firms) {
		this.firms = firms;
	}

	/** Returns how many firms it happens to; 0 where that is told elsewhere. */
	int firms() {
		return this.firms;
	}

}
