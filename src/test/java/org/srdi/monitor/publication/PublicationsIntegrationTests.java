package org.srdi.monitor.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;
import org.srdi.monitor.workbook.Spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

class PublicationsIntegrationTests {

	private static final String RETURNED = "营业收入本年累计不等于上月累计与本月之和";

	private static final Desk DESK = new Desk();

	@TempDir
	static Path folder;

	private static Publications.Published published;

	@BeforeAll
	static void publish() {
		fill();
		DESK.aggregate();
		published = DESK.publications().publish(Desk.OCTOBER, 1, folder);
	}

	/**
	 * Wuhan: two reports, 10,000 + 2,000 against 8,000 + 2,500. Huangshi: a loss of 100
	 * turned into a profit of 50. Yichang: one sent nothing, one was returned, one is
	 * held.
	 */
	private static void fill() {
		DESK.firm("91420100MA0000001A", "示例企业甲", "420100", "27", Tier.NATIONAL_LITTLE_GIANT)
			.due(Desk.OCTOBER)
			.report(Desk.OCTOBER, "operating_revenue_m", 1000, "operating_revenue_m_ly", 900, "operating_revenue_ytd",
					10000, "operating_revenue_ytd_ly", 8000, "total_profit_ytd", 500, "total_profit_ytd_ly", 400,
					"rd_expenses_ytd", 600, "rd_expenses_ytd_ly", 400)
			.flag("revenue", "AMBER", "NEW", 1, "14000", "11600", "10000")
			.flag("patents", "RED", "PERSISTING", 3, "6", "5", "2");
		DESK.firm("91420100MA0000002B", "示例企业乙", "420100", "65", Tier.PROVINCIAL_SRDI)
			.due(Desk.OCTOBER)
			.report(Desk.OCTOBER, "operating_revenue_ytd", 2000, "operating_revenue_ytd_ly", 2500, "total_profit_ytd",
					-20, "total_profit_ytd_ly", 30)
			.flag("revenue", "ON_TRACK", "RECOVERED", 0, "2400", "2000", "2000");
		DESK.firm("91420200MA0000003C", "示例企业丙", "420200", "34", Tier.NATIONAL_LITTLE_GIANT)
			.due(Desk.OCTOBER)
			.report(Desk.OCTOBER, "operating_revenue_ytd", 500.25, "operating_revenue_ytd_ly", 500, "total_profit_ytd",
					50, "total_profit_ytd_ly", -100);
		DESK.firm("91420500MA0000004D", "示例企业丁", "420500", "34", Tier.PROVINCIAL_SRDI).due(Desk.OCTOBER);
		DESK.firm("91420500MA0000005E", "示例企业戊", "420500", "34", Tier.PROVINCIAL_SRDI)
			.due(Desk.OCTOBER)
			.refused(Desk.OCTOBER, "RETURNED", "V12", "月报!F12", RETURNED);
		DESK.firm("91420500MA0000006F", "示例企业己", "420500", "34", Tier.PROVINCIAL_SRDI)
			.due(Desk.OCTOBER)
			.refused(Desk.OCTOBER, "HELD", "V50", "月报!F9", "增速超出范围");
		DESK.firm("91420500MA0000007G", "示例企业庚", "420500", "34", Tier.PROVINCIAL_SRDI)
			.roster(Desk.OCTOBER, "EXEMPT", "停产");
	}

	@AfterAll
	static void close() {
		DESK.close();
	}

