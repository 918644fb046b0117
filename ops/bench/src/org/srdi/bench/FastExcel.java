package org.srdi.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The reader of fastexcel: every cell to its number or text. */
final class FastExcel implements Contender {

	@Override
	public String name() {
		return "fastexcel-reader";
	}

	@Override
	public long read(Path file) throws IOException {
		long cells = 0;
		try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
			List<Sheet> sheets = workbook.getSheets()
				.filter((sheet) -> sheet.getVisibility() == SheetVisibility.VISIBLE)
				.toList();
			for (Sheet sheet : sheets) {
				try (Stream<Row> rows = sheet.openStream()) {
					cells += rows.mapToLong(FastExcel::count).sum();
				}
			}
		}
		return cells;
	}

	private static long count(Row row) {
		long cells = 0;
		for (Cell cell : row) {
			if (cell != null && cell.getType() != CellType.EMPTY) {
				boolean filled = (cell.getType() == CellType.NUMBER) ? cell.asNumber() != null
						: !cell.getText().isEmpty();
				cells += filled ? 1 : 0;
			}
		}
		return cells;
	}

}
