package org.srdi.monitor.workbook;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.DateUtil;

/** Knows which styles of a workbook show a number as a date or as a percentage. */
final class NumberFormats {

	static final NumberFormats NONE = new NumberFormats(new BitSet(), new BitSet());

	private static final Pattern DATE_LETTER = Pattern.compile("[ymdhsYMDHS]");

	private final BitSet dates;

	private final BitSet percentages;

	private NumberFormats(BitSet dates, BitSet percentages) {
		this.dates = dates;
		this.percentages = percentages;
	}

	/** Reads the formats of the cells from xl/styles.xml, and nothing behind them. */
	static NumberFormats read(Xml xml) {
		Map<Integer, String> codes = new HashMap<>();
		NumberFormats formats = new NumberFormats(new BitSet(), new BitSet());
		int style = 0;
		boolean inCells = false;
		while (xml.next() && !xml.isEnd("cellXfs")) {
			if (xml.isStart("numFmt")) {
				codes.put(xml.number("numFmtId", 0), xml.attribute("formatCode", ""));
			}
			else if (xml.isStart("cellXfs")) {
				inCells = true;
			}
			else if (inCells && xml.isStart("xf")) {
				formats.add(style, xml.number("numFmtId", 0), codes);
				style++;
			}
		}
		return formats;
	}

	private void add(int style, int format, Map<Integer, String> codes) {
		if (format == 0) {
			return;
		}
		String code = codes.getOrDefault(format, "");
		if (isPercentage(format, code)) {
			this.percentages.set(style);
		}
		else if (isDate(format, code)) {
			this.dates.set(style);
		}
	}

	boolean isDate(int style) {
		return this.dates.get(style);
	}

	boolean isPercentage(int style) {
		return this.percentages.get(style);
	}

	/**
	 * Tells whether a format shows a date; the code of a format that comes with the
	 * program may be empty.
	 */
	static boolean isDate(int format, String code) {
		return isChinese(format) || (code.isEmpty() ? DateUtil.isInternalDateFormat(format)
				: DATE_LETTER.matcher(code).find() && DateUtil.isADateFormat(format, code));
	}

	/** Tells whether a format shows 0.85 as 85%. */
	static boolean isPercentage(int format, String code) {
		return format == 9 || format == 10
				|| (code.indexOf('%') >= 0 && code.replaceAll("\"[^\"]*\"|\\\\.", "").contains("%"));
	}

	/**
	 * Formats of Chinese Excel whose codes stand in no file: 2026年10月31日 and the like.
	 */
	private static boolean isChinese(int format) {
		return (format >= 27 && format <= 31) || format == 36 || (format >= 50 && format <= 54) || format == 57
				|| format == 58;
	}

}
