package org.srdi.monitor.validation;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.definition.ShippedDefinitions;

import static org.assertj.core.api.Assertions.assertThat;

class WellFormedRuleTests {

	@Test
	void acceptsACompleteReport() {
		assertThat(Checking.violations("V03", ReportSketch.complete())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "operating_revenue.ytd; 12.345; 小数位过多：最多 2 位，读到“12.345”",
			"operating_revenue.ytd; -0.01; 超出范围：应在 0.00 到 10,000,000.00 万元之间，读到“-0.01”。请核对数值和单位",
			"operating_revenue.ytd; 10000000.01; 超出范围：应在 0.00 到 10,000,000.00 万元之间，读到“10000000.01”。请核对数值和单位",
			"capacity_utilization_rate.m; 150.1; 超出范围：应在 0.0 到 150.0 %之间，读到“150.1”。请核对数值和单位",
			"capacity_utilization_rate.m; 82.55; 小数位过多：最多 1 位，读到“82.55”", "employees_end.eop; 12.5; 应为整数，读到“12.5”",
			"total_profit.ytd; -1000000.01; 超出范围：应在 -1,000,000.00 到 1,000,000.00 万元之间，读到“-1000000.01”。请核对数值和单位" })
	void refusesFiguresOutOfShape(String key, String amount, String problem) {
		assertThat(Checking.violations("V03", ReportSketch.complete().figure(key, amount))).singleElement()
			.returns(ReportSketch.cell(key), (violation) -> violation.cell().toString())
			.returns(true, Violation::isError)
			.extracting(Violation::message)
			.asString()
			.endsWith("）" + problem);
	}

	@ParameterizedTest
	@CsvSource({ "operating_revenue.ytd, 12.30", "operating_revenue.ytd, 12.3400", "operating_revenue.ytd, 0",
			"operating_revenue.ytd, 10000000", "employees_end.eop, 12.00", "total_profit.ytd, -1000000" })
	void acceptsFiguresInShape(String key, String amount) {
		assertThat(Checking.violations("V03", ReportSketch.complete().figure(key, amount))).isEmpty();
	}

	@Test
	void refusesTextWhereANumberIsDue() {
		assertThat(Checking.violations("V03", ReportSketch.complete().text("operating_revenue.ytd", "约一千")))
			.singleElement()
			.returns(ReportSketch.cell("operating_revenue.ytd"), (violation) -> violation.cell().toString())
			.returns(ReportSketch.cell("operating_revenue.ytd") + " 营业收入（本年累计）应填数字，读到“约一千”。没有发生的填 0，不适用的留空",
					Violation::message)
			.returns(ReportSketch.cell("operating_revenue.ytd")
					+ " Operating revenue (Year to date) should be a number, "
					+ "found “约一千”; 0 means none, blank means not applicable", Violation::messageEn);
	}

