package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.core.CellAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkbookWriterTests {

	@TempDir
	private Path folder;

	@Test
	void writesNumbersAsNumbersAndTextAsText() throws IOException {
		try (XSSFWorkbook workbook = saved((writer) -> writer.sheet("月报")
			.text(0, 0, "=1+1", Style.TEXT)
			.number(0, 1, new BigDecimal("1234.50"), Style.AMOUNT)
			.text(1, 0, " ", Style.INPUT_TEXT)
			.number(1, 1, null, Style.INPUT_AMOUNT))) {
			XSSFSheet sheet = workbook.getSheet("月报");
			assertThat(sheet.getRow(0).getCell(0).getCellType()).isEqualTo(CellType.STRING);
			assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("=1+1");
			assertThat(sheet.getRow(0).getCell(1).getNumericCellValue()).isEqualTo(1234.5);
			assertThat(sheet.getRow(0).getCell(1).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
			assertThat(sheet.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.BLANK);
			assertThat(sheet.getRow(1).getCell(1).getCellType()).isEqualTo(CellType.BLANK);
		}
	}

	@Test
	void makesEveryStyleOnce() throws IOException {
		try (XSSFWorkbook workbook = saved((writer) -> {
			SheetWriter sheet = writer.sheet("样式");
			IntStream.range(0, 100).forEach((row) -> {
				EnumSet.allOf(Style.class).forEach((style) -> sheet.text(row, 0, "文", style));
			});
		})) {
			assertThat(workbook.getNumCellStyles()).isEqualTo(Style.values().length + 1);
		}
	}

	@Test
	void locksAllButTheCellsToFillIn() throws IOException {
		try (XSSFWorkbook workbook = saved((writer) -> writer.sheet("月报")
			.text(0, 0, "营业收入", Style.LABEL)
			.number(0, 1, null, Style.INPUT_AMOUNT)
			.protect())) {
			XSSFSheet sheet = workbook.getSheet("月报");
			assertThat(sheet.getProtect()).isTrue();
			assertThat(sheet.getRow(0).getCell(0).getCellStyle().getLocked()).isTrue();
			assertThat(sheet.getRow(0).getCell(1).getCellStyle().getLocked()).isFalse();
		}
	}

	@Test
	void putsLongListsOfChoicesIntoAHiddenSheet() throws IOException {
		List<String> cities = IntStream.range(0, 100).mapToObj((i) -> "示例城市" + i).toList();
		try (XSSFWorkbook workbook = saved((writer) -> writer.sheet("月报")
			.choices(0, 0, 0, 0, List.of("是", "否"))
			.choices(1, 0, 1, 0, cities)
			.choices(2, 0, 2, 0, cities))) {
			List<? extends DataValidation> validations = workbook.getSheet("月报").getDataValidations();
			assertThat(validations).extracting((validation) -> validation.getValidationConstraint().getFormula1())
				.containsExactly("\"是,否\"", "'选项'!$A$1:$A$100", "'选项'!$A$1:$A$100");
			assertThat(workbook.getSheetVisibility(workbook.getSheetIndex("选项")))
				.isEqualTo(SheetVisibility.VERY_HIDDEN);
			assertThat(workbook.getSheet("选项").getRow(99).getCell(0).getStringCellValue()).isEqualTo("示例城市99");
		}
	}

	@Test
	void acceptsNumbersWithinLimitsOnly() throws IOException {
		try (XSSFWorkbook workbook = saved((writer) -> writer.sheet("月报")
			.numbers(0, 0, 1, 1, BigDecimal.ZERO, new BigDecimal("1E9"), "营业收入", "单位：万元", false))) {
			assertThat(workbook.getSheet("月报").getDataValidations()).singleElement()
				.returns("1000000000", (validation) -> validation.getValidationConstraint().getFormula2())
				.returns("单位：万元", DataValidation::getPromptBoxText)
				.returns("请填写 0 至 1000000000 之间的数字。", DataValidation::getErrorBoxText);
		}
	}

	@Test
	void leadsToOtherCells() throws IOException {
		try (XSSFWorkbook workbook = saved(
				(writer) -> writer.sheet("目录").link(0, 0, "月报", new CellAddress("2026年's 月报", 11, 5), Style.LINK))) {
			assertThat(workbook.getSheet("目录").getRow(0).getCell(0).getHyperlink().getAddress())
				.isEqualTo("'2026年''s 月报'!F12");
		}
	}

	@Test
	void makesRowsHighEnoughForWrappedText() throws IOException {
		try (XSSFWorkbook workbook = saved((writer) -> writer.sheet("说明")
			.widths(20, 20)
			.text(0, 0, "二十个汉字占四十个字符宽所以要写成两行呢", Style.TEXT_WRAP)
			.text(1, 0, "二十个汉字占四十个字符宽合并之后一行就够", Style.TEXT_WRAP)
			.merge(1, 0, 1, 1)
			.text(2, 0, "二十个汉字占四十个字符宽但是高度已经定了", Style.TEXT_WRAP)
			.height(2, 50))) {
			XSSFSheet sheet = workbook.getSheet("说明");
			assertThat(sheet.getRow(0).getHeightInPoints()).isEqualTo(33);
			assertThat(sheet.getRow(1).getHeightInPoints()).isEqualTo(18);
			assertThat(sheet.getRow(2).getHeightInPoints()).isEqualTo(50);
		}
	}

	@Test
	void setsUpThePrintingOfASheet() throws IOException {
		try (XSSFWorkbook workbook = saved((writer) -> writer.sheet("名 录")
			.text(9, 3, "末", Style.TEXT)
			.freeze(2, 1)
			.filter(1, 0, 9, 3)
			.print(true, 2, 9, 3))) {
			XSSFSheet sheet = workbook.getSheet("名 录");
			assertThat(workbook.getPrintArea(0)).isEqualTo("'名 录'!$A$1:$D$10");
			assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:2");
			assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
			assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
			assertThat(sheet.getFooter().getCenter()).contains("&P", "&N");
		}
	}

	@Test
	void drawsChartsThatCarryTheirValues() throws IOException {
		try (XSSFWorkbook workbook = saved(Demo::write)) {
			List<XSSFChart> charts = workbook.getSheet("总览").getDrawingPatriarch().getCharts();
			assertThat(charts).hasSize(3);
			assertThat(charts.get(0).getTitleText().getString()).isEqualTo("营业收入走势");
			assertThat(charts.get(0).getCTChart().toString()).contains("<c:v>2026-01</c:v>", "<c:v>1010.5</c:v>",
					"总览!$B$5:$B$14");
			assertThat(charts.get(1).getCTChart().toString()).contains("barDir val=\"bar\"", "<c:v>武汉市</c:v>");
			assertThat(charts.get(2).getCTChart().toString()).contains("barDir val=\"col\"");
		}
	}

	@Test
	void savesTheSameBytesForTheSameContent() throws IOException {
		Path first = save("a.xlsx", WorkbookWriter.styled(), Demo::write);
		Path second = save("b.xlsx", WorkbookWriter.styled(), Demo::write);
		assertThat(second).hasSameBinaryContentAs(first);
	}

	@Test
	void savesNoTraceOfTheClockNorOfTheProgram() throws IOException {
		try (ZipFile zip = new ZipFile(save("a.xlsx", WorkbookWriter.styled(), Demo::write).toFile())) {
			assertThat(zip.stream()).isNotEmpty()
				.allSatisfy((entry) -> assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(2000, 1, 1, 0, 0)));
			assertThat(text(zip, "docProps/core.xml")).contains("2000-01-01T00:00:00Z", "srdi-monitor", "示例")
				.doesNotContain("Apache POI");
			assertThat(text(zip, "docProps/app.xml")).doesNotContain("Apache POI");
		}
	}

	@Test
	void savesStreamedTablesWithoutATraceOfTheClock() throws IOException {
		Path first = save("a.xlsx", WorkbookWriter.streaming(), WorkbookWriterTests::bigTable);
		Path second = save("b.xlsx", WorkbookWriter.streaming(), WorkbookWriterTests::bigTable);
		assertThat(second).hasSameBinaryContentAs(first);
		try (ZipFile zip = new ZipFile(first.toFile())) {
			assertThat(zip.stream())
				.allSatisfy((entry) -> assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(2000, 1, 1, 0, 0)));
		}
	}

	@Test
	void leavesNothingButTheFileBehind() throws IOException {
		save("a.xlsx", WorkbookWriter.styled(), Demo::write);
		save("a.xlsx", WorkbookWriter.styled(), (writer) -> writer.sheet("月报").text(0, 0, "新", Style.TEXT));
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).singleElement().hasToString(this.folder.resolve("a.xlsx").toString());
		}
	}

	private static void bigTable(WorkbookWriter writer) {
		SheetWriter sheet = writer.sheet("大表").widths(10, 12).freeze(1, 0);
		for (int row = 0; row < 1000; row++) {
			sheet.text(row, 0, "企业" + row, Style.TEXT).number(row, 1, BigDecimal.valueOf(row), Style.AMOUNT);
		}
		sheet.filter(0, 0, 999, 1).print(true, 1, 999, 1);
	}

	private static String text(ZipFile zip, String name) throws IOException {
		return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
	}

	@Test
	void refusesChartsInStreamedSheets() {
		try (WorkbookWriter writer = WorkbookWriter.streaming()) {
			SheetWriter sheet = writer.sheet("大表");
			assertThatThrownBy(() -> sheet.lineChart(Demo.lines())).isInstanceOf(UnsupportedOperationException.class)
				.hasMessageContaining("WorkbookWriter.styled()");
		}
	}

	private XSSFWorkbook saved(Consumer<WorkbookWriter> content) throws IOException {
		try (InputStream in = Files.newInputStream(save("book.xlsx", WorkbookWriter.styled(), content))) {
			return new XSSFWorkbook(in);
		}
	}

	private Path save(String name, WorkbookWriter writer, Consumer<WorkbookWriter> content) {
		Path file = this.folder.resolve(name);
		try (writer) {
			content.accept(writer);
			writer.save(file);
		}
		return file;
	}

}
