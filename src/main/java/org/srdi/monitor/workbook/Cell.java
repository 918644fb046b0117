package org.srdi.monitor.workbook;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;

/**
 * A cell with content.
 *
 * @param address where it stands
 * @param kind what its content is; of a formula, what its cached value is
 * @param text the content, never blank: TEXT as typed, stripped; NUMBER in plain decimals
 * of at most 15 significant digits; DATE as 2026-10-31; BOOLEAN as TRUE or FALSE; ERROR
 * as #REF! or what else is wrong with it
 */
public record Cell(CellAddress address, Kind kind, String text) {

	/** What a cell holds. */
	public enum Kind {

		/** What was typed as text, numbers typed as text included. */
		TEXT,
		/** A number. */
		NUMBER,
		/** A number that is formatted as a date; the time of day is dropped. */
		DATE,
		/** A truth value. */
		BOOLEAN,
		/** An error of a formula, or a formula that was never computed. */
		ERROR

	}

	/**
	 * Returns the number of a NUMBER, or of a TEXT that is nothing but a number,
	 * thousands commas and full-width digits included; null if there is none.
	 */
	public @Nullable BigDecimal number() {
		return switch (this.kind) {
			case NUMBER -> new BigDecimal(this.text);
			case TEXT -> Numbers.typed(this.text);
			case DATE, BOOLEAN, ERROR -> null;
		};
	}

}
