package org.srdi.monitor.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * What a cell looks like.
 *
 * @param size the size of its letters in points
 * @param bold whether they are bold
 * @param colour their colour as RRGGBB
 * @param fill the colour behind them, empty for none
 * @param format the number format
 * @param alignment where the content stands
 * @param indent by how many steps it is indented
 * @param wrap whether long text is wrapped
 * @param border whether the cell is framed
 * @param locked whether the protection of the sheet covers it
 */
record Look(int size, boolean bold, String colour, String fill, String format, HorizontalAlignment alignment,
		int indent, boolean wrap, boolean border, boolean locked) {

	static final Look PLAIN = new Look(10, false, Palette.INK, "", "General", HorizontalAlignment.LEFT, 0, false, false,
			true);

	static final Look TEXT = PLAIN.framed().formatted("@");

	Look sized(int points) {
		return new Look(points, this.bold, this.colour, this.fill, this.format, this.alignment, this.indent, this.wrap,
				this.border, this.locked);
	}

	Look bolded() {
		return new Look(this.size, true, this.colour, this.fill, this.format, this.alignment, this.indent, this.wrap,
				this.border, this.locked);
	}

	Look coloured(String letters, String behind) {
		return new Look(this.size, this.bold, letters, behind, this.format, this.alignment, this.indent, this.wrap,
				this.border, this.locked);
	}

	Look on(String behind) {
		return coloured(this.colour, behind);
	}

	Look formatted(String numberFormat) {
		return new Look(this.size, this.bold, this.colour, this.fill, numberFormat, this.alignment, this.indent,
				this.wrap, this.border, this.locked);
	}

	Look aligned(HorizontalAlignment place) {
		return new Look(this.size, this.bold, this.colour, this.fill, this.format, place, this.indent, this.wrap,
				this.border, this.locked);
	}

	Look indented(int steps) {
		return new Look(this.size, this.bold, this.colour, this.fill, this.format, this.alignment, steps, this.wrap,
				this.border, this.locked);
	}

	Look wrapped() {
		return new Look(this.size, this.bold, this.colour, this.fill, this.format, this.alignment, this.indent, true,
				this.border, this.locked);
	}

	Look framed() {
		return new Look(this.size, this.bold, this.colour, this.fill, this.format, this.alignment, this.indent,
				this.wrap, true, this.locked);
	}

	Look open() {
		return new Look(this.size, this.bold, this.colour, this.fill, this.format, this.alignment, this.indent,
				this.wrap, this.border, false);
	}

	Look number(String numberFormat) {
		return formatted(numberFormat).aligned(HorizontalAlignment.RIGHT);
	}

	Look centred() {
		return aligned(HorizontalAlignment.CENTER);
	}

	/** Gives a style everything but its font and its colours. */
	void layOut(CellStyle style, Workbook workbook) {
		style.setDataFormat(workbook.createDataFormat().getFormat(this.format));
		style.setAlignment(this.alignment);
		style.setVerticalAlignment(VerticalAlignment.CENTER);
		style.setIndention((short) this.indent);
		style.setWrapText(this.wrap);
		style.setLocked(this.locked);
		if (this.border) {
			style.setBorderTop(BorderStyle.THIN);
			style.setBorderRight(BorderStyle.THIN);
			style.setBorderBottom(BorderStyle.THIN);
			style.setBorderLeft(BorderStyle.THIN);
		}
	}

}
