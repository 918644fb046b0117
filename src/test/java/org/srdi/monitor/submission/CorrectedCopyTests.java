package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Proposal;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Severity;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.workbook.Spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

class CorrectedCopyTests {

	private static final FigureKey REVENUE = FigureKey.of("operating_revenue", Span.M);

	private static final FigureKey COST = FigureKey.of("operating_cost", Span.YTD);

	private static final FigureKey ASSETS = FigureKey.of("total_assets", Span.EOP);

	private static final FigureKey PROFIT = FigureKey.of("net_profit", Span.YTD);

	@TempDir
	private Path folder;

	private final ReportFile reader = new ReportFile(Drafts.FORM);

	private final CorrectedCopy copies = new CorrectedCopy(Drafts.DEFINITIONS, Locale.CHINA);

	@Test
	void listsWhatIsToBeDoneErrorsFirst() throws IOException {
		Path original = form();
		Judged judged = judged(read(original));
		try (Workbook copy = open(write(original, List.of(judged)).file())) {
			Sheet list = copy.getSheet("问题清单");
			assertThat(texts(list, 0)).containsExactly("问题清单：示例企业(武汉)001 2026-10");
			assertThat(texts(list, 2)).containsExactly("序号", "位置", "指标", "读到的值", "规则", "问题", "处理要求", "怎样修改", "情况说明",
					"确认修复", "问题编号（请勿修改）");
			assertThat(column(list, 6)).containsExactly("必须更正", "请确认", "须作说明");
			assertThat(column(list, 10)).containsExactly("V22@net_profit.ytd", "V52@operating_revenue.m",
					"V50@total_assets.eop");
			assertThat(column(list, 2)).containsExactly("净利润·本年累计", "营业收入·本月", "资产总计·期末");
			assertThat(column(list, 4)).startsWith("V22 营业利润平衡");
			Row repair = list.getRow(4);
			assertThat(repair.getCell(7).getStringCellValue()).contains("营业收入·本月", "→ 10.5", "确认修复");
			CellAddress cell = judged.report().cell(REVENUE);
			assertThat(repair.getCell(1).getHyperlink().getAddress()).isEqualTo("'月报'!" + cell.local());
			assertThat(list.getRow(3).getCell(8).getCellStyle().getLocked()).isTrue();
			assertThat(list.getRow(5).getCell(8).getCellStyle().getLocked()).isFalse();
		}
	}

	@Test
	void marksTheCellsOfTheProblemsOnly() throws IOException {
		Path original = form();
		Report report = read(original);
		try (Workbook copy = open(write(original, List.of(judged(report))).file())) {
			assertThat(marked(copy.getSheet("月报"))).containsExactlyInAnyOrderEntriesOf(
					Map.of(report.cell(PROFIT).local(), "FFFFC9C9", report.cell(REVENUE).local(), "FFBFDDF7",
							report.cell(ASSETS).local(), "FFFFF2A8", report.cell(COST).local(), "FFBFDDF7"));
			CellAddress cost = report.cell(COST);
			assertThat(copy.getSheet("月报")
				.getRow(cost.row())
				.getCell(cost.column())
				.getCellComment()
				.getString()
				.getString()).contains("建议改为 1200");
		}
	}

	@Test
	void readsBackAllThatItDoesNotList() throws IOException {
		Path original = form();
		Report report = read(original);
		Path copy = write(original, List.of(judged(report))).file();
		assertThat(read(copy).figures()).isEqualTo(report.figures());
		assertThat(read(copy).entries()).isEqualTo(report.entries());
		assertThat(read(copy).products()).isEqualTo(report.products());
	}

	@Test
	void readsTheAnswersThatWereFilledIn() throws IOException {
		Path original = form();
		Judged judged = judged(read(original));
		Path copy = write(original, List.of(judged)).file();
		edit(copy, (list) -> {
			list.getRow(4).getCell(9).setCellValue("是");
			list.getRow(5).getCell(8).setCellValue("新购置两条生产线");
		});
		List<AnswerColumns.Given> given = answers(copy);
		assertThat(given).extracting(AnswerColumns.Given::creditCode).containsOnlyNulls();
		assertThat(given).extracting((one) -> one.answer().problem())
			.containsExactly("V52@operating_revenue.m", "V50@total_assets.eop");
		Report answered = with(judged.report(), given);
		assertThat(answered.confirms("V52@operating_revenue.m")).isTrue();
		assertThat(answered.explains("V50@total_assets.eop")).isTrue();
		assertThat(answered.confirms("V50@total_assets.eop")).isFalse();
		Entry words = answered.answers().get("V50@total_assets.eop").explanation();
		assertThat(words).returns(new CellAddress("问题清单", 5, 8), Entry::cell).returns("新购置两条生产线", Entry::text);
	}