	@Test
	void tellsTheHeadline() {
		Headline headline = DESK.publications().headline(Desk.OCTOBER);
		assertThat(headline).returns(6, Headline::due)
			.returns(1, Headline::exempt)
			.returns(3, Headline::accepted)
			.returns(3, Headline::missing)
			.returns(1, Headline::silent)
			.returns(1, Headline::returned)
			.returns(1, Headline::held)
			.returns(1, Headline::behind)
			.returns(1, Headline::red)
			.returns(1, Headline::fresh)
			.returns(1, Headline::recovered);
		assertThat(headline.coverageByCount()).isEqualByComparingTo("50");
		assertThat(headline.revenue()).isEqualByComparingTo("12500.25");
		// 12,500.25 / 11,000 - 1
		assertThat(headline.revenueGrowth()).isEqualByComparingTo("13.63863636");
		assertThat(headline.revenueGrowthText()).isEqualTo("同比增长13.6%");
	}

	@Test
	void namesTheFileByItsPeriod() {
		assertThat(published.file()).hasFileName("专精特新企业运行月报_2026-10.xlsx");
		assertThat(DESK.publications().latest(Desk.OCTOBER, folder)).contains(published.file());
	}

	@Test
	void hasTheSheetsOfTheDefinition() {
		try (Spreadsheet spreadsheet = Spreadsheet.open(published.file())) {
			assertThat(spreadsheet.sheets()).extracting((sheet) -> sheet.name())
				.containsExactly("封面", "总体情况", "市州排名", "梯度", "行业", "滞后企业", "规划目标", "报送情况", "说明");
		}
	}

	@Test
	void saysTheHeadlinesOnTheCover() {
		assertThat(texts("封面")).contains("专精特新企业运行月报", "2026年10月", "发布日期：2026年10月29日　　数据截至：2026年10月29日00:30",
				"示例数据，非真实经营数据", "1—10月，全省6家应报企业中已有3家报送并通过审核，按家数覆盖率50.0%（低于90%，数据仅供参考），按营业收入覆盖率—。",
				"1—10月累计实现利润总额530.00万元，同比增长60.6%；营业收入利润率4.24%，比上年同期提高1.2个百分点；亏损面33.3%，与上年同期持平。",
				"对照年度目标，进度滞后企业1家，其中红色预警1家；本月新增1家，恢复正常1家。", "缺报企业3家，其中未报送1家、退回待更正1家、待说明1家；迟报0家。");
	}

	@Test
	void printsTotalsAsNativeNumbers() {
		assertThat(row("总体情况", "营业收入")).extracting(Cell::text)
			.containsExactly("营业收入", "万元", "1000", "11.1", "12500.25", "13.6", "3");
		assertThat(row("总体情况", "营业收入利润率")).extracting(Cell::text)
			.containsExactly("营业收入利润率", "%", "4.24", "3", "1.2", "个百分点", "3");
		assertThat(row("总体情况", "营业收入").get(4).kind()).isEqualTo(Cell.Kind.NUMBER);
	}

	@Test
	void ranksAllCitiesAndMarksBlankAndThinOnes() {
		List<Row> rows = rows("市州排名");
		assertThat(rows.get(3).cells()).extracting(Cell::text).startsWith("全省", "6", "3", "50");
		// 12,000 / 10,500 - 1 and 500.25 / 500 - 1, rounded half up
		assertThat(row("市州排名", "1")).extracting(Cell::text)
			.containsExactly("1", "武汉市", "2", "2", "100", "—", "12000", "14.3", "480", "11.6", "50", "6", "1");
		assertThat(row("市州排名", "2")).extracting(Cell::text)
			.containsExactly("2", "黄石市", "1", "1", "100", "—", "500.25", "0.1", "50", "扭亏为盈", "0", "—", "0");
		assertThat(rows).filteredOn((row) -> has(row, "宜昌市"))
			.singleElement()
			.satisfies((row) -> assertThat(has(row, "覆盖率低于90%")).isTrue());
		assertThat(rows).filteredOn((row) -> has(row, "空白地区")).hasSize(14);
	}

