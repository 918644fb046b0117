package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** Figures that agree with each other if no slip has happened. */
interface Clue {

	/** Returns the numbers of the figures. */
	int[] figures();

	/**
	 * Returns how far they are from agreeing; null where figures are missing, so that
	 * nothing can be told.
	 */
	@Nullable BigDecimal gap(Case report);

	/** Returns the difference that rounding explains. */
	BigDecimal allowed();

	/** Returns whether they agree to the cent rather than within limits. */
	boolean isExact();

	/** Returns whether a rule demands it. */
	boolean isRule();

	/** Returns whether it ties figures to what is on file, whatever else is reported. */
	boolean isAnchored();

	/** Returns how it stands in a report. */
	default State state(Case report) {
		BigDecimal gap = gap(report);
		if (gap == null) {
			return State.UNKNOWN;
		}
		return (gap.compareTo(allowed()) <= 0) ? State.HOLDS : State.BROKEN;
	}

	/** How a clue stands in a report. */
	enum State {

		/** Figures are missing. */
		UNKNOWN,
		/** They agree. */
		HOLDS,
		/** They do not. */
		BROKEN

	}

}
