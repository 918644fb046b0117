package org.srdi.monitor.workbook;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Adds styles to a workbook of somebody else without touching those it has. */
interface Paint {

	/** The most styles that are added for the list itself. */
	int RESERVE = 24;

	/** Returns the paint for a workbook of either format. */
	static Paint of(Workbook workbook) {
		return (workbook instanceof HSSFWorkbook old) ? new XlsPaint(old) : new XlsxPaint((XSSFWorkbook) workbook);
	}

	/** Returns a style of ours; the plainest one if the workbook takes no more. */
	CellStyle of(Style style);

	/** Returns the style with the fill of a mark; null if the workbook takes no more. */
	@Nullable CellStyle marked(CellStyle style, Mark mark);

	/** Returns the style as it was before it was marked; null if it is not marked. */
	@Nullable CellStyle unmarked(CellStyle style);

}
