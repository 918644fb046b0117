package org.srdi.monitor.reminder;

/** How far a report that is not accepted has come. */
public enum Standing {

	/** Nothing came in. */
	SILENT,
	/** The latest version has errors. */
	RETURNED,
	/** The latest version lacks explanations. */
	HELD,
	/** The latest version has not been checked yet. */
	WAITING

}
