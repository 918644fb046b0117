package org.srdi.monitor.submission;

import org.srdi.monitor.core.Violations;

/** What became of a version of a report. */
public enum SubmissionState {

	/** Stored, not checked yet. */
	RECEIVED,
	/** Without open error, every warning explained: it counts. */
	ACCEPTED,
	/** A warning lacks its explanation. */
	HELD,
	/** It has errors. */
	RETURNED,
	/** The same content came in before. */
	DUPLICATE;

	/** Returns what a report with these violations becomes. */
	public static SubmissionState of(Violations violations) {
		if (violations.hasErrors()) {
			return RETURNED;
		}
		return violations.hasOpenWarnings() ? HELD : ACCEPTED;
	}

}
