package org.srdi.monitor.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellFill;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTColor;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTPatternFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STPatternType;

/**
 * Paints .xlsx. The colour that a cell had is kept as the background of its solid fill,
 * which nobody sees, so that the mark can be taken off again.
 */
final class XlsxPaint implements Paint {

	/** The colour that the program chooses. */
	private static final int AUTOMATIC = 64;

	private final XSSFWorkbook workbook;

	private final Styles styles;

	private final Map<String, XSSFCellStyle> made = new HashMap<>();

	XlsxPaint(XSSFWorkbook workbook) {
		this.workbook = workbook;
		this.styles = Styles.beside(workbook);
	}

	@Override
	public CellStyle of(Style style) {
		return hasRoom(0) ? this.styles.of(style) : this.workbook.getCellStyleAt(0);
	}

	private boolean hasRoom(int reserve) {
		return this.workbook.getNumCellStyles() < SpreadsheetVersion.EXCEL2007.getMaxCellStyles() - reserve;
	}

	@Override
	public @Nullable CellStyle marked(CellStyle style, Mark mark) {
		return painted((XSSFCellStyle) style, mark.name(),
				filled(solid(mark.colour()), originalColour((XSSFCellStyle) style)));
	}

	@Override
	public @Nullable CellStyle unmarked(CellStyle style) {
		CTPatternFill pattern = pattern((XSSFCellStyle) style);
		if (pattern == null || !isMark(pattern.getFgColor())) {
			return null;
		}
		CTColor before = pattern.getBgColor();
		CTFill fill = (before != null && isColour(before)) ? filled(before, null) : CTFill.Factory.newInstance();
		return painted((XSSFCellStyle) style, "", fill);
	}

	/** Returns a copy of a style that differs in its fill only. */
	private @Nullable XSSFCellStyle painted(XSSFCellStyle style, String what, CTFill fill) {
		String key = style.getIndex() + what;
		XSSFCellStyle known = this.made.get(key);
		if (known != null || !hasRoom(RESERVE)) {
			return known;
		}
		StylesTable table = this.workbook.getStylesSource();
		CTXf xf = (CTXf) style.getCoreXf().copy();
		xf.setFillId(fill.isSetPatternFill() ? table.putFill(new XSSFCellFill(fill, table.getIndexedColors())) : 0);
		xf.setApplyFill(true);
		XSSFCellStyle made = table.getStyleAt(table.putCellXf(xf) - 1);
		this.made.put(key, made);
		return made;
	}

	private static CTColor solid(String colour) {
		CTColor solid = CTColor.Factory.newInstance();
		solid.setRgb(Palette.argb(colour));
		return solid;
	}

	private static CTFill filled(CTColor colour, @Nullable CTColor before) {
		CTFill fill = CTFill.Factory.newInstance();
		CTPatternFill pattern = fill.addNewPatternFill();
		pattern.setPatternType(STPatternType.SOLID);
		pattern.setFgColor(colour);
		if (before != null) {
			pattern.setBgColor(before);
		}
		else {
			pattern.addNewBgColor().setIndexed(AUTOMATIC);
		}
		return fill;
	}

	private @Nullable CTColor originalColour(XSSFCellStyle style) {
		CTPatternFill pattern = pattern(style);
		if (pattern == null || pattern.getPatternType() != STPatternType.SOLID || !pattern.isSetFgColor()) {
			return null;
		}
		return (CTColor) pattern.getFgColor().copy();
	}

	private @Nullable CTPatternFill pattern(XSSFCellStyle style) {
		CTXf xf = style.getCoreXf();
		boolean applies = !xf.isSetApplyFill() || xf.getApplyFill();
		CTFill fill = applies ? this.workbook.getStylesSource().getFillAt((int) xf.getFillId()).getCTFill() : null;
		return (fill != null && fill.isSetPatternFill()) ? fill.getPatternFill() : null;
	}

	private static boolean isMark(@Nullable CTColor colour) {
		return colour != null && colour.isSetRgb() && Arrays.stream(Mark.values())
			.anyMatch((mark) -> Arrays.equals(Palette.argb(mark.colour()), colour.getRgb()));
	}

	private static boolean isColour(CTColor colour) {
		return colour.isSetRgb() || colour.isSetTheme() || (colour.isSetIndexed() && colour.getIndexed() != AUTOMATIC);
	}

}
