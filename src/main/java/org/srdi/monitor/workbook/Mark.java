package org.srdi.monitor.workbook;

/** What is to be done about a marked cell, the most pressing first. */
public enum Mark {

	/** It must be repaired: light red. */
	REPAIR("FFC9C9", 45),
	/** A repair is proposed and waits to be confirmed: light blue. */
	PROPOSAL("BFDDF7", 44),
	/** It must be explained: light yellow. */
	EXPLAIN("FFF2A8", 43);

	private final String colour;

	private final int index;

	Mark(String colour, int index) {
		this.colour = colour;
		this.index = index;
	}

	/**
	 * Returns the colour in .xlsx as RRGGBB: no program offers it, so it is known again.
	 */
	String colour() {
		return this.colour;
	}

	/** Returns the colour in the palette of .xls, which has no others. */
	int index() {
		return this.index;
	}

}