	@Test
	void readsTheAnswersOfColumnsThatWereMovedAndOfTheEnglishList() throws IOException {
		Path original = form();
		CorrectedCopy english = new CorrectedCopy(Drafts.DEFINITIONS, Locale.ENGLISH);
		Path copy = english.write(original, "r.xlsx", List.of(judged(read(original))), this.folder.resolve("en"))
			.get(0)
			.file();
		assertThat(copy.getFileName()).hasToString("r_checked.xlsx");
		try (Workbook workbook = open(copy)) {
			assertThat(texts(workbook.getSheet("Problems"), 2)).contains("Explanation", "Problem key (do not change)");
			assertThat(column(workbook.getSheet("Problems"), 6)).containsExactly("Repair", "Confirm", "Explain");
		}
		edit(copy, (list) -> {
			for (Row row : list) {
				Cell key = row.getCell(10);
				if (key != null) {
					row.createCell(0).setCellValue(key.getStringCellValue());
					row.removeCell(key);
				}
			}
			list.getRow(4).getCell(9).setCellValue(" √ ");
		});
		assertThat(answers(copy)).singleElement()
			.satisfies((one) -> assertThat(one.answer()).returns("V52@operating_revenue.m", Answer::problem)
				.returns(true, Answer::confirmed));
	}

	@Test
	void keepsAnswersThatSettledAProblemInTheNextList() throws IOException {
		Path original = form();
		Judged first = judged(read(original));
		Answer answer = new Answer("V50@total_assets.eop", new Entry(new CellAddress("问题清单", 5, 8), "新购置两条生产线"), false);
		Report report = with(first.report(), List.of(new AnswerColumns.Given(null, answer)));
		Violations open = first.violations().filter(Violation::isError);
		try (Workbook copy = open(write(original, List.of(new Judged(0, report, open, List.of()))).file())) {
			Sheet list = copy.getSheet("问题清单");
			assertThat(column(list, 6)).containsExactly("必须更正", "必须更正", "已答复");
			assertThat(list.getRow(5).getCell(8).getStringCellValue()).isEqualTo("新购置两条生产线");
			assertThat(marked(copy.getSheet("月报"))).doesNotContainKey(report.cell(ASSETS).local());
		}
	}

	@Test
	void leavesOutWarningsThatTheFormExplains() throws IOException {
		Path original = form();
		Report report = read(original);
		Violation explained = new Violation("V50", Severity.WARNING, report.cell(ASSETS), "增长", "grows", true);
		Judged judged = new Judged(0, report, Violations.of(explained), List.of());
		try (Workbook copy = open(write(original, List.of(judged)).file())) {
			assertThat(copy.getSheet("问题清单").getLastRowNum()).isEqualTo(2);
			assertThat(marked(copy.getSheet("月报"))).isEmpty();
		}
	}

	@Test
	void returnsTheFaultyRowsOfAConsolidatedWorkbookWithTheirEnterprises() throws IOException {
		Path original = this.folder.resolve("city.xlsx");
		try (ConsolidatedWriter writer = new ConsolidatedWriter(Drafts.FORM, original)) {
			for (int i = 0; i < 5; i++) {
				writer.add(Drafts.filled());
			}
		}
		List<Judged> reports = this.reader.read(original, "00")
			.stream()
			.filter((one) -> one.position() == 4 || one.position() == 6)
			.map((one) -> judged(one.position(), one.report()))
			.toList();
		Path copy = write(original, reports).file();
		List<FoundReport> rows = this.reader.read(copy, "00");
		assertThat(rows).extracting(FoundReport::position).containsExactly(3, 4);
		assertThat(rows.get(1).report().amount(ASSETS)).isEqualByComparingTo(reports.get(1).report().amount(ASSETS));
		try (Workbook workbook = open(copy)) {
			Sheet list = workbook.getSheet("问题清单");
			assertThat(column(list, 2)).hasSize(6).allMatch((text) -> text.contains(Drafts.CODE));
			assertThat(list.getRow(6).getCell(1).getHyperlink().getAddress())
				.isEqualTo("'月报'!" + rows.get(1).report().cell(PROFIT).local());
			assertThat(marked(workbook.getSheet("月报"))).hasSize(8)
				.containsKeys(rows.get(0).report().cell(COST).local(), rows.get(1).report().cell(PROFIT).local());
		}
		edit(copy, (list) -> list.getRow(5).getCell(9).setCellValue("新购置两条生产线"));
		assertThat(answers(copy)).singleElement()
			.satisfies((one) -> assertThat(one).returns(Drafts.CODE, AnswerColumns.Given::creditCode)
				.returns("V50@total_assets.eop", (given) -> given.answer().problem()));
	}

