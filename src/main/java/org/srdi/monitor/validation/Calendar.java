package org.srdi.monitor.validation;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition;

/**
 * The calendar of the form as rules ask it.
 *
 * @param definition the calendar of {@code job.yaml}
 */
record Calendar(JobDefinition.Calendar definition) {

	/** Returns the period of a report, null if it names none that can be read. */
	static @Nullable ReportingPeriod periodOf(Report report) {
		String text = report.text("period");
		return (text != null) ? parse(text) : null;
	}

	/** Returns the period of a text, null if it is none. */
	static @Nullable ReportingPeriod parse(String text) {
		try {
			return ReportingPeriod.parse(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	boolean isMerged() {
		return this.definition.january() == JobDefinition.January.MERGED;
	}

	/** Returns whether the period is the first one of its year. */
	boolean startsYear(ReportingPeriod period) {
		return period.months() == 1 || coversTwoMonths(period);
	}

	/** Returns whether the period stands for January and February. */
	boolean coversTwoMonths(ReportingPeriod period) {
		return isMerged() && period.months() == 2;
	}

}
