package org.srdi.monitor.definition;

/** When a field must not be blank. */
public enum Due {

	/** In every report. */
	ALWAYS,
	/** In every month while the enterprise operates normally. */
	MONTHLY,
	/** In March, June, September and December while the enterprise operates normally. */
	QUARTERLY,
	/** Never. */
	OPTIONAL

}
