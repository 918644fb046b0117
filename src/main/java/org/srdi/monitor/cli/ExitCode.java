package org.srdi.monitor.cli;

/** What a command tells the shell. */
final class ExitCode {

	/** Everything was done. */
	static final int DONE = 0;

	/** It failed; a new start goes on from there. */
	static final int FAILED = 1;

	/** The command or an input file is wrong. */
	static final int BAD_INPUT = 2;

	/** It was done, but some reports are held or returned. */
	static final int DONE_WITH_FAULTS = 3;

	/** Another run is under way. */
	static final int BUSY = 4;

	/** It was told to end; a new start goes on from there. As shells say for SIGTERM. */
	static final int STOPPED = 143;

	private ExitCode() {
	}

}
