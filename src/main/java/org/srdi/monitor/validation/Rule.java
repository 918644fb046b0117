package org.srdi.monitor.validation;

import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Violations;

/** Demands something of a report. */
interface Rule {

	/** Returns where the report fails the demand. */
	Violations check(Report report, Facts facts);

}
