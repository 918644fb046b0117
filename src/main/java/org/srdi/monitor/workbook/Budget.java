package org.srdi.monitor.workbook;

import java.nio.file.Path;

/**
 * How much of a workbook is opened as a whole, which takes many times its size in memory.
 */
final class Budget {

	/** All parts together, unpacked. */
	static final long MOST_BYTES = 40L << 20;

	/** Cells, blank ones with a format and rows included. */
	static final int MOST_CELLS = 200_000;

	private final Path file;

	private long bytes;

	private int cells;

	Budget(Path file) {
		this.file = file;
	}

	/** Counts a cell or a row. */
	void cell() {
		cells(1);
	}

	void cells(int more) {
		this.cells += more;
		if (this.cells > MOST_CELLS) {
			throw new UnmarkableException(this.file, "more than " + MOST_CELLS + " cells", null);
		}
	}

	void bytes(int more) {
		this.bytes += more;
		if (this.bytes > MOST_BYTES) {
			throw new UnmarkableException(this.file, "more than " + (MOST_BYTES >> 20) + " MB unpacked", null);
		}
	}

}