	@Test
	void refusesANumberBeyondAllMeasure() {
		assertThat(ReportSketch.RULES
			.check(ReportSketch.complete().figure("operating_revenue.ytd", "1E+999999").build(), Checking.FACTS)
			.all()).extracting(Violation::rule).containsExactly("V03");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "operating_status; 营业; 应为 正常、半停产、停产、筹建、关停 之一，读到“营业”", "q_labour_short; 大概; 应填“是”或“否”，读到“大概”",
					"q_difficulties; 订单不足，天气; 应为 订单不足、成本上升、融资困难、用工短缺、账款拖欠、供应不畅、技术瓶颈、其他 之一，读到“订单不足，天气”",
					"reported_on; 月底; 应为日期（如 2026-10-31），读到“月底”", "region_code; 武汉; 应为六位地区代码（如 420100），读到“武汉”",
					"industry_code; 35; 应为四位行业代码（如 3562），读到“35”" })
	void refusesEntriesOutOfShape(String field, String text, String problem) {
		assertThat(Checking.violations("V03", ReportSketch.complete().entry(field, text))).singleElement()
			.extracting(Violation::message)
			.asString()
			.endsWith(problem);
	}

	@Test
	void refusesTextsThatAreTooLong() {
		assertThat(Checking.violations("V03", ReportSketch.complete().entry("remark", "说".repeat(501)))).singleElement()
			.extracting(Violation::message)
			.asString()
			.endsWith("情况说明太长：最多 500 个字，读到 501 个。请缩短");
		assertThat(Checking.violations("V03", ReportSketch.complete().entry("remark", "说".repeat(500)))).isEmpty();
	}

	@Test
	void pointsAtTheCellABlankFigureWouldHave() {
		assertThat(Checking.violations("V03", ReportSketch.complete().without("operating_revenue.ytd"))).singleElement()
			.returns(ReportSketch.cell("operating_revenue.ytd"), (violation) -> violation.cell().toString())
			.returns(ReportSketch.cell("operating_revenue.ytd") + " 营业收入（本年累计）未填写。请填写；没有发生的填 0", Violation::message);
	}

	@Test
	void namesLabelAndColumnWhereTheCellIsNotKnown() {
		List<Violation> inForm = Checking.violations("V03", ReportSketch.complete().without("total_profit"));
		assertThat(inForm).extracting(Violation::message)
			.containsExactly("利润总额（本月）未填写。请填写；没有发生的填 0", "利润总额（本年累计）未填写。请填写；没有发生的填 0");
		assertThat(inForm).extracting(Violation::cell).containsOnlyNulls();
	}

	@Test
	void guessesNoCellInAConsolidatedWorkbook() {
		assertThat(Checking.violations("V03", ReportSketch.RULES,
				ReportSketch.complete().without("operating_revenue.ytd").consolidated(), Checking.FACTS))
			.singleElement()
			.extracting(Violation::cell)
			.isNull();
	}

	@Test
	void refusesBlankHeaders() {
		assertThat(Checking.violations("V03", ReportSketch.complete().without("credit_code").without("period")))
			.extracting(Violation::message)
			.containsExactly("统一社会信用代码未填写。请填写；没有发生的填 0", "报告期未填写。请填写；没有发生的填 0");
	}

	@Test
	void allowsBlankFiguresOfLastYear() {
		assertThat(Checking.violations("V03", ReportSketch.complete().without("operating_revenue.ytd_ly"))).isEmpty();
	}

	@Test
	void demandsMonthlyFieldsOnlyWhileOperatingNormally() {
		assertThat(Checking.violations("V03", ReportSketch.report())).isNotEmpty();
		assertThat(Checking.violations("V03", ReportSketch.report().entry("operating_status", "停产"))).isEmpty();
	}

	@Test
	void demandsQuarterlyFieldsAtTheEndOfAQuarter() {
		assertThat(Checking.violations("V03", ReportSketch.complete().entry("period", "2026-09")))
			.extracting(Violation::message)
			.hasSize(36)
			.contains("净利润（本年累计）未填写。请填写；没有发生的填 0", "平均用工人数（本年平均）未填写。请填写；没有发生的填 0");
	}

	@Test
	void refusesFieldsThatDoNotApplyToTheDivision() {
		Facts software = facts("65");
		assertThat(Checking.violations("V03",
				ReportSketch.complete()
					.without("gross_industrial_output")
					.without("industrial_sales_output")
					.without("export_delivery_value"),
				software))
			.isEmpty();
		assertThat(Checking.violations("V03",
				ReportSketch.complete().without("industrial_sales_output").without("export_delivery_value"), software))
			.hasSize(4)
			.first()
			.returns(ReportSketch.cell("gross_industrial_output.m"), (violation) -> violation.cell().toString())
			.extracting(Violation::message)
			.asString()
			.endsWith("工业总产值(当年价格)（本月）不适用于行业大类 65 的企业，读到“10”。请清空，或请主管部门核对名录中的行业");
	}

	@Test
	void takesTheDivisionOfTheReportWhereTheRegisterHasNone() {
		ReportSketch report = ReportSketch.complete().without("gross_industrial_output.m");
		assertThat(Checking.violations("V03", report.entry("industry_code", "3562"), facts(null))).hasSize(1);
		assertThat(Checking.violations("V03", report.entry("industry_code", "6513"), facts(null))).isNotEmpty()
			.allMatch((violation) -> violation.message().contains("不适用于行业大类 65"));
	}

	@Test
	void demandsNoMonthWhereThePeriodIsJanuaryAndFebruary() {
		ReportRules merged = ReportRules.of(ShippedDefinitions.loadWithJob("january: separate", "january: merged"));
		ReportSketch february = ReportSketch.complete().entry("period", "2026-02").without("operating_revenue.m");
		assertThat(Checking.violations("V03", merged, february.build(), Checking.FACTS)).isEmpty();
		assertThat(Checking.violations("V03", february)).hasSize(1);
	}

	@Test
	void checksTheTableOfProducts() {
		assertThat(Checking.violations("V03", ReportSketch.complete().product("output_m", "1,234.5678"))).isEmpty();
		assertThat(Checking.violations("V03", ReportSketch.complete().product("output_m", "-1"))).singleElement()
			.returns("产品!D6 本月产量不能为负数，读到“-1”", Violation::message);
		assertThat(Checking.violations("V03", ReportSketch.complete().product("output_m", "若干"))).hasSize(1);
		assertThat(Checking.violations("V03", ReportSketch.complete().product("output_m", "0.00001"))).hasSize(1);
	}

	private static Facts facts(String division) {
		return new Facts("示例企业(武汉)001", division, false, Checking.FACTS.currentPeriod(), false, null);
	}

}