	@Test
	void agreesWithTheIndicators() {
		RollupDefinition.Sheet tiers = Desk.DEFINITIONS.rollups().get(0).sheets().get(3);
		List<Cell> cells = row("梯度", "国家级专精特新“小巨人”企业");
		for (int i = 0; i < tiers.indicators().size(); i++) {
			int column = i + 2;
			String indicator = tiers.indicators().get(i);
			BigDecimal printed = cells.stream()
				.filter((cell) -> cell.address().column() == column)
				.map(Cell::number)
				.filter(Objects::nonNull)
				.findFirst()
				.orElse(null);
			BigDecimal kept = DESK.indicators()
				.value(Desk.OCTOBER, Grouping.TIER, "NATIONAL_LITTLE_GIANT", indicator)
				.map((value) -> value.rounded(decimals(indicator)))
				.orElse(null);
			assertThat(printed).as(indicator)
				.usingComparator(java.util.Comparator.nullsFirst(BigDecimal::compareTo))
				.isEqualTo(kept);
		}
	}

	private static int decimals(String code) {
		return Desk.DEFINITIONS.indicators()
			.stream()
			.filter((indicator) -> indicator.code().equals(code))
			.findFirst()
			.orElseThrow()
			.decimals();
	}

	@Test
	void putsDivisionsUnderTheirSection() {
		assertThat(rows("行业")).extracting((row) -> row.cells().get(0).text())
			.containsSubsequence("C", "27", "34", "I", "65");
	}

	@Test
	void saysTheUnitOfEveryColumn() {
		for (String sheet : List.of("市州排名", "梯度", "行业")) {
			List<Cell> headings = rows(sheet).get(2).cells();
			assertThat(headings.subList(2, headings.size() - 1)).extracting(Cell::text)
				.allMatch((heading) -> heading.endsWith("）"));
		}
	}

	@Test
	void showsTheEvidenceOfFlags() {
		assertThat(row("滞后企业", "1")).extracting(Cell::text)
			.containsExactly("1", "示例企业甲", "武汉市", "发明专利授权", "件", "6", "5", "2", "-3", "40", "1.5", "红色", "持续3个月");
		assertThat(row("滞后企业", "2")).extracting(Cell::text)
			.containsExactly("2", "示例企业甲", "武汉市", "营业收入", "万元", "14000", "11600", "10000", "-1600", "86.2", "1.5", "黄色",
					"新增");
		assertThat(row("滞后企业", "3")).extracting(Cell::text).contains("示例企业乙", "正常", "已恢复");
	}

	@Test
	void showsThePlansOfTheProvince() {
		assertThat(rows("规划目标")).filteredOn((row) -> has(row, "争创国家级专精特新“小巨人”企业260家"))
			.singleElement()
			.satisfies((row) -> assertThat(row.cells()).extracting(Cell::text)
				.contains("武汉市", "260", "家", "49", "1", "0.4", "100", "2023-12-31", "规划期已满"));
		assertThat(texts("规划目标")).noneMatch((text) -> text.contains("湘潭"));
	}

	@Test
	void showsWhoIsMissingAndWhy() {
		List<Row> rows = rows("报送情况");
		assertThat(rows).filteredOn((row) -> has(row, "示例企业丁")).singleElement().matches((row) -> has(row, "未报送"));
		assertThat(rows).filteredOn((row) -> has(row, RETURNED))
			.singleElement()
			.satisfies((row) -> assertThat(row.cells()).extracting(Cell::text)
				.contains("示例企业戊", "示例企业戊_2026-10_1.xlsx", "退回待更正", "V12", "月报!F12"));
		assertThat(texts("报送情况")).contains("免报1家：停产");
	}

	@Test
	void definesEveryIndicatorItPrints() {
		List<String> texts = texts("说明");
		assertThat(texts).contains("营业收入累计同比", "亏损面", "利润总额（本年累计）为负的企业数 ÷ 填报该指标的企业数 × 100")
			.anyMatch((text) -> text.startsWith("定义文件摘要（SHA-256）：" + Desk.DEFINITIONS.digest()));
	}

