package org.srdi.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.ExcelReader;
import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.event.AnalysisEventListener;
import com.alibaba.excel.read.metadata.ReadSheet;

/** EasyExcel: every cell to its text. */
final class EasyExcelReader implements Contender {

	@Override
	public String name() {
		return "EasyExcel";
	}

	@Override
	public long read(Path file) {
		Counter counter = new Counter();
		try (ExcelReader reader = EasyExcel.read(file.toFile(), counter).headRowNumber(0).build()) {
			List<ReadSheet> sheets = reader.excelExecutor()
				.sheetList()
				.stream()
				.filter((sheet) -> !Contenders.isHidden(sheet.getSheetName()))
				.toList();
			reader.read(sheets);
		}
		return counter.cells;
	}

	/** Counts cells. */
	private static final class Counter extends AnalysisEventListener<Map<Integer, String>> {

		private long cells;

		@Override
		public void invoke(Map<Integer, String> row, AnalysisContext context) {
			this.cells += row.values().stream().filter(Objects::nonNull).filter((text) -> !text.isEmpty()).count();
		}

		@Override
		public void doAfterAllAnalysed(AnalysisContext context) {
		}

	}

}
