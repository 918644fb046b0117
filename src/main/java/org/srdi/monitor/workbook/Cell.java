package org.srdi.monitor.workbook;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;

/**
 * A cell with content.
 *
 * @param address where it stands
 * @param kind what its content is; of a formula, what its cached value is
 * @param text the content, never blank: TEXT as typed, stripped; NUMBER and PERCENTAGE in
 * plain decimals of at most 15 significant digits; DATE as 2026-10-31; BOOLEAN as TRUE or
 * FALSE; ERROR as #REF! or what else is wrong with it
 * @param formula whether it is the cached value of a formula
 * @param raw the number as it stands in the file where it has more digits than
 * spreadsheet programs keep; null otherwise
 */
public record Cell(CellAddress address, Kind kind, String text, boolean formula, @Nullable String raw) {

	/** Makes a cell that holds no formula. */
	public Cell(CellAddress address, Kind kind, String text) {
		this(address, kind, text, false, null);
	}

	/** Returns the same cell as the value of a formula. */
	Cell computed() {
		return new Cell(this.address, this.kind, this.text, true, this.raw);
	}

	/** What a cell holds. */
	public enum Kind {

		/** What was typed as text, numbers typed as text included. */
		TEXT,
		/** A number. */
		NUMBER,
		/** A number that is shown as a percentage: 0.85 for 85%. */
		PERCENTAGE,
		/** A number that is formatted as a date; the time of day is dropped. */
		DATE,
		/** A truth value. */
		BOOLEAN,
		/** An error of a formula, or a formula that was never computed. */
		ERROR

	}

	/** Returns whether it holds a number, however that is shown. */
	public boolean isNumber() {
		return this.kind == Kind.NUMBER || this.kind == Kind.PERCENTAGE;
	}

	/** Returns the number it holds, as it stands there; null if it holds none. */
	public @Nullable BigDecimal number() {
		return isNumber() ? Numbers.exact(this.text) : null;
	}

}
