package org.srdi.bench;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** POI's user model: every cell to its number or text. */
final class PoiModel implements Contender {

	@Override
	public String name() {
		return "POI user model";
	}

	@Override
	public long read(Path file) throws IOException {
		long cells = 0;
		DataFormatter formatter = new DataFormatter();
		try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
			for (Sheet sheet : workbook) {
				if (!Contenders.isHidden(sheet.getSheetName())) {
					cells += count(sheet, formatter);
				}
			}
		}
		return cells;
	}

	private static long count(Sheet sheet, DataFormatter formatter) {
		long cells = 0;
		for (Row row : sheet) {
			for (Cell cell : row) {
				String text = switch (cell.getCellType()) {
					case NUMERIC -> Double.toString(cell.getNumericCellValue());
					case BLANK -> "";
					default -> formatter.formatCellValue(cell);
				};
				cells += text.isEmpty() ? 0 : 1;
			}
		}
		return cells;
	}

}
