package org.srdi.monitor.workbook;

import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

import org.srdi.monitor.core.CellAddress;

/** Finds the cells of a sheet of somebody else. */
final class Cells {

	private Cells() {
	}

	/** Returns the cell, made if need be, in the style that one sees there. */
	static Cell at(Sheet sheet, int row, int column) {
		Row known = sheet.getRow(row);
		Row line = (known != null) ? known : sheet.createRow(row);
		Cell cell = line.getCell(column);
		if (cell != null) {
			return cell;
		}
		Cell made = line.createCell(column);
		CellStyle style = (line.getRowStyle() != null) ? line.getRowStyle() : sheet.getColumnStyle(column);
		if (style != null) {
			made.setCellStyle(style);
		}
		return made;
	}

	/** Returns the cell that shows what is there: of merged ones the first. */
	static Cell shown(Sheet sheet, int row, int column) {
		for (CellRangeAddress merged : sheet.getMergedRegions()) {
			if (merged.isInRange(row, column)) {
				return at(sheet, merged.getFirstRow(), merged.getFirstColumn());
			}
		}
		return at(sheet, row, column);
	}

	/** Returns the texts of a row that may be a heading. */
	static org.srdi.monitor.workbook.Row texts(Row row) {
		List<org.srdi.monitor.workbook.Cell> texts = new ArrayList<>();
		for (Cell cell : row) {
			org.srdi.monitor.workbook.Cell text = (cell.getCellType() == CellType.STRING) ? Content.text(
					new CellAddress(row.getSheet().getSheetName(), row.getRowNum(), cell.getColumnIndex()),
					cell.getStringCellValue()) : null;
			if (text != null) {
				texts.add(text);
			}
		}
		return new org.srdi.monitor.workbook.Row(row.getRowNum(), texts);
	}

}