	@Test
	void drawsLinesAndBars() {
		List<String> charts = parts(published.file(), "xl/charts/chart");
		assertThat(charts).filteredOn((chart) -> chart.contains("lineChart>")).hasSize(2);
		assertThat(charts).filteredOn((chart) -> chart.contains("barChart>")).hasSize(1);
	}

	@Test
	void isReadyForThePrinter() {
		assertThat(parts(published.file(), "xl/worksheets/sheet")).hasSize(9)
			.allMatch((sheet) -> sheet.contains("paperSize=\"9\"") && sheet.contains("fitToPage=\"true\""))
			.allMatch((sheet) -> sheet.contains("&amp;P"));
		String workbook = parts(published.file(), "xl/workbook.xml").get(0);
		assertThat(workbook.split("_xlnm.Print_Area", -1)).hasSize(10);
		assertThat(workbook.split("_xlnm.Print_Titles", -1)).hasSize(9);
	}

	@Test
	void writesTheSameBytesAgainAndKeepsOneRecord(@TempDir Path elsewhere) {
		Publications.Published again = DESK.publications().publish(Desk.OCTOBER, 1, elsewhere);
		assertThat(again.sha256()).isEqualTo(published.sha256());
		assertThat(again.file()).hasSameBinaryContentAs(published.file());
		assertThat(DESK.jdbc.sql("SELECT sha256 FROM publication WHERE rollup = 'province-monthly' AND revision = 1")
			.query(String.class)
			.list()).containsExactly(published.sha256());
	}

	@Test
	void keepsTheRevisionsApart(@TempDir Path elsewhere) {
		Publications.Published revised = DESK.publications().publish(Desk.OCTOBER, 2, elsewhere);
		assertThat(revised.file()).hasFileName("专精特新企业运行月报_2026-10_r2.xlsx");
		assertThat(texts(revised.file(), "封面")).anyMatch((text) -> text.endsWith("第1次修订"));
		DESK.jdbc.sql("DELETE FROM publication WHERE revision = 2").update();
	}

	@Test
	void speaksEnglish(@TempDir Path elsewhere) {
		Path file = DESK.publications().publish(Desk.OCTOBER, 1, elsewhere, Locale.ENGLISH).file();
		assertThat(file).hasFileName("专精特新企业运行月报_2026-10_en.xlsx");
		assertThat(texts(file, "Cover")).contains("Monthly Operations of SRDI Enterprises", "October 2026");
		assertThat(texts(file, "Cities")).contains("Wuhan City", "Blank region", "turned to profit");
		assertThat(texts(file, "Reporting")).contains("In English: V12");
	}

	private static List<Cell> row(String sheet, String key) {
		return rows(sheet).stream()
			.filter((row) -> row.cells().size() > 2)
			.filter((row) -> row.cells().get(0).text().equals(key) || row.cells().get(1).text().equals(key))
			.findFirst()
			.orElseThrow()
			.cells();
	}

	private static boolean has(Row row, String text) {
		return row.cells().stream().anyMatch((cell) -> cell.text().equals(text));
	}

	private static List<Row> rows(String sheet) {
		return rows(published.file(), sheet);
	}

	private static List<Row> rows(Path file, String sheet) {
		try (Spreadsheet spreadsheet = Spreadsheet.open(file); Stream<Row> rows = spreadsheet.rows(sheet)) {
			return rows.toList();
		}
	}

	private static List<String> texts(String sheet) {
		return texts(published.file(), sheet);
	}

	private static List<String> texts(Path file, String sheet) {
		return rows(file, sheet).stream().flatMap((row) -> row.cells().stream()).map(Cell::text).toList();
	}

	private static List<String> parts(Path file, String prefix) {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return zip.stream()
				.filter((entry) -> entry.getName().startsWith(prefix))
				.map((entry) -> content(zip, entry.getName()))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String content(ZipFile zip, String name) {
		try {
			return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