	@Test
	void returnsACsvAsACsvWhoseAnswersAreRead() throws IOException {
		Path xlsx = form();
		Path original = csv(xlsx);
		Judged judged = judged(this.reader.read(original, "月报.csv", "00").get(0).report());
		Path copy = write(original, List.of(judged)).file();
		assertThat(copy.getFileName().toString()).endsWith(".csv");
		assertThat(Files.readString(copy)).startsWith("\uFEFF").contains("问题编号（请勿修改）").contains("'=cmd|");
		List<String> lines = new ArrayList<>(Files.readString(copy).lines().toList());
		Files.writeString(copy, String.join("\r\n", lines).replace(",,V50@", "新购置两条生产线,,V50@"));
		assertThat(answers(copy)).singleElement()
			.satisfies((one) -> assertThat(one.answer().explanation().text()).isEqualTo("新购置两条生产线"));
	}

	@Test
	void fillsAFreshFormWhereTheOriginalIsTooLarge() throws IOException {
		Path original = form();
		Judged judged = judged(read(original));
		Path heavy = this.folder.resolve("heavy.xlsx");
		Files.copy(original, heavy);
		blowUp(heavy);
		CorrectedCopy.Written written = write(heavy, List.of(judged));
		assertThat(written.fresh()).isTrue();
		Report fresh = read(written.file());
		judged.report()
			.figures()
			.forEach((key, figure) -> assertThat(fresh.amount(key)).isEqualByComparingTo(figure.amount()));
		try (Workbook copy = open(written.file())) {
			assertThat(marked(copy.getSheet("月报"))).hasSize(4).containsKey(fresh.cell(PROFIT).local());
			assertThat(texts(copy.getSheet("问题清单"), 1).get(0)).startsWith("原文件过大");
			assertThat(column(copy.getSheet("问题清单"), 1)).first().isEqualTo(fresh.cell(PROFIT).toString());
		}
		try (Stream<Path> files = Files.list(written.file().getParent())) {
			assertThat(files).containsExactly(written.file());
		}
	}

	@Test
	void namesTheCopyAfterTheFileAndStaysInItsFolder() throws IOException {
		Path original = form();
		Path copy = this.copies
			.write(original, "../../etc\\月报:\u0007 2026.xlsx", List.of(judged(read(original))),
					this.folder.resolve("out"))
			.get(0)
			.file();
		assertThat(copy).isEqualTo(this.folder.resolve("out").resolve("月报__ 2026_校核.xlsx")).exists();
	}

	@Test
	void writesNothingTheEnterpriseTypedAsAFormula() throws IOException {
		Path original = form();
		Report report = read(original);
		Map<FigureKey, Figure> figures = new LinkedHashMap<>(report.figures());
		figures.put(REVENUE, new Figure(report.cell(REVENUE), "=cmd|' /C calc'!A0", null));
		Judged judged = judged(report.with(figures));
		try (Workbook copy = open(write(original, List.of(judged)).file())) {
			Cell read = copy.getSheet("问题清单").getRow(4).getCell(3);
			assertThat(read.getCellType()).isEqualTo(CellType.STRING);
			assertThat(read.getStringCellValue()).isEqualTo("=cmd|' /C calc'!A0");
		}
	}

	private CorrectedCopy.Written write(Path original, List<Judged> reports) {
		return this.copies
			.write(original, String.valueOf(original.getFileName()), reports, this.folder.resolve("copies"))
			.get(0);
	}

	private Path form() {
		ReportDraft draft = Drafts.filled();
		draft.entries().put(FieldCode.of("enterprise_name"), "示例企业(武汉)001");
		draft.entries().put(FieldCode.of("remark"), "=cmd|' /C calc'!A0");
		Path file = this.folder.resolve("月报.xlsx");
		new FormWriter(Drafts.FORM).write(file, draft, "示例数据，非真实经营数据");
		return file;
	}

	private static Path csv(Path form) throws IOException {
		Path csv = form.resolveSibling("月报.csv");
		StringBuilder text = new StringBuilder();
		try (Spreadsheet spreadsheet = Spreadsheet.open(form);
				Stream<org.srdi.monitor.workbook.Row> rows = spreadsheet.rows("月报")) {
			rows.forEach((row) -> {
				for (int column = 0; column < 7; column++) {
					org.srdi.monitor.workbook.Cell cell = row.cell(column);
					text.append((column > 0) ? "," : "")
						.append((cell != null) ? "\"" + cell.text().replace("\"", "\"\"") + "\"" : "");
				}
				text.append("\r\n");
			});
		}
		return Files.writeString(csv, text);
	}

