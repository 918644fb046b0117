package org.srdi.monitor.submission;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.register.Enterprise;

/** Judges versions before they are stored. */
@FunctionalInterface
public interface Verdicts {

	/**
	 * A version that is about to be stored.
	 *
	 * @param enterprise whose it is; null where its code is not in the register
	 * @param period the month it is about; null where it names none
	 * @param report the report
	 */
	record Candidate(@Nullable Enterprise enterprise, @Nullable ReportingPeriod period, Report report) {

	}

	/**
	 * Returns what was found in them, in their order; null for those that are left to
	 * wait.
	 */
	List<@Nullable Judged> of(List<Candidate> candidates);

}
