package org.srdi.monitor.validation.slip;

import java.util.Locale;

/** What has happened to the figures of a report. */
public enum SlipKind {

	/** Nearly all amounts are in another unit (元, 千元, 亿元 instead of 万元). */
	UNIT_OF_REPORT,
	/**
	 * One figure, or all figures of a field, are too large or small by a power of ten.
	 */
	UNIT,
	/** A percentage was given as a fraction, or multiplied by a hundred once more. */
	PERCENT,
	/** A figure that may be negative has the wrong sign. */
	SIGN,
	/** The figures of the month and of the year to date stand in each other's place. */
	COLUMNS_SWAPPED,
	/** A block stands one column too far left or right. */
	COLUMNS_SHIFTED,
	/** A run of rows stands one row too high or low. */
	ROWS_SHIFTED,
	/** The report is that of last month once more. */
	LAST_MONTH_COPIED,
	/** The columns of last year hold the figures of this year. */
	LAST_YEAR_FILLED;

	/** Returns the name used in answers and message bundles: {@code unit-of-report}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
