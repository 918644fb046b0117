package org.srdi.monitor.register;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;
import org.srdi.monitor.workbook.WorkbookWriter;

import static org.assertj.core.api.Assertions.assertThat;

/** A register as a workbook means the same as the register as csv. */
class RegisterWorkbookIntegrationTests {

	private static final String REGISTER = """
			统一社会信用代码,企业名称,市州代码,县市区代码,行业代码,是否规模以上,称号,批次,认定日期,有效期起,有效期止,称号状态,纳入监测日期,退出监测日期,报送义务,免报原因,备注
			91420100MA00003490,示例企业 武汉001,420100,420102,3511,是,PROVINCIAL_SRDI,1,2023-07-14,2023-07-14,2026-07-13,有效,2024-11-01,,应报,,示例数据
			91420100MA00003490,示例企业 武汉001,420100,420102,3511,是,国家级专精特新“小巨人”企业,5,2023-07-14,,,,,,,,
			91420100MA0000226Y,示例企业 武汉002,420100,,65,否,国家级专精特新“小巨人”企业,3,2021/7/19,,,,2024-11-01,,免报,停产整顿,
			,示例企业（宜昌）003,420500,,,,,,,,,,,,,,
			""";

	@TempDir
	Path folder;

	@Test
	void storesTheSameFromWorkbookAndCsv() throws IOException {
		RegisterDatabase ofCsv = new RegisterDatabase();
		ImportResult result = ofCsv.importRegister(csv(REGISTER));
		assertThat(result).isEqualTo(new ImportResult(4, 3, 0, 0, 3, List.of()));
		List<Map<String, Object>> stored = rows(ofCsv);
		RegisterDatabase ofWorkbook = new RegisterDatabase();
		assertThat(ofWorkbook.importRegister(workbook(REGISTER))).isEqualTo(result);
		assertThat(rows(ofWorkbook)).hasSize(8).isEqualTo(stored);
		assertThat(ofWorkbook.importRegister(csv(REGISTER)).isChange()).isFalse();
	}

	@Test
	void namesSheetAndCell() throws IOException {
		String wrong = REGISTER.replace("002,420100", "002,420199");
		assertThat(new RegisterDatabase().importRegister(workbook(wrong)).problems()).extracting(Problem::place)
			.containsExactly("register.xlsx 名录!C4");
		assertThat(new RegisterDatabase().importRegister(csv(wrong)).problems()).extracting(Problem::place)
			.containsExactly("register.csv:4:3");
	}

	@Test
	void refusesAFileThatIsNoTable() throws IOException {
		Path file = Files.writeString(this.folder.resolve("register.xlsx"), "no workbook");
		ImportResult result = new RegisterDatabase().importRegister(file);
		assertThat(result.problems()).singleElement().returns("register.xlsx", Problem::place);
		Path table = workbook("一,二\n1,2\n");
		assertThat(new RegisterDatabase().importRegister(table).problems()).singleElement()
			.extracting(Problem::message)
			.asString()
			.contains("企业名称");
	}

	/** Returns what was stored, under the names of the enterprises. */
	private static List<Map<String, Object>> rows(RegisterDatabase database) {
		List<Map<String, Object>> rows = new ArrayList<>();
		for (String table : List.of("enterprise", "title", "membership")) {
			String sql = "SELECT t.*, e.name AS enterprise FROM " + table + " t JOIN enterprise e ON e.id = t."
					+ (table.equals("enterprise") ? "id" : "enterprise_id") + " ORDER BY 1, 2";
			rows.addAll(database.client.sql(sql).query().listOfRows());
		}
		rows.forEach((row) -> row.keySet().removeAll(List.of("id", "enterprise_id")));
		return rows;
	}

	private Path csv(String lines) throws IOException {
		return Files.writeString(this.folder.resolve("register.csv"), lines);
	}

	private Path workbook(String lines) {
		Path file = this.folder.resolve("register.xlsx");
		try (WorkbookWriter writer = WorkbookWriter.streaming()) {
			SheetWriter sheet = writer.sheet("名录");
			List<String> rows = lines.lines().toList();
			for (int row = 0; row < rows.size(); row++) {
				write(sheet, row, rows.get(row).split(",", -1));
			}
			writer.save(file);
		}
		return file;
	}

	private static void write(SheetWriter sheet, int row, String[] values) {
		for (int column = 0; column < values.length; column++) {
			if (values[column].matches("\\d{1,6}")) {
				sheet.number(row, column, new BigDecimal(values[column]), Style.INTEGER);
			}
			else if (!values[column].isEmpty()) {
				sheet.text(row, column, values[column], Style.TEXT);
			}
		}
	}

}
