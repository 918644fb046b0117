package org.srdi.monitor.core;

/**
 * A text of a report and where it stands: a header field, an answer, a remark.
 *
 * @param cell the cell it was read from
 * @param text what was typed, stripped, never blank
 * @param digitsLost whether it is a code that was typed as a number of more digits than
 * spreadsheet programs keep
 */
public record Entry(CellAddress cell, String text, boolean digitsLost) {

	/** Makes an entry that has all its digits. */
	public Entry(CellAddress cell, String text) {
		this(cell, text, false);
	}

}
