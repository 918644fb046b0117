package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.workbook.ListSheet.Item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Copies of consolidated workbooks with some of their rows. */
class MarkedExtractTests {

	private static final String SHEET = "汇总";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void keepsTheHeadingsAndTheGivenRowsWithTheirStyles(String format) throws IOException {
		try (Workbook copy = extract(original(format))) {
			Sheet sheet = copy.getSheet(SHEET);
			assertThat(sheet.getLastRowNum()).isEqualTo(3);
			assertThat(MarkedCopyTests.texts(sheet, 0)).containsExactly("示例数据 汇总");
			assertThat(MarkedCopyTests.texts(sheet, 1)).containsExactly("代码", "企业", "本月", "累计", "说明");
			assertThat(MarkedCopyTests.texts(sheet, 2)).containsExactly("F12", "示例企业(武汉)012", "12.0", "144.0", "文本12");
			assertThat(MarkedCopyTests.texts(sheet, 3)).containsExactly("F20", "示例企业(武汉)020", "20.0", "400.0", "文本20");
			assertThat(sheet.getRow(2).getCell(2).getCellStyle().getDataFormatString()).isEqualTo("0.000");
			assertThat(sheet.getColumnWidth(1)).isEqualTo(31 * 256);
			assertThat(sheet.getRow(2).getHeightInPoints()).isEqualTo(25);
			assertThat(sheet.getRow(2).getZeroHeight()).isFalse();
			assertThat(sheet.getMergedRegions()).containsExactly(new CellRangeAddress(0, 0, 0, 4));
			assertThat(copy.getPrintArea(0)).isEqualTo("汇总!$A$1:$E$4");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void turnsFormulasIntoTheirValues(String format) throws IOException {
		try (Workbook copy = extract(original(format))) {
			Sheet sheet = copy.getSheet(SHEET);
			assertThat(sheet.getRow(2).getCell(3).getCellType()).isEqualTo(CellType.NUMERIC);
			assertThat(sheet.getRow(2).getCell(4).getCellType()).isEqualTo(CellType.STRING);
			Cell total = copy.getSheet("合计").getRow(0).getCell(0);
			assertThat(total.getCellType()).isEqualTo(CellType.NUMERIC);
			assertThat(total.getNumericCellValue()).isEqualTo(4711);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void movesMarksLinksAndWordsToWhereTheRowsAreNow(String format) throws IOException {
		try (Workbook copy = extract(original(format))) {
			Sheet sheet = copy.getSheet(SHEET);
			assertThat(MarkedCopyTests.marked(sheet)).containsExactly("C4");
			Comment comment = sheet.getRow(3).getCell(2).getCellComment();
			assertThat(comment.getString().getString()).endsWith("汇总!C4 太大，见汇总!C210");
			Sheet list = copy.getSheet("问题清单");
			assertThat(list.getRow(3).getCell(0).getHyperlink().getAddress()).isEqualTo("'汇总'!C4");
			assertThat(MarkedCopyTests.texts(list, 3)).startsWith("汇总!C4", "汇总!C4 太大");
		}
	}

	@Test
	void movesWhatRefersToTheRows() throws IOException {
		try (XSSFWorkbook copy = (XSSFWorkbook) extract(original("xlsx"))) {
			XSSFSheet sheet = copy.getSheet(SHEET);
			assertThat(copy.getPrintArea(0)).isEqualTo("汇总!$A$1:$E$4");
			assertThat(sheet.getRepeatingRows()).isEqualTo(new CellRangeAddress(0, 1, -1, -1));
			assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:E4");
			assertThat(sheet.getDataValidations()).singleElement()
				.satisfies((choice) -> assertThat(choice.getRegions().getCellRangeAddress(0).formatAsString())
					.isEqualTo("E3:E4"));
			assertThat(sheet.getSheetConditionalFormatting().getNumConditionalFormattings()).isEqualTo(1);
			assertThat(sheet.getSheetConditionalFormatting().getConditionalFormattingAt(0)).satisfies((format) -> {
				assertThat(format.getFormattingRanges()).containsExactly(new CellRangeAddress(2, 3, 2, 2));
				assertThat(format.getRule(0).getFormula1()).isEqualTo("AND(C3>5,$A$1<>\"C3\")");
			});
			assertThat(sheet.getCellComments()).hasSize(2);
			assertThat(sheet.getRow(2).getCell(1).getCellComment()).satisfies((comment) -> {
				assertThat(comment.getString().getString()).isEqualTo("第12行");
				assertThat(comment.getAuthor()).isEqualTo("张三");
			});
			assertThat(copy.getCalculationChain()).isNull();
		}
	}

	@Test
	void keepsATableInShape() throws IOException {
		Path file = this.folder.resolve("table.xlsx");
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			fill(workbook, 30);
			workbook.getSheet(SHEET)
				.createTable(new AreaReference("A2:E32", workbook.getSpreadsheetVersion()))
				.setName("表1");
			save(workbook, file);
		}
		try (XSSFWorkbook copy = (XSSFWorkbook) extract(file)) {
			assertThat(copy.getSheet(SHEET).getTables()).singleElement()
				.satisfies((table) -> assertThat(table.getCTTable().getRef()).isEqualTo("A2:E4"));
		}
	}

	@Test
	void keepsTheRowsOfACsv() throws IOException {
		Path file = this.folder.resolve("city.csv");
		StringBuilder text = new StringBuilder("示例数据\n代码,企业,本月\n");
		for (int row = 3; row <= 30; row++) {
			text.append("F").append(row).append(",示例企业(武汉)").append(row).append(",=").append(row).append("\n");
		}
		Files.write(file, text.toString().getBytes(Charset.forName("GBK")));
		Path target = this.folder.resolve("copy.csv");
		MarkedCopy.of(file)
			.keep("city.csv", Set.of(11, 29), MarkedExtractTests::isHeading)
			.write(list(new CellAddress("city.csv", 29, 2)), target);
		assertThat(Files.readString(target).lines().toList())
			.startsWith("\uFEFF示例数据", "代码,企业,本月", "F12,示例企业(武汉)12,'=12", "F30,示例企业(武汉)30,'=30", "", "标题")
			.last()
			.asString()
			.startsWith("C4,city.csv!C4 太大");
	}

	@Test
	void refusesASheetWithoutHeading() throws IOException {
		assertThatExceptionOfType(UnmarkableException.class)
			.isThrownBy(() -> MarkedCopy.of(original("xlsx")).keep(SHEET, Set.of(5), (row) -> false));
	}

	/** The whole would never fit into the memory that its rows are filtered in. */
	@Test
	void filtersALargeWorkbookInAStream() throws IOException {
		Path file = large(20_000, 12);
		Path target = this.folder.resolve("copy.xlsx");
		assertTimeout(Duration.ofSeconds(5),
				() -> MarkedCopy.of(file)
					.keep(SHEET, Set.of(2, 4711, 19_999), MarkedExtractTests::isHeading)
					.write(list(new CellAddress(SHEET, 4711, 2)), target));
		try (Workbook copy = open(target)) {
			Sheet sheet = copy.getSheet(SHEET);
			assertThat(sheet.getLastRowNum()).isEqualTo(3);
			assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("企业4711");
			assertThat(sheet.getRow(2).getCell(11).getNumericCellValue()).isEqualTo(4711.11);
			assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("F19999");
			assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("代码");
		}
	}

	@Test
	void shiftsFormulasOfRulesAndNames() {
		KeptRows rows = KeptRows.of(SHEET, 2, Set.of(11, 19));
		assertThat(Ranges.shifted("SUM(A$3:A10,\"B7\",LOG10(2),表3!C5)", 2))
			.isEqualTo("SUM(A$3:A12,\"B7\",LOG10(2),表3!C7)");
		assertThat(new Ranges(rows).moved("A1:B20")).isEqualTo("A1:B4");
		assertThat(new Ranges(rows).moved("A13:B19")).isNull();
		assertThat(new Ranges(rows).moved("C12")).isEqualTo("C3");
		assertThat(new Ranges(rows).allMoved("C12 D5 E12:E1048576")).isEqualTo("C3 E3:E4");
		assertThat(new Ranges(rows).inName("汇总!$A$1:$E$99,'汇总'!$1:$2,别的汇总!$A$99"))
			.isEqualTo("汇总!$A$1:$E$4,'汇总'!$1:$2,别的汇总!$A$99");
	}

	private Path original(String format) throws IOException {
		Path file = this.folder.resolve("city." + format);
		try (Workbook workbook = format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
			fill(workbook, 300);
			layOut(workbook, workbook.getSheet(SHEET));
			Sheet total = workbook.createSheet("合计");
			total.createRow(0).createCell(0).setCellFormula("SUM(汇总!C3:C302)");
			total.getRow(0).getCell(0).setCellValue(4711);
			save(workbook, file);
		}
		return file;
	}

	private static void fill(Workbook workbook, int rows) {
		Sheet sheet = workbook.createSheet(SHEET);
		CellStyle style = workbook.createCellStyle();
		style.setDataFormat(workbook.createDataFormat().getFormat("0.000"));
		style.setFillForegroundColor(IndexedColors.WHITE.getIndex());
		sheet.createRow(0).createCell(0).setCellValue("示例数据 汇总");
		List<String> headings = List.of("代码", "企业", "本月", "累计", "说明");
		org.apache.poi.ss.usermodel.Row heading = sheet.createRow(1);
		for (int column = 0; column < headings.size(); column++) {
			heading.createCell(column).setCellValue(headings.get(column));
		}
		for (int row = 3; row < rows + 3; row++) {
			org.apache.poi.ss.usermodel.Row line = sheet.createRow(row - 1);
			line.setHeightInPoints(25);
			line.createCell(0).setCellValue("F" + row);
			line.createCell(1).setCellValue("示例企业(武汉)%03d".formatted(row));
			line.createCell(2).setCellValue(row);
			line.getCell(2).setCellStyle(style);
			line.createCell(3).setCellFormula("C" + row + "*A1");
			line.getCell(3).setCellValue(row * row);
			line.createCell(4).setCellFormula("\"文本\"&C" + row);
			line.getCell(4).setCellValue("文本" + row);
		}
	}

	private static void layOut(Workbook workbook, Sheet sheet) {
		sheet.setColumnWidth(1, 31 * 256);
		sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
		sheet.addMergedRegion(new CellRangeAddress(100, 103, 0, 0));
		sheet.getRow(11).setZeroHeight(true); // by a filter
		sheet.createFreezePane(2, 2, 2, 150);
		sheet.setAutoFilter(new CellRangeAddress(1, 301, 0, 4));
		sheet.setRepeatingRows(new CellRangeAddress(0, 1, -1, -1));
		workbook.setPrintArea(0, 0, 4, 0, 301);
		DataValidationHelper helper = sheet.getDataValidationHelper();
		sheet.addValidationData(helper.createValidation(helper.createExplicitListConstraint(new String[] { "是", "否" }),
				new CellRangeAddressList(2, 301, 4, 4)));
		ConditionalFormattingRule rule = sheet.getSheetConditionalFormatting()
			.createConditionalFormattingRule("AND(C3>5,$A$1<>\"C3\")");
		rule.createFontFormatting().setFontStyle(true, false);
		sheet.getSheetConditionalFormatting()
			.addConditionalFormatting(new CellRangeAddress[] { new CellRangeAddress(2, 301, 2, 2) }, rule);
		comment(sheet, 11, "第12行");
		comment(sheet, 50, "第51行");
	}

	private static void comment(Sheet sheet, int row, String text) {
		ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
		anchor.setCol2(3);
		anchor.setRow1(row);
		anchor.setRow2(row + 3);
		if (sheet.getDrawingPatriarch() == null) {
			sheet.createDrawingPatriarch();
		}
		Comment comment = ((org.apache.poi.ss.usermodel.Drawing<?>) sheet.getDrawingPatriarch())
			.createCellComment(anchor);
		comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
		comment.setAuthor("张三");
		sheet.getRow(row).getCell(1).setCellComment(comment);
	}

	private Path large(int rows, int columns) throws IOException {
		Path file = this.folder.resolve("large.xlsx");
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true)) {
			Sheet sheet = workbook.createSheet(SHEET);
			sheet.createRow(0).createCell(0).setCellValue("代码");
			for (int row = 1; row < rows; row++) {
				org.apache.poi.ss.usermodel.Row line = sheet.createRow(row);
				line.createCell(0).setCellValue("F" + row);
				line.createCell(1).setCellValue("企业" + row);
				for (int column = 2; column < columns; column++) {
					line.createCell(column).setCellValue(row + column / 100.0);
				}
			}
			save(workbook, file);
		}
		return file;
	}

	private static boolean isHeading(Row row) {
		return row.cells().stream().anyMatch((cell) -> cell.text().equals("代码"));
	}

	private Workbook extract(Path original) throws IOException {
		Path target = this.folder.resolve("copy-of-" + original.getFileName());
		CellAddress cell = new CellAddress(SHEET, 19, 2);
		MarkedCopy.of(original)
			.keep(SHEET, Set.of(11, 19), MarkedExtractTests::isHeading)
			.mark(cell, Mark.REPAIR, cell + " 太大，见汇总!C210")
			.write(list(cell), target);
		return open(target);
	}

	private static ListSheet list(CellAddress cell) {
		ListSheet plain = MarkedCopyTests.list("");
		List<Item> line = List.of(Item.leadingTo(cell), Item.of(cell + " 太大", Style.TEXT_WRAP),
				Item.of("", Style.INPUT_WRAP), Item.choice("", List.of("是", "否")),
				Item.of("91420100MA00003490/V10@operating_revenue.m", Style.TEXT));
		return new ListSheet(plain.name(), plain.title(), plain.instruction(), plain.columns(), List.of(line),
				plain.heading());
	}

	private static void save(Workbook workbook, Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			workbook.write(out);
		}
	}

	private static Workbook open(Path file) throws IOException {
		return WorkbookFactory.create(file.toFile(), null, true);
	}

}
