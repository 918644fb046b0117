package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.srdi.monitor.core.CellAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpreadsheetTests {

	@TempDir
	private Path folder;

	@Test
	void readsWhatTheWriterWrote() {
		Path file = this.folder.resolve("report.xlsx");
		try (WorkbookWriter writer = WorkbookWriter.styled()) {
			writer.sheet("月报")
				.text(0, 0, "营业收入", Style.LABEL)
				.number(0, 2, new BigDecimal("1234.50"), Style.INPUT_AMOUNT)
				.number(0, 3, null, Style.INPUT_AMOUNT)
				.text(4, 1, "914201000000000018", Style.INPUT_TEXT)
				.text(5, 0, "  ", Style.TEXT)
				.text(6, 0, "_x000D_ 与 <&>", Style.TEXT);
			writer.sheet("_meta").text(0, 0, "2026.1", Style.TEXT).hide();
			writer.save(file);
		}
		try (Spreadsheet spreadsheet = Spreadsheet.open(file)) {
			assertThat(spreadsheet.sheets()).containsExactly(new SheetInfo("月报", true), new SheetInfo("_meta", false));
		}
		assertThat(cells(file, "月报")).containsExactly("A1 TEXT 营业收入", "C1 NUMBER 1234.5", "B5 TEXT 914201000000000018",
				"A7 TEXT _x000D_ 与 <&>");
		assertThat(cells(file, "_meta")).containsExactly("A1 TEXT 2026.1");
	}

	@Test
	void readsStreamedTables() {
		Path file = this.folder.resolve("big.xlsx");
		try (WorkbookWriter writer = WorkbookWriter.streaming()) {
			SheetWriter sheet = writer.sheet("大表");
			for (int row = 0; row < 3000; row++) {
				sheet.text(row, 0, "企业" + row, Style.TEXT).number(row, 1, BigDecimal.valueOf(row, 2), Style.AMOUNT);
			}
			writer.save(file);
		}
		try (Spreadsheet spreadsheet = Spreadsheet.open(file); Stream<Row> rows = spreadsheet.rows("大表")) {
			List<Row> all = rows.toList();
			assertThat(all).hasSize(3000);
			assertThat(all.get(2999).cells()).containsExactly(
					new Cell(new CellAddress("大表", 2999, 0), Cell.Kind.TEXT, "企业2999"),
					new Cell(new CellAddress("大表", 2999, 1), Cell.Kind.NUMBER, "29.99"));
		}
	}

	@Test
	void readsAllTypesOfCells() throws IOException {
		assertThat(
				raw("""
						<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
						<row r="3"><c r="A3" t="inlineStr"><is><r><t>就地</t></r><r><t>文本</t></r></is></c><c r="B3" t="str"><f>A1&amp;""</f><v>公式文本</v></c></row>
						<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="b"><v>0</v></c><c r="C4" t="e"><v>#REF!</v></c></row>
						<row r="5"><c r="A5"><v>12.30</v></c><c r="B5" t="n"><f>SUM(A1:A4)</f><v>1E3</v></c><c r="C5"><v>-0.0</v></c></row>
						"""))
			.containsExactly("A1 TEXT 营业收入", "B1 TEXT 示例 企业", "C1 TEXT 一行\r二行 & <三>", "A3 TEXT 就地文本", "B3 TEXT 公式文本",
					"A4 BOOLEAN TRUE", "B4 BOOLEAN FALSE", "C4 ERROR #REF!", "A5 NUMBER 12.3", "B5 NUMBER 1000",
					"C5 NUMBER 0");
	}

	@Test
	void readsDates() throws IOException {
		assertThat(
				raw("""
						<row><c s="1"><v>46326</v></c><c s="2"><v>46326.75</v></c><c s="3"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c>
						<c s="4"><v>0.5</v></c><c s="0"><v>46326</v></c><c t="d"><v>2026-10-31T08:30:00Z</v></c><c s="1"><v>-3</v></c><c s="1"><v>99999999</v></c></row>
						"""))
			.containsExactly("A1 DATE 2026-10-31", "B1 DATE 2026-10-31", "C1 DATE 1900-01-01", "D1 DATE 1900-02-28",
					"E1 DATE 1900-03-01", "F1 NUMBER 0.5", "G1 NUMBER 46326", "H1 DATE 2026-10-31", "I1 NUMBER -3",
					"J1 NUMBER 99999999");
	}

	@Test
	void readsDatesSince1904() throws IOException {
		Path file = new RawWorkbook().part("xl/workbook.xml", RawWorkbook.workbook("<workbookPr date1904='1'/>"))
			.rows("<row r='1'><c r='A1' s='1'><v>44864</v></c></row>")
			.save(this.folder.resolve("mac.xlsx"));
		assertThat(cells(file, "月报")).containsExactly("A1 DATE 2026-10-31");
	}

	@Test
	void namesFormulasThatWereNeverComputed() throws IOException {
		assertThat(
				raw("""
						<row r="1"><c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c></row>
						"""))
			.containsExactly("A1 ERROR 公式未重算", "B1 ERROR 公式未重算");
	}

	@Test
	void leavesOutBlankCellsAndRows() throws IOException {
		assertThat(raw("""
				<row r="1"><c r="A1"/><c r="B1" t="inlineStr"><is><t> \u3000\u00A0 </t></is></c></row><row r="2"/>
				<row r="9"><c r="D9" t="inlineStr"><is><t>\u00A0余\u3000</t></is></c></row>
				""")).containsExactly("D9 TEXT 余");
	}

	@Test
	void countsRowsAndCellsThatBearNoReference() throws IOException {
		assertThat(raw(
				"<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row r='7'/><row><c><v>4</v></c></row>"))
			.containsExactly("A1 NUMBER 1", "D1 NUMBER 2", "E1 NUMBER 3", "A8 NUMBER 4");
	}

	@ParameterizedTest
	@CsvSource({ "0.30000000000000004, 0.3", "1234.5599999999999, 1234.56", "1234567890123456, 1234567890123460",
			"0.1, 0.1", "1E-7, 0.0000001", "1.0E3, 1000", "-12.50, -12.5", "100, 100", "2.5000000000000005E-2, 0.025",
			"0.1234567890123445, 0.123456789012345" })
	void roundsNumbersToFifteenDigits(String raw, String text) throws IOException {
		assertThat(raw("<row><c><v>" + raw + "</v></c></row>")).containsExactly("A1 NUMBER " + text);
	}

	@ParameterizedTest
	@CsvSource({ "NaN", "1E999999999", "1E-999999999", "abc" })
	void takesImpossibleNumbersForErrors(String raw) throws IOException {
		assertThat(raw("<row><c><v>" + raw + "</v></c></row>")).containsExactly("A1 ERROR " + raw);
	}

	@Test
	void readsRowsLazilyAndGivesThemUpWhenClosed() throws IOException {
		StringBuilder rows = new StringBuilder();
		for (int row = 0; row < 20_000; row++) {
			rows.append("<row><c><v>").append(row).append("</v></c></row>");
		}
		Path file = new RawWorkbook().rows(rows + "<row><unclosed>").save(this.folder.resolve("late.xlsx"));
		try (Spreadsheet spreadsheet = Spreadsheet.open(file); Stream<Row> stream = spreadsheet.rows("月报")) {
			assertThat(stream.limit(3)).extracting(Row::index).containsExactly(0, 1, 2);
		}
	}

	@Test
	void findsTheCellsOfARow() throws IOException {
		Path file = new RawWorkbook()
			.rows("<row r='2'><c r='C2'><v>3</v></c><c r='A2'><v>1</v></c><c r='AB2'><v>28</v></c></row>")
			.save(this.folder.resolve("row.xlsx"));
		try (Spreadsheet spreadsheet = Spreadsheet.open(file); Stream<Row> rows = spreadsheet.rows("月报")) {
			Row row = rows.findFirst().orElseThrow();
			assertThat(row.cell(0)).isNotNull().returns("1", Cell::text);
			assertThat(row.cell(27)).isNotNull().returns("28", Cell::text);
			assertThat(row.cell(1)).isNull();
			assertThat(row.cell(28)).isNull();
		}
	}

	@Test
	void readsWorkbooksOfExcel97() throws IOException {
		Path file = this.folder.resolve("old.xls");
		try (HSSFWorkbook workbook = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
			CellStyle date = workbook.createCellStyle();
			date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
			HSSFRow row = workbook.createSheet("月报").createRow(2);
			row.createCell(0).setCellValue(" 914201000000000018 ");
			row.createCell(1).setCellValue(0.1 + 0.2);
			row.createCell(2).setCellValue(46326);
			row.getCell(2).setCellStyle(date);
			row.createCell(3).setCellValue(true);
			row.createCell(4).setCellErrorValue(FormulaError.REF);
			row.createCell(5).setCellFormula("B3*10");
			workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(5));
			row.createCell(6).setCellValue("");
			workbook.createSheet("隐藏");
			workbook.setSheetHidden(1, true);
			workbook.write(out);
		}
		assertThat(cells(file, "月报")).containsExactly("A3 TEXT 914201000000000018", "B3 NUMBER 0.3",
				"C3 DATE 2026-10-31", "D3 BOOLEAN TRUE", "E3 ERROR #REF!", "F3 NUMBER 3");
		try (Spreadsheet spreadsheet = Spreadsheet.open(file)) {
			assertThat(spreadsheet.sheets()).containsExactly(new SheetInfo("月报", true), new SheetInfo("隐藏", false));
		}
	}

	@Test
	void namesTheSheetsThereAre() throws IOException {
		Path file = new RawWorkbook().save(this.folder.resolve("empty-sheet.xlsx"));
		try (Spreadsheet spreadsheet = Spreadsheet.open(file)) {
			assertThatThrownBy(() -> spreadsheet.rows("填报说明")).isInstanceOf(IllegalArgumentException.class)
				.hasMessage("There is no sheet '填报说明': the workbook has [月报]");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1", "＝1+1", "＠SUM(A1)", "+86-27", "－", "-5", "正常", "'正常'" })
	void takesTheApostropheAwayThatGuardsText(String typed) throws IOException {
		Path file = Files.writeString(this.folder.resolve("typed.csv"), "甲," + CsvCopy.harmless(typed) + "\n");
		try (Spreadsheet spreadsheet = Spreadsheet.open(file);
				Stream<Row> rows = spreadsheet.rows(spreadsheet.sheets().get(0).name())) {
			assertThat(rows.findFirst().orElseThrow().cells().get(1).text()).isEqualTo(typed);
		}
	}

	private List<String> raw(String rows) throws IOException {
		return cells(new RawWorkbook().rows(rows).save(this.folder.resolve("raw.xlsx")), "月报");
	}

	private static List<String> cells(Path file, String sheet) {
		try (Spreadsheet spreadsheet = Spreadsheet.open(file); Stream<Row> rows = spreadsheet.rows(sheet)) {
			return rows.flatMap((row) -> row.cells().stream())
				.map((cell) -> cell.address().local() + " " + cell.kind() + " " + cell.text())
				.toList();
		}
	}

}