	private Report read(Path file) {
		return this.reader.read(file, "00").get(0).report();
	}

	private static Judged judged(Report report) {
		return judged(0, report);
	}

	private static Judged judged(int position, Report report) {
		Violation growth = new Violation("V50", Severity.WARNING, report.cell(ASSETS),
				report.cell(ASSETS) + " 资产总计增长过快", "grows too fast", false);
		Violation unit = new Violation("V52", Severity.ERROR, report.cell(REVENUE), "似以元填报", "in yuan, it seems",
				false);
		Violation balance = new Violation("V22", Severity.ERROR, report.cell(PROFIT), "不平衡", "does not add up", false);
		Proposal proposal = new Proposal("V52", "V52@operating_revenue.m", "unit",
				Map.of(REVENUE, new BigDecimal("10.5"), COST, new BigDecimal("1200")), "似以元填报，建议除以 10000",
				"in yuan, it seems: divide by 10,000");
		return new Judged(position, report, Violations.of(growth, balance, unit), List.of(proposal));
	}

	private static Report with(Report report, List<AnswerColumns.Given> given) {
		Map<String, Answer> answers = new LinkedHashMap<>();
		given.forEach((one) -> answers.put(one.answer().problem(), one.answer()));
		return new Report(report.entries(), report.figures(), report.products(), report.blanks(), answers);
	}

	private static List<AnswerColumns.Given> answers(Path file) {
		List<AnswerColumns.Given> answers = new ArrayList<>();
		try (Spreadsheet spreadsheet = Spreadsheet.open(file)) {
			String sheet = spreadsheet.sheets().get(spreadsheet.sheets().size() - 1).name();
			AnswerColumns columns = null;
			for (org.srdi.monitor.workbook.Row row : spreadsheet.rows(sheet).toList()) {
				if (columns == null) {
					columns = AnswerColumns.of(row);
					continue;
				}
				AnswerColumns.Given given = columns.read(row);
				if (given != null) {
					answers.add(given);
				}
			}
		}
		return answers;
	}

	/** Adds two hundred thousand formatted blank cells. */
	private static void blowUp(Path file) throws IOException {
		edit(file, "产品", (sheet) -> {
			for (int row = 100; row < 2_100; row++) {
				Row line = sheet.createRow(row);
				for (int column = 0; column < 101; column++) {
					line.createCell(column);
				}
			}
		});
	}

	private static void edit(Path file, java.util.function.Consumer<Sheet> change) throws IOException {
		edit(file, null, change);
	}

	private static void edit(Path file, String sheet, java.util.function.Consumer<Sheet> change) throws IOException {
		Path edited = file.resolveSibling("edited");
		try (InputStream in = Files.newInputStream(file); Workbook workbook = WorkbookFactory.create(in)) {
			change.accept(
					(sheet != null) ? workbook.getSheet(sheet) : workbook.getSheetAt(workbook.getNumberOfSheets() - 1));
			try (OutputStream out = Files.newOutputStream(edited)) {
				workbook.write(out);
			}
		}
		Files.move(edited, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
	}

	private static Workbook open(Path file) throws IOException {
		return WorkbookFactory.create(file.toFile(), null, true);
	}

	private static List<String> texts(Sheet sheet, int row) {
		List<String> texts = new ArrayList<>();
		sheet.getRow(row).forEach((cell) -> {
			if (!cell.toString().isEmpty()) {
				texts.add(cell.toString());
			}
		});
		return texts;
	}

	private static List<String> column(Sheet sheet, int column) {
		List<String> texts = new ArrayList<>();
		for (int row = 3; row <= sheet.getLastRowNum(); row++) {
			texts.add(sheet.getRow(row).getCell(column).toString());
		}
		return texts;
	}

	/** Returns the fill of the cells that have a comment. */
	private static Map<String, String> marked(Sheet sheet) {
		Map<String, String> marked = new LinkedHashMap<>();
		for (Row row : sheet) {
			for (Cell cell : row) {
				if (cell.getCellComment() != null
						&& cell.getCellStyle().getFillForegroundColorColor() instanceof XSSFColor colour) {
					marked.put(cell.getAddress().toString(), colour.getARGBHex());
				}
			}
		}
		return marked;
	}

}
