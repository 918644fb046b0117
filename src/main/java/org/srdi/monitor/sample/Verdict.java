package org.srdi.monitor.sample;

/** What is expected to become of a file of the last month. */
enum Verdict {

	ACCEPTED, HELD, RETURNED, DUPLICATE, UNREADABLE

}
