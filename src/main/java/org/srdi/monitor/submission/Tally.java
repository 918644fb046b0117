package org.srdi.monitor.submission;

import java.util.Map;

/**
 * How many reports came in and what became of them. A form workbook counts one, a
 * consolidated workbook one per row, an unreadable file one.
 *
 * @param filesIn how many came in
 * @param accepted how many were accepted
 * @param held how many wait for an explanation
 * @param returned how many have errors
 * @param duplicate how many came in before with the same content
 * @param unreadable how many files could not be read
 * @param unchecked how many were not checked yet
 */
public record Tally(int filesIn, int accepted, int held, int returned, int duplicate, int unreadable, int unchecked) {

	static Tally of(Map<SubmissionState, Integer> states, int unreadable, int reports) {
		return new Tally(reports + unreadable, states.getOrDefault(SubmissionState.ACCEPTED, 0),
				states.getOrDefault(SubmissionState.HELD, 0), states.getOrDefault(SubmissionState.RETURNED, 0),
				states.getOrDefault(SubmissionState.DUPLICATE, 0), unreadable,
				states.getOrDefault(SubmissionState.RECEIVED, 0));
	}

	/** Returns whether everything that came in is accounted for. */
	public boolean isBalanced() {
		return this.filesIn == this.accepted + this.held + this.returned + this.duplicate + this.unreadable;
	}

	/** Returns the equation as people check it. */
	@Override
	public String toString() {
		return "%d = %d + %d + %d + %d + %d".formatted(this.filesIn, this.accepted, this.held, this.returned,
				this.duplicate, this.unreadable);
	}

}
