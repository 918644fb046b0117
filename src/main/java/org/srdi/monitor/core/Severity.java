package org.srdi.monitor.core;

/** How much a violated rule weighs. */
public enum Severity {

	/** The report cannot be accepted (强制性, E). */
	ERROR,
	/** The report needs an explanation (核实性, W). */
	WARNING

}
