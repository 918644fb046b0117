package org.srdi.monitor.workbook;

/** What a cell is, and thereby how it looks and how its number is written. */
public enum Style {

	/** The title of a sheet. */
	TITLE(Look.PLAIN.sized(18).bolded().coloured(Palette.BLUE, "")),
	/** What stands below a title: period, unit, origin. */
	SUBTITLE(Look.PLAIN.sized(11).coloured(Palette.MUTED, "")),
	/** The heading of a block of rows. */
	SECTION(Look.PLAIN.sized(11).bolded().coloured(Palette.BLUE, Palette.BAND).framed()),
	/** The heading of a column. */
	HEADING(Look.TEXT.bolded().coloured(Palette.WHITE, Palette.BLUE).centred().wrapped()),
	/** The name of a row. */
	LABEL(Look.TEXT.on(Palette.LABEL).wrapped()),
	/** The name of a row that is a part of the one above, indented. */
	LABEL_PART(Look.TEXT.on(Palette.LABEL).wrapped().indented(2)),
	/** Text as it is, also codes of digits. */
	TEXT(Look.TEXT),
	/** Short text, centred. */
	TEXT_CENTRE(Look.TEXT.centred()),
	/** Long text, wrapped. */
	TEXT_WRAP(Look.TEXT.wrapped()),
	/** Text that leads to another cell. */
	LINK(Look.TEXT.coloured("0563C1", "")),
	/** A remark outside of any table, small and wrapped. */
	NOTE(Look.PLAIN.sized(9).coloured(Palette.MUTED, "").wrapped()),
	/** A sentence of the cover, large and wrapped. */
	HEADLINE(Look.PLAIN.sized(13).wrapped()),
	/** What a sentence of the cover is about. */
	LEAD(Look.TEXT.sized(12).bolded().coloured(Palette.BLUE, Palette.BAND).centred().wrapped()),
	/** A sentence of the cover beside what it is about. */
	LED(Look.TEXT.sized(12).wrapped()),
	/** The title of a cover, very large and centred. */
	COVER_TITLE(Look.PLAIN.sized(26).bolded().coloured(Palette.BLUE, "").centred()),
	/** A line below the title of a cover, centred. */
	COVER_LINE(Look.PLAIN.sized(11).coloured(Palette.MUTED, "").centred()),
	/** What a key figure of a cover is. */
	FIGURE_LABEL(Look.TEXT.coloured(Palette.MUTED, Palette.BAND).centred().wrapped()),
	/** A key figure of a cover in words. */
	FIGURE_TEXT(Look.TEXT.sized(18).bolded().coloured(Palette.BLUE, Palette.BAND).centred()),
	/** A key figure of a cover, a count. */
	FIGURE_INTEGER(FIGURE_TEXT.look.number(Formats.INTEGER).centred()),
	/** A key figure of a cover with two decimals. */
	FIGURE_AMOUNT(FIGURE_TEXT.look.number(Formats.AMOUNT).centred()),
	/** A key figure of a cover in per cent, with one decimal. */
	FIGURE_RATE(FIGURE_TEXT.look.number(Formats.RATE).centred()),

	/** A count: 1,234. */
	INTEGER(Look.TEXT.number(Formats.INTEGER)),
	/** An amount with two decimals: 1,234.50. */
	AMOUNT(Look.TEXT.number(Formats.AMOUNT)),
	/** A rate already in per cent, with one decimal: 12.3. */
	RATE(Look.TEXT.number(Formats.RATE)),
	/** A growth in per cent or percentage points, signed: +12.3. */
	GROWTH(Look.TEXT.number(Formats.GROWTH)),
	/** A physical quantity with up to four decimals: 1,234.5. */
	QUANTITY(Look.TEXT.number(Formats.QUANTITY)),

	/** Text to fill in. */
	INPUT_TEXT(Look.TEXT.on(Palette.INPUT).open()),
	/** Long text to fill in, wrapped. */
	INPUT_WRAP(Look.TEXT.on(Palette.INPUT).open().wrapped()),
	/** An amount to fill in. */
	INPUT_AMOUNT(Look.TEXT.on(Palette.INPUT).open().number(Formats.AMOUNT)),
	/** A rate to fill in, in per cent. */
	INPUT_RATE(Look.TEXT.on(Palette.INPUT).open().number(Formats.RATE)),
	/** A count to fill in. */
	INPUT_INTEGER(Look.TEXT.on(Palette.INPUT).open().number(Formats.INTEGER)),
	/** A physical quantity to fill in. */
	INPUT_QUANTITY(Look.TEXT.on(Palette.INPUT).open().number(Formats.QUANTITY)),
	/** An amount to compare with, not to be filled in. */
	REFERENCE_AMOUNT(Look.TEXT.coloured(Palette.MUTED, Palette.REFERENCE).number(Formats.AMOUNT)),
	/** A rate to compare with, in per cent, not to be filled in. */
	REFERENCE_RATE(Look.TEXT.coloured(Palette.MUTED, Palette.REFERENCE).number(Formats.RATE)),
	/** A count to compare with, not to be filled in. */
	REFERENCE_INTEGER(Look.TEXT.coloured(Palette.MUTED, Palette.REFERENCE).number(Formats.INTEGER)),
	/** A cell that is not to be filled in. */
	NOT_APPLICABLE(Look.TEXT.coloured(Palette.MUTED, Palette.GREY).centred()),

	/** The name of a row of totals. */
	TOTAL_TEXT(Look.TEXT.bolded().on(Palette.TOTAL)),
	/** Words in a row of totals, centred. */
	TOTAL_TEXT_CENTRE(Look.TEXT.bolded().on(Palette.TOTAL).centred()),
	/** A total count. */
	TOTAL_INTEGER(Look.TEXT.bolded().on(Palette.TOTAL).number(Formats.INTEGER)),
	/** A total amount. */
	TOTAL_AMOUNT(Look.TEXT.bolded().on(Palette.TOTAL).number(Formats.AMOUNT)),
	/** A rate of all, in per cent. */
	TOTAL_RATE(Look.TEXT.bolded().on(Palette.TOTAL).number(Formats.RATE)),
	/** A growth of all, signed. */
	TOTAL_GROWTH(Look.TEXT.bolded().on(Palette.TOTAL).number(Formats.GROWTH)),

	/** A badge: wrong, far behind. */
	RED(Look.TEXT.bolded().coloured("9C0006", "FFC7CE").centred()),
	/** A badge: to be looked at, behind. */
	AMBER(Look.TEXT.bolded().coloured("7F6000", "FFEB9C").centred()),
	/** A badge: a proposal. */
	BLUE(Look.TEXT.bolded().coloured("1F4E79", "DDEBF7").centred()),
	/** A badge: well. */
	GREEN(Look.TEXT.bolded().coloured("375623", "C6E0B4").centred());

	@SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
	private final Look look;

	Style(Look look) {
		this.look = look;
	}

	Look look() {
		return this.look;
	}

	/** The number formats. */
	private static final class Formats {

		static final String INTEGER = "#,##0";

		static final String AMOUNT = "#,##0.00";

		static final String RATE = "0.0";

		static final String GROWTH = "+0.0;-0.0;0.0";

		static final String QUANTITY = "#,##0.####";

		private Formats() {
		}

	}

}
