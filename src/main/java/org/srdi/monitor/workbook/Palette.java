package org.srdi.monitor.workbook;

import java.util.HexFormat;
import java.util.List;

import org.apache.poi.xssf.usermodel.XSSFColor;

/** The colours and the font of all workbooks, as RRGGBB. */
final class Palette {

	/** Comes with every Chinese Windows and Office; elsewhere a sans serif steps in. */
	static final String FONT = "Microsoft YaHei";

	static final String INK = "262626";

	static final String BLUE = "1F3864";

	static final String MUTED = "7F7F7F";

	static final String WHITE = "FFFFFF";

	static final String LINE = "BFBFBF";

	static final String BAND = "EAF0F8";

	static final String LABEL = "F5F7FA";

	static final String TOTAL = "DCE6F1";

	static final String INPUT = "FFFBEA";

	static final String REFERENCE = "F2F2F2";

	static final String GREY = "E4E4E4";

	/** The colours of the series of a chart, in order. */
	static final List<String> SERIES = List.of("1F4E79", "C55A11", "7F7F7F", "548235", "BF8F00", "7030A0");

	private Palette() {
	}

	static byte[] rgb(String colour) {
		return HexFormat.of().parseHex(colour);
	}

	static byte[] argb(String colour) {
		return HexFormat.of().parseHex("FF" + colour);
	}

	static XSSFColor colour(String colour) {
		return new XSSFColor(argb(colour));
	}

}
