package org.srdi.monitor.workbook;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFPalette;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor.HSSFColorPredefined;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.jspecify.annotations.Nullable;

/** Paints .xls, with the nearest colours of the palette that the workbook has. */
final class XlsPaint implements Paint {

	private final HSSFWorkbook workbook;

	private final HSSFPalette palette;

	private final Map<Style, CellStyle> ours = new EnumMap<>(Style.class);

	private final Map<String, HSSFFont> fonts = new HashMap<>();

	private final Map<String, CellStyle> made = new HashMap<>();

	XlsPaint(HSSFWorkbook workbook) {
		this.workbook = workbook;
		this.palette = workbook.getCustomPalette();
	}

	@Override
	public CellStyle of(Style style) {
		CellStyle known = this.ours.get(style);
		if (known != null) {
			return known;
		}
		if (!hasRoom(0)) {
			return this.workbook.getCellStyleAt(0);
		}
		CellStyle made = make(style.look());
		this.ours.put(style, made);
		return made;
	}

	private boolean hasRoom(int reserve) {
		// POI stops a few styles below the limit of the format
		return this.workbook.getNumCellStyles() < SpreadsheetVersion.EXCEL97.getMaxCellStyles() - reserve;
	}

	private CellStyle make(Look look) {
		HSSFCellStyle style = this.workbook.createCellStyle();
		style.setFont(font(look));
		look.layOut(style, this.workbook);
		if (!look.fill().isEmpty()) {
			style.setFillForegroundColor(nearest(look.fill()));
			style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		}
		if (look.border()) {
			frame(style);
		}
		return style;
	}

	private HSSFFont font(Look look) {
		return this.fonts.computeIfAbsent(look.size() + "/" + look.bold() + "/" + look.colour(), (missing) -> {
			HSSFFont font = this.workbook.createFont();
			font.setFontName(Palette.FONT);
			font.setFontHeightInPoints((short) look.size());
			font.setBold(look.bold());
			font.setColor(nearest(look.colour()));
			return font;
		});
	}

	private static void frame(HSSFCellStyle style) {
		short line = HSSFColorPredefined.GREY_25_PERCENT.getIndex();
		style.setTopBorderColor(line);
		style.setRightBorderColor(line);
		style.setBottomBorderColor(line);
		style.setLeftBorderColor(line);
	}

	private short nearest(String colour) {
		byte[] rgb = HexFormat.of().parseHex(colour);
		return this.palette.findSimilarColor(rgb[0], rgb[1], rgb[2]).getIndex();
	}

	@Override
	public @Nullable CellStyle marked(CellStyle style, Mark mark) {
		boolean filled = style.getFillPattern() == FillPatternType.SOLID_FOREGROUND;
		short before = filled ? style.getFillForegroundColor() : HSSFColorPredefined.AUTOMATIC.getIndex();
		return painted(style, mark.name(), FillPatternType.SOLID_FOREGROUND, (short) mark.index(), before);
	}

	@Override
	public @Nullable CellStyle unmarked(CellStyle style) {
		if (style.getFillPattern() != FillPatternType.SOLID_FOREGROUND
				|| Arrays.stream(Mark.values()).noneMatch((mark) -> mark.index() == style.getFillForegroundColor())) {
			return null;
		}
		short automatic = HSSFColorPredefined.AUTOMATIC.getIndex();
		short before = style.getFillBackgroundColor();
		return painted(style, "", (before != automatic) ? FillPatternType.SOLID_FOREGROUND : FillPatternType.NO_FILL,
				before, automatic);
	}

	private @Nullable CellStyle painted(CellStyle style, String what, FillPatternType pattern, short front,
			short back) {
		String key = style.getIndex() + what;
		CellStyle known = this.made.get(key);
		if (known != null || !hasRoom(RESERVE)) {
			return known;
		}
		CellStyle made = this.workbook.createCellStyle();
		made.cloneStyleFrom(style);
		made.setFillForegroundColor(front);
		made.setFillBackgroundColor(back);
		made.setFillPattern(pattern);
		this.made.put(key, made);
		return made;
	}

}
