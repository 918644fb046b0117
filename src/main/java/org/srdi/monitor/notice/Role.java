package org.srdi.monitor.notice;

/** What a person is written for. */
public enum Role {

	/** Gets the monthly rollup (月报). */
	ROLLUP,
	/** Is reminded of missing reports (催报). */
	REMINDER,
	/** Is told when something goes wrong (告警). */
	ALERT

}
