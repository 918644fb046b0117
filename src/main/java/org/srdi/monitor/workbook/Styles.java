package org.srdi.monitor.workbook;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of one workbook, each made when it is first used. */
final class Styles {

	private final XSSFWorkbook workbook;

	private final Map<Style, XSSFCellStyle> made = new EnumMap<>(Style.class);

	private final Map<String, XSSFFont> fonts = new HashMap<>();

	Styles(XSSFWorkbook workbook) {
		this(workbook, true);
	}

	private Styles(XSSFWorkbook workbook, boolean own) {
		this.workbook = workbook;
		if (own) {
			dress(workbook.getFontAt(0), Look.PLAIN);
		}
	}

	/** Returns styles for a workbook of somebody else, whose own stay as they are. */
	static Styles beside(XSSFWorkbook workbook) {
		return new Styles(workbook, false);
	}

	XSSFCellStyle of(Style style) {
		return this.made.computeIfAbsent(style, (wanted) -> make(wanted.look()));
	}

	private XSSFCellStyle make(Look look) {
		XSSFCellStyle style = this.workbook.createCellStyle();
		style.setFont(font(look));
		look.layOut(style, this.workbook);
		fill(style, look.fill());
		if (look.border()) {
			frame(style);
		}
		return style;
	}

	private XSSFFont font(Look look) {
		String key = look.size() + "/" + look.bold() + "/" + look.colour();
		return this.fonts.computeIfAbsent(key, (missing) -> dress(this.workbook.createFont(), look));
	}

	private static XSSFFont dress(XSSFFont font, Look look) {
		font.setFontName(Palette.FONT);
		font.setFontHeightInPoints((short) look.size());
		font.setBold(look.bold());
		font.setColor(Palette.colour(look.colour()));
		return font;
	}

	private static void fill(XSSFCellStyle style, String colour) {
		if (colour.isEmpty()) {
			return;
		}
		style.setFillForegroundColor(Palette.colour(colour));
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
	}

	private static void frame(XSSFCellStyle style) {
		XSSFColor line = Palette.colour(Palette.LINE);
		style.setTopBorderColor(line);
		style.setRightBorderColor(line);
		style.setBottomBorderColor(line);
		style.setLeftBorderColor(line);
	}

}
