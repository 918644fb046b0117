package org.srdi.monitor.core;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * A number of a report and where it stands.
 *
 * @param cell the cell it was read from
 * @param text what the cell shows, never blank
 * @param amount the number in the field's unit, in the scale it was given in; null if the
 * text is no number
 */
public record Figure(CellAddress cell, String text, @Nullable BigDecimal amount) {

	/** What stands for the value of a formula that was never computed. */
	public static final String NOT_COMPUTED = "公式未重算";

}
