package org.srdi.monitor.workbook;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.DateUtil;

/** Knows which styles of a workbook show a number as a date. */
final class DateStyles {

	static final DateStyles NONE = new DateStyles(new BitSet());

	private final BitSet dates;

	private DateStyles(BitSet dates) {
		this.dates = dates;
	}

	/** Reads the formats of the cells from xl/styles.xml. */
	static DateStyles read(Xml xml) {
		Map<Integer, String> codes = new HashMap<>();
		BitSet dates = new BitSet();
		int style = 0;
		boolean inCells = false;
		while (xml.next()) {
			if (xml.isStart("numFmt")) {
				codes.put(xml.number("numFmtId", 0), xml.attribute("formatCode", ""));
			}
			else if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
				inCells = xml.isStart("cellXfs");
			}
			else if (inCells && xml.isStart("xf")) {
				int format = xml.number("numFmtId", 0);
				dates.set(style, isDate(format, codes.getOrDefault(format, "")));
				style++;
			}
		}
		return new DateStyles(dates);
	}

	boolean isDate(int style) {
		return this.dates.get(style);
	}

	/**
	 * Tells whether a format shows a date; the code of a format that comes with the
	 * program may be empty.
	 */
	static boolean isDate(int format, String code) {
		return isChinese(format) || DateUtil.isADateFormat(format, code.isEmpty() ? "General" : code);
	}

	/**
	 * Formats of Chinese Excel whose codes stand in no file: 2026年10月31日 and the like.
	 */
	private static boolean isChinese(int format) {
		return (format >= 27 && format <= 31) || format == 36 || (format >= 50 && format <= 54) || format == 57
				|| format == 58;
	}

}
