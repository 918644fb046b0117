package org.srdi.monitor.workbook;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** Takes away lists without members, which Excel takes for damage. */
final class XlsxRepair {

	private XlsxRepair() {
	}

	static void dropEmpty(XSSFWorkbook workbook) {
		for (Sheet sheet : workbook) {
			CTWorksheet xml = ((XSSFSheet) sheet).getCTWorksheet();
			if (xml.isSetMergeCells() && xml.getMergeCells().sizeOfMergeCellArray() == 0) {
				xml.unsetMergeCells();
			}
			if (xml.isSetDataValidations() && xml.getDataValidations().sizeOfDataValidationArray() == 0) {
				xml.unsetDataValidations();
			}
			if (xml.isSetHyperlinks() && xml.getHyperlinks().sizeOfHyperlinkArray() == 0) {
				xml.unsetHyperlinks();
			}
		}
	}

}
