package org.srdi.monitor.workbook;

/** What the colour of a sheet's tab says. */
public enum Tone {

	/** Nothing in particular. */
	NEUTRAL("44546A"),
	/** All is well. */
	GOOD("548235"),
	/** Something wants attention. */
	WARNING("BF8F00"),
	/** Something is wrong. */
	BAD("C00000");

	private final String colour;

	Tone(String colour) {
		this.colour = colour;
	}

	String colour() {
		return this.colour;
	}

}
