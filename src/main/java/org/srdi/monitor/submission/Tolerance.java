package org.srdi.monitor.submission;

import java.util.Locale;

import org.srdi.monitor.core.Texts;

/** What is forgiven when a file is read. None of it is a guess, and all of it is told. */
public enum Tolerance {

	/** A number typed as text. */
	TEXT_NUMBER,
	/** Full-width digits or signs: １２３. */
	FULL_WIDTH,
	/** Separators of thousands: 1,234.56. */
	THOUSANDS,
	/** A sign of currency in front: ¥123. */
	CURRENCY,
	/** A unit behind the number, converted exactly: 3.5亿. */
	UNIT_SUFFIX,
	/** A percent sign, typed or shown: 85%. */
	PERCENT,
	/** A negative number as accountants write it: (123.45). */
	ACCOUNTING_NEGATIVE,
	/** A mark for none, read as blank: —. */
	NONE_MARK,
	/** Digits that only binary arithmetic has put there: 1234.5600000000001. */
	BINARY_NOISE,
	/** A period or day given as a date or a count of days. */
	DATE_NUMBER,
	/** A period or day in other words than 2026-10 or 2026-10-31. */
	DATE_TEXT,
	/** A label by another name that is known. */
	ALIAS,
	/** Another unit than that of the form, declared in the file and converted exactly. */
	DECLARED_UNIT,
	/** The value that a formula had when the file was saved. */
	FORMULA_VALUE,
	/** A field that stands there twice with the same values. */
	REPEATED_FIELD,
	/** A hidden sheet, left alone. */
	HIDDEN_SHEET,
	/** A row of totals or notes, passed over. */
	TOTAL_ROW,
	/** Text in another encoding than UTF-8. */
	ENCODING,
	/** Values separated by something else than commas. */
	DELIMITER,
	/** A name that says another format than the content. */
	EXTENSION,
	/** Macros, which are never run. */
	MACROS,
	/** Links to other workbooks, which are not followed. */
	EXTERNAL_LINKS,
	/** Embedded documents, which are not opened. */
	EMBEDDED_OBJECTS;

	/** Returns what is done, for people. */
	public String text(Locale locale) {
		return Texts.of("submission", locale).get("tolerance." + name());
	}

}
