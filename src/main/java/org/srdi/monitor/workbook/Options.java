package org.srdi.monitor.workbook;

import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Lists to choose from that do not fit into the validation itself, which takes 255
 * characters. They stand in the columns of a very hidden sheet.
 */
final class Options {

	private static final String SHEET = "选项";

	private final List<List<String>> lists = new ArrayList<>();

	/** Returns the formula of the cells where the list will stand. */
	String formula(List<String> list) {
		int column = this.lists.indexOf(list);
		if (column < 0) {
			column = this.lists.size();
			this.lists.add(List.copyOf(list));
		}
		String letters = CellReference.convertNumToColString(column);
		return "'%s'!$%s$1:$%s$%d".formatted(SHEET, letters, letters, list.size());
	}

	/** Writes the lists into a very hidden sheet behind the others, if there are any. */
	void writeTo(XSSFWorkbook workbook) {
		if (this.lists.isEmpty() || workbook.getSheet(SHEET) != null) {
			return;
		}
		XSSFSheet sheet = workbook.createSheet(SHEET);
		for (int column = 0; column < this.lists.size(); column++) {
			write(sheet, column, this.lists.get(column));
		}
		workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
	}

	private static void write(XSSFSheet sheet, int column, List<String> list) {
		for (int i = 0; i < list.size(); i++) {
			XSSFRow known = sheet.getRow(i);
			XSSFRow row = (known != null) ? known : sheet.createRow(i);
			row.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(list.get(i));
		}
	}

}
