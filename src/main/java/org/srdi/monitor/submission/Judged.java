package org.srdi.monitor.submission;

import java.util.List;

import org.srdi.monitor.core.Proposal;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Violations;

/**
 * A report of a file and what was found wrong with it.
 *
 * @param position 0 in a form workbook, the row number from 1 in a consolidated one
 * @param report the report, with the answers that came with it and the repairs in it
 * @param violations the rules it breaks
 * @param proposals the repairs that are proposed
 * @param repairs the repairs that were confirmed and took effect
 */
public record Judged(int position, Report report, Violations violations, List<Proposal> proposals,
		List<Proposal> repairs) {

	/** Keeps its own copies. */
	public Judged {
		proposals = List.copyOf(proposals);
		repairs = List.copyOf(repairs);
	}

	/** Makes one without repairs. */
	public Judged(int position, Report report, Violations violations, List<Proposal> proposals) {
		this(position, report, violations, proposals, List.of());
	}

	/** Returns what becomes of the report. */
	public SubmissionState verdict() {
		return SubmissionState.of(this.violations);
	}

}
