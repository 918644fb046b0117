package org.srdi.monitor.register;

/** Whether an enterprise owes a report. */
public enum Duty {

	/** 应报. */
	DUE,
	/** 免报, for a stated reason. */
	EXEMPT

}
