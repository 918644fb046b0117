package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.workbook.ListSheet.Column;
import org.srdi.monitor.workbook.ListSheet.Item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MarkedCopyTests {

	private static final String SHEET = "月报 (1)'甲";

	private static final CellAddress REVENUE = new CellAddress(SHEET, 3, 1);

	private static final CellAddress SUM = new CellAddress(SHEET, 5, 1);

	private static final CellAddress FAR = new CellAddress(SHEET, 40, 7);

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void fillsAndCommentsTheGivenCellsAndNoOthers(String format) throws IOException {
		try (Workbook copy = copy(original(format))) {
			Sheet sheet = copy.getSheet(SHEET);
			assertThat(marked(sheet)).containsExactlyInAnyOrder("B4", "B6", "H41");
			assertThat(comment(sheet, "B4")).isEqualTo("【校核】\nV10 必须更正：太大\nV50 须作说明：增长过快");
			assertThat(sheet.getRow(3).getCell(1).getCellComment().getAuthor()).isEqualTo("校核");
			assertThat(comment(sheet, "B6")).isEqualTo("请领导过目\n【校核】\nV22 不平衡");
			assertThat(sheet.getRow(5).getCell(1).getCellComment().getAuthor()).isEqualTo("张三");
			assertThat(comment(sheet, "A4")).isEqualTo("口径见说明");
		}
	}

	@Test
	void usesAColourPerMark() throws IOException {
		try (Workbook copy = copy(original("xlsx"))) {
			Sheet sheet = copy.getSheet(SHEET);
			assertThat(rgb(sheet, "B4")).isEqualTo("FFFFC9C9");
			assertThat(rgb(sheet, "B6")).isEqualTo("FFBFDDF7");
			assertThat(rgb(sheet, "H41")).isEqualTo("FFFFF2A8");
		}
		try (Workbook copy = copy(original("xls"))) {
			Sheet sheet = copy.getSheet(SHEET);
			assertThat(style(sheet, "B4").getFillForegroundColor()).isEqualTo(IndexedColors.ROSE.getIndex());
			assertThat(style(sheet, "B6").getFillForegroundColor()).isEqualTo(IndexedColors.PALE_BLUE.getIndex());
			assertThat(style(sheet, "H41").getFillForegroundColor()).isEqualTo(IndexedColors.LIGHT_YELLOW.getIndex());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void keepsEverythingElseOfAMarkedCell(String format) throws IOException {
		try (Workbook copy = copy(original(format))) {
			CellStyle style = style(copy.getSheet(SHEET), "B4");
			assertThat(style.getDataFormatString()).isEqualTo("#,##0.00");
			assertThat(style.getBorderBottom()).isEqualTo(BorderStyle.DOUBLE);
			assertThat(copy.getFontAt(style.getFontIndex()).getFontName()).isEqualTo("KaiTi");
			assertThat(style.getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
			assertThat(style.getLocked()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void keepsValuesFormulasAndLayout(String format) throws IOException {
		Path original = original(format);
		try (Workbook before = open(original); Workbook copy = copy(original)) {
			assertThat(copy.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets() + 1);
			for (int i = 0; i < before.getNumberOfSheets(); i++) {
				assertThat(copy.getSheetName(i)).isEqualTo(before.getSheetName(i));
				assertThat(copy.getSheetVisibility(i)).isEqualTo(before.getSheetVisibility(i));
				assertSame(before.getSheetAt(i), copy.getSheetAt(i));
			}
			assertThat(copy.getName("税率").getRefersToFormula()).isEqualTo(before.getName("税率").getRefersToFormula());
			assertThat(copy.getPrintArea(0)).isEqualTo(before.getPrintArea(0)).contains("$A$1:$D$30");
		}
	}

	private static void assertSame(Sheet before, Sheet after) {
		for (Row row : before) {
			for (Cell cell : row) {
				Cell same = after.getRow(row.getRowNum()).getCell(cell.getColumnIndex());
				assertThat(same.getCellType()).as(cell.getAddress().toString()).isEqualTo(cell.getCellType());
				assertThat(same.toString()).isEqualTo(cell.toString());
				if (cell.getCellType() == CellType.FORMULA) {
					assertThat(same.getNumericCellValue()).isEqualTo(cell.getNumericCellValue());
				}
				if (same.getCellComment() == null) {
					assertThat(same.getCellStyle().getIndex()).isEqualTo(cell.getCellStyle().getIndex());
				}
			}
			assertThat(after.getRow(row.getRowNum()).getHeight()).isEqualTo(row.getHeight());
		}
		for (int column = 0; column < 5; column++) {
			assertThat(after.getColumnWidth(column)).isEqualTo(before.getColumnWidth(column));
		}
		assertThat(after.getMergedRegions()).isEqualTo(before.getMergedRegions());
		assertThat(after.getDataValidations()).hasSameSizeAs(before.getDataValidations());
		assertThat(after.getSheetConditionalFormatting().getNumConditionalFormattings())
			.isEqualTo(before.getSheetConditionalFormatting().getNumConditionalFormattings());
		assertThat(after.getProtect()).isEqualTo(before.getProtect());
		assertThat(after.getPrintSetup().getLandscape()).isEqualTo(before.getPrintSetup().getLandscape());
		assertThat(after.getPrintSetup().getFitWidth()).isEqualTo(before.getPrintSetup().getFitWidth());
		assertThat(after.getRepeatingRows()).isEqualTo(before.getRepeatingRows());
		assertThat(after.getPaneInformation() == null).isEqualTo(before.getPaneInformation() == null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void addsTheListAsTheLastSheetAndOpensThere(String format) throws IOException {
		try (Workbook copy = copy(original(format))) {
			Sheet list = copy.getSheetAt(copy.getNumberOfSheets() - 1);
			assertThat(list.getSheetName()).isEqualTo("问题清单");
			assertThat(copy.getActiveSheetIndex()).isEqualTo(copy.getNumberOfSheets() - 1);
			assertThat(list.isSelected()).isTrue();
			assertThat(copy.getSheetAt(0).isSelected()).isFalse();
			assertThat(texts(list, 0)).containsExactly("标题");
			assertThat(texts(list, 2)).containsExactly("位置", "问题", "情况说明", "确认修复", "问题编号");
			Cell link = list.getRow(3).getCell(0);
			assertThat(link.getStringCellValue()).isEqualTo(SHEET + "!B4");
			assertThat(link.getHyperlink().getType()).isEqualTo(HyperlinkType.DOCUMENT);
			assertThat(link.getHyperlink().getAddress()).isEqualTo("'月报 (1)''甲'!B4");
			assertThat(list.isColumnHidden(4)).isTrue();
			assertThat(list.getRow(3).getCell(2).getCellStyle().getLocked()).isFalse();
			assertThat(list.getRow(3).getCell(1).getCellStyle().getWrapText()).isTrue();
			assertThat(list.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 3);
			assertThat(list.getPrintSetup().getLandscape()).isTrue();
			assertThat(list.getDataValidations()).singleElement().satisfies((choice) -> {
				assertThat(choice.getValidationConstraint().getExplicitListValues()).containsExactly("是", "否");
				assertThat(choice.getRegions().getCellRangeAddress(0).formatAsString()).isEqualTo("D4");
			});
		}
	}

	@ParameterizedTest
	@CsvSource({ "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "-2+3" })
	void writesNothingThatWasTypedAsAFormula(String typed) throws IOException {
		for (String format : List.of("xlsx", "xls")) {
			Path original = workbook(format, (workbook) -> {
				workbook.createSheet(SHEET).createRow(3).createCell(1).setCellValue(typed);
			});
			Path target = this.folder.resolve("copy." + format);
			MarkedCopy.of(original).mark(REVENUE, Mark.REPAIR, typed).write(list(typed), target);
			try (Workbook copy = open(target)) {
				Cell cell = copy.getSheetAt(1).getRow(3).getCell(1);
				assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
				assertThat(cell.getStringCellValue()).isEqualTo(typed);
				assertThat(copy.getSheetAt(0).getRow(3).getCell(1).getCellType()).isEqualTo(CellType.STRING);
				assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
			}
		}
		Path csv = Files.writeString(this.folder.resolve("form.csv"), "营业收入,\"" + typed + "\"\n");
		Path target = this.folder.resolve("copy.csv");
		MarkedCopy.of(csv).write(list(typed), target);
		assertThat(Files.readString(target).lines().filter((line) -> line.contains(typed))).hasSize(2)
			.allMatch((line) -> line.contains("'" + typed));
	}

	@Test
	void replacesWhatAnEarlierCopyHasAdded() throws IOException {
		for (String format : List.of("xlsx", "xls")) {
			Path first = this.folder.resolve("first." + format);
			mark(original(format)).write(list("太大"), first);
			Path second = this.folder.resolve("second." + format);
			MarkedCopy.of(first).mark(FAR, Mark.REPAIR, "新问题").write(list("新问题"), second);
			try (Workbook before = open(original(format)); Workbook copy = open(second)) {
				Sheet sheet = copy.getSheet(SHEET);
				assertThat(copy.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets() + 1);
				assertThat(marked(sheet)).containsExactly("H41");
				assertThat(comment(sheet, "B6")).isEqualTo("请领导过目");
				assertThat(sheet.getRow(3).getCell(1).getCellComment()).isNull();
				assertThat(style(sheet, "B4").getFillForegroundColor())
					.isEqualTo(style(before.getSheet(SHEET), "B4").getFillForegroundColor());
				assertThat(texts(copy.getSheet("问题清单"), 3)).contains("新问题");
			}
		}
	}

	@Test
	void leavesASheetAloneThatHappensToBearTheName() throws IOException {
		Path original = workbook("xlsx", (workbook) -> {
			workbook.createSheet(SHEET);
			workbook.createSheet("问题清单").createRow(0).createCell(0).setCellValue("我们自己的");
		});
		try (Workbook copy = copy(original)) {
			assertThat(copy.getSheet("问题清单").getRow(0).getCell(0).getStringCellValue()).isEqualTo("我们自己的");
			assertThat(copy.getSheetName(2)).isEqualTo("问题清单 (2)");
		}
	}

	@Test
	void marksTheFirstOfMergedCells() throws IOException {
		Path original = workbook("xlsx", (workbook) -> {
			Sheet sheet = workbook.createSheet(SHEET);
			sheet.createRow(2).createCell(1).setCellValue(1);
			sheet.addMergedRegion(new CellRangeAddress(2, 4, 1, 3));
		});
		try (Workbook copy = copy(original)) {
			assertThat(marked(copy.getSheet(SHEET))).contains("B3").doesNotContain("B4");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls" })
	void commentsNeighbours(String format) throws IOException {
		Path target = this.folder.resolve("neighbours." + format);
		MarkedCopy copy = MarkedCopy.of(original(format));
		for (int column : new int[] { 3, 2, 1, 4 }) {
			copy.mark(new CellAddress(SHEET, 8, column), Mark.REPAIR, "列" + column);
		}
		copy.write(list("太大"), target);
		try (Workbook workbook = open(target)) {
			for (int column = 1; column < 5; column++) {
				assertThat(comment(workbook.getSheet(SHEET), CellAddress.columnName(column) + "9"))
					.isEqualTo("【校核】\n列" + column);
			}
		}
	}

	@Test
	void onlyCommentsWhereNoMoreStylesFit() throws IOException {
		Path original = workbook("xls", (workbook) -> {
			Sheet sheet = workbook.createSheet(SHEET);
			CellStyle last = workbook.getCellStyleAt(0);
			while (workbook.getNumCellStyles() < 3_999) {
				last = workbook.createCellStyle();
			}
			sheet.createRow(3).createCell(1).setCellStyle(last);
		});
		try (Workbook copy = copy(original)) {
			assertThat(style(copy.getSheet(SHEET), "B4").getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
			assertThat(comment(copy.getSheet(SHEET), "B4")).contains("太大");
			assertThat(copy.getSheet("问题清单")).isNotNull();
		}
	}

	@Test
	void dropsTheMacrosOfAnXlsm() throws IOException {
		Path original = this.folder.resolve("form.xlsm");
		try (XSSFWorkbook workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
			workbook.createSheet(SHEET).createRow(3).createCell(1).setCellValue(7);
			workbook.setVBAProject(InputStream.nullInputStream());
			save(workbook, original);
		}
		MarkedCopy copy = mark(original);
		assertThat(copy.dropsMacros()).isTrue();
		assertThat(copy.extension()).isEqualTo("xlsx");
		Path target = this.folder.resolve("copy.xlsx");
		copy.write(list("太大"), target);
		try (XSSFWorkbook workbook = (XSSFWorkbook) open(target)) {
			assertThat(workbook.isMacroEnabled()).isFalse();
			assertThat(workbook.getPackage().getPartsByName(java.util.regex.Pattern.compile(".*vba.*"))).isEmpty();
			assertThat(workbook.getSheet(SHEET).getRow(3).getCell(1).getNumericCellValue()).isEqualTo(7);
		}
		assertThat(mark(original("xlsx")).dropsMacros()).isFalse();
	}

	@Test
	void refusesWhatIsTooLargeToBeOpenedAndLeavesNothing() throws IOException {
		StringBuilder rows = new StringBuilder();
		for (int row = 1; row <= 70_000; row++) {
			rows.append("<row r='").append(row).append("'><c s='0'/><c s='0'/></row>");
		}
		Path original = new RawWorkbook().rows(rows.toString()).save(this.folder.resolve("blanks.xlsx"));
		Path target = Files.createDirectory(this.folder.resolve("out")).resolve("copy.xlsx");
		assertThatExceptionOfType(UnmarkableException.class)
			.isThrownBy(() -> MarkedCopy.of(original).write(list("太大"), target))
			.withMessageContaining("200000 cells");
		Path heavy = new RawWorkbook().part("xl/media/image1.png", "x".repeat(41 << 20))
			.save(this.folder.resolve("heavy.xlsx"));
		assertThatExceptionOfType(UnmarkableException.class)
			.isThrownBy(() -> MarkedCopy.of(heavy).write(list("太大"), target))
			.withMessageContaining("40 MB");
		assertThat(target.getParent()).isEmptyDirectory();
	}

	@Test
	void copiesACsvInAnyEncodingAsUtf8WithTheListBelow() throws IOException {
		Path original = this.folder.resolve("form.csv");
		Files.write(original, "指标\t本月\r\n\r\n营业收入\t-12.5\r\n\"备注\n两行\"\t-\r\n".getBytes("GB18030"));
		Path target = this.folder.resolve("copy.csv");
		MarkedCopy copy = MarkedCopy.of(original);
		assertThat(copy.extension()).isEqualTo("csv");
		copy.mark(REVENUE, Mark.REPAIR, "太大").write(list("太大"), target);
		String head = "\uFEFF指标,本月\r\n\r\n营业收入,-12.5\r\n\"备注\n两行\",-\r\n\r\n";
		assertThat(Files.readString(target)).startsWith(head)
			.isEqualTo(head + "标题\r\n说明\r\n位置,问题,情况说明,确认修复,问题编号\r\nB4,太大,,,V10@operating_revenue.m\r\n");
		Path second = this.folder.resolve("second.csv");
		MarkedCopy.of(target).write(list("又错"), second);
		assertThat(Files.readString(second)).startsWith(head).contains("又错").doesNotContain("太大");
	}

	@ParameterizedTest
	@CsvSource({ "-5,-5", "'-1,234.5','-1,234.5'", "+3%,+3%", "-,-", "'=1','''=1'", "＝1+1,'''＝1+1'", "－１２,－１２",
			"' =1',''' =1'", "+86-27,'''+86-27'", "正常,正常", "1E-5,1E-5" })
	void putsAnApostropheBeforeFormulasOnly(String typed, String written) {
		assertThat(CsvCopy.harmless(typed)).isEqualTo(written);
	}

	private Path original(String format) throws IOException {
		return workbook(format, (workbook) -> {
			Sheet sheet = workbook.createSheet(SHEET);
			fill(workbook, sheet);
			layOut(workbook, sheet);
			sheet.protectSheet("secret");
			Sheet hidden = workbook.createSheet("隐藏");
			hidden.createRow(0).createCell(0).setCellFormula("'" + SHEET.replace("'", "''") + "'!B6*2");
			hidden.getRow(0).getCell(0).setCellValue(99);
			workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
			org.apache.poi.ss.usermodel.Name name = workbook.createName();
			name.setNameName("税率");
			name.setRefersToFormula("隐藏!$A$1");
		});
	}

	private static void fill(Workbook workbook, Sheet sheet) {
		Font font = workbook.createFont();
		font.setFontName("KaiTi");
		CellStyle style = workbook.createCellStyle();
		style.setFont(font);
		style.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00"));
		style.setBorderBottom(BorderStyle.DOUBLE);
		style.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		style.setLocked(false);
		sheet.createRow(0).createCell(0).setCellValue("示例企业(武汉)001 月报 示例数据");
		for (int row = 3; row < 5; row++) {
			sheet.createRow(row).createCell(0).setCellValue("营业收入");
			sheet.getRow(row).createCell(1).setCellValue(1234.5);
			sheet.getRow(row).getCell(1).setCellStyle(style);
		}
		Row total = sheet.createRow(5);
		total.setHeightInPoints(33);
		total.createCell(1).setCellFormula("SUM(B4:B5)");
		total.getCell(1).setCellValue(5); // stale on purpose
		comment(total.getCell(1), "请领导过目", "张三");
		comment(sheet.getRow(3).getCell(0), "口径见说明", "李四");
	}

	private static void layOut(Workbook workbook, Sheet sheet) {
		sheet.setColumnWidth(0, 30 * 256);
		sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 3));
		sheet.createFreezePane(1, 3);
		sheet.getPrintSetup().setLandscape(true);
		sheet.setFitToPage(true);
		sheet.getPrintSetup().setFitWidth((short) 1);
		sheet.setRepeatingRows(new CellRangeAddress(0, 2, -1, -1));
		workbook.setPrintArea(0, 0, 3, 0, 29);
		DataValidationHelper helper = sheet.getDataValidationHelper();
		sheet.addValidationData(helper.createValidation(helper.createExplicitListConstraint(new String[] { "是", "否" }),
				new CellRangeAddressList(6, 9, 1, 1)));
		ConditionalFormattingRule rule = sheet.getSheetConditionalFormatting()
			.createConditionalFormattingRule("B4>1000");
		rule.createFontFormatting().setFontStyle(true, false);
		sheet.getSheetConditionalFormatting()
			.addConditionalFormatting(new CellRangeAddress[] { new CellRangeAddress(3, 9, 1, 1) }, rule);
	}

	private static void comment(Cell cell, String text, String author) {
		Sheet sheet = cell.getSheet();
		ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
		anchor.setCol1(4);
		anchor.setCol2(6);
		anchor.setRow2(3);
		if (sheet.getDrawingPatriarch() == null) {
			sheet.createDrawingPatriarch();
		}
		Comment comment = ((org.apache.poi.ss.usermodel.Drawing<?>) sheet.getDrawingPatriarch())
			.createCellComment(anchor);
		comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
		comment.setAuthor(author);
		cell.setCellComment(comment);
	}

	private Path workbook(String format, Consumer<Workbook> content) throws IOException {
		Path file = this.folder.resolve("original." + format);
		try (Workbook workbook = format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
			content.accept(workbook);
			save(workbook, file);
		}
		return file;
	}

	private static void save(Workbook workbook, Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			workbook.write(out);
		}
	}

	private static MarkedCopy mark(Path original) {
		return MarkedCopy.of(original)
			.mark(REVENUE, Mark.EXPLAIN, "V10 必须更正：太大")
			.mark(REVENUE, Mark.REPAIR, "V50 须作说明：增长过快")
			.mark(SUM, Mark.PROPOSAL, "V22 不平衡")
			.mark(FAR, Mark.EXPLAIN, "V03 空白")
			.mark(new CellAddress("没有的表", 0, 0), Mark.REPAIR, "不见");
	}

	private Workbook copy(Path original) throws IOException {
		Path target = this.folder.resolve("copy-of-" + original.getFileName());
		mark(original).write(list("太大"), target);
		try (Stream<Path> files = Files.list(this.folder)) {
			assertThat(files).noneMatch((file) -> file.getFileName().toString().startsWith("."));
		}
		return open(target);
	}

	private static Workbook open(Path file) throws IOException {
		return WorkbookFactory.create(file.toFile(), null, true);
	}

	static ListSheet list(String message) {
		List<Column> columns = List.of(new Column("位置", 14, false), new Column("问题", 40, false),
				new Column("情况说明", 30, false), new Column("确认修复", 12, false), new Column("问题编号", 30, true));
		List<Item> line = List.of(Item.leadingTo(REVENUE), Item.of(message, Style.TEXT_WRAP),
				Item.of("", Style.INPUT_WRAP), Item.choice("", List.of("是", "否")),
				Item.of("V10@operating_revenue.m", Style.TEXT));
		return new ListSheet("问题清单", "标题", "说明", columns, List.of(line),
				(row) -> row.cells().stream().anyMatch((cell) -> cell.text().equals("问题编号")));
	}

	static List<String> texts(Sheet sheet, int row) {
		List<String> texts = new ArrayList<>();
		sheet.getRow(row).forEach((cell) -> {
			if (!cell.toString().isEmpty()) {
				texts.add(cell.toString());
			}
		});
		return texts;
	}

	private static String comment(Sheet sheet, String cell) {
		org.apache.poi.ss.util.CellAddress address = new org.apache.poi.ss.util.CellAddress(cell);
		return sheet.getCellComment(address).getString().getString();
	}

	private static CellStyle style(Sheet sheet, String cell) {
		org.apache.poi.ss.util.CellAddress address = new org.apache.poi.ss.util.CellAddress(cell);
		return sheet.getRow(address.getRow()).getCell(address.getColumn()).getCellStyle();
	}

	private static String rgb(Sheet sheet, String cell) {
		XSSFColor colour = ((XSSFCellStyle) style(sheet, cell)).getFillForegroundXSSFColor();
		return colour.getARGBHex();
	}

	/** Returns the cells in one of our colours. */
	static List<String> marked(Sheet sheet) {
		List<String> marked = new ArrayList<>();
		Set<String> colours = Set.of("FFFFC9C9", "FFBFDDF7", "FFFFF2A8");
		Set<Short> indexes = Set.of((short) 43, (short) 44, (short) 45);
		for (Row row : sheet) {
			for (Cell cell : row) {
				boolean ours = (cell instanceof XSSFCell)
						? cell.getCellStyle().getFillForegroundColorColor() instanceof XSSFColor colour
								&& colours.contains(String.valueOf(colour.getARGBHex()))
						: indexes.contains(cell.getCellStyle().getFillForegroundColor())
								&& cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND;
				if (ours) {
					marked.add(cell.getAddress().toString());
				}
			}
		}
		return marked;
	}

}
