package org.srdi.bench;

import java.nio.file.Path;

/** A way to read a workbook. */
interface Contender {

	/** Returns what tables call it. */
	String name();

	/**
	 * Reads every visible cell.
	 * @return how many there were, or whatever else shows that none was left out
	 */
	long read(Path file) throws Exception;

}
