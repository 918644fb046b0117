package org.srdi.monitor.core;

import java.util.Map;

/**
 * One row of the table of main products.
 *
 * @param row the row of the sheet, counted from 0
 * @param entries what was typed, by column code of the table
 */
public record ProductLine(int row, Map<String, Entry> entries) {

	/** Keeps its own copy. */
	public ProductLine {
		entries = Map.copyOf(entries);
	}

}
