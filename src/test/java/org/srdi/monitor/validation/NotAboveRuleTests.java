package org.srdi.monitor.validation;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.Violation;

import static org.assertj.core.api.Assertions.assertThat;

class NotAboveRuleTests {

	@Test
	void toleratesTheRoundingOfBothTerms() {
		// 0.05 per term: 100.10 - 100.00 is just allowed
		assertThat(Checking.violations("V10", exports("100.10", "100.00"))).isEmpty();
		assertThat(Checking.violations("V10", exports("100.11", "100.00"))).hasSize(1);
	}

	@Test
	void pointsAtTheCellOfThePart() {
		assertThat(Checking.violations("V10", exports("1234.5", "1000"))).singleElement()
			.returns(ReportSketch.cell("export_delivery_value.ytd"), (violation) -> violation.cell().toString())
			.returns(
					ReportSketch.cell("export_delivery_value.ytd")
							+ " 本年累计：出口交货值 1,234.50 万元 大于 工业销售产值(当年价格) 1,000.00 万元（超出 234.50，允许 0.10）。其中项不能大于总项，请核对",
					Violation::message)
			.returns(true, Violation::isError);
	}

	@Test
	void checksEveryColumnItNames() {
		ReportSketch report = exports("120", "100").figure("export_delivery_value.m", "20")
			.figure("industrial_sales_output.m", "10");
		assertThat(Checking.violations("V10", report)).extracting((violation) -> violation.cell().toString())
			.containsExactly(ReportSketch.cell("export_delivery_value.m"),
					ReportSketch.cell("export_delivery_value.ytd"));
	}

	@Test
	void leavesAbsentFiguresToAnotherRule() {
		assertThat(Checking.violations("V10", ReportSketch.report().figure("export_delivery_value.ytd", "5")))
			.isEmpty();
		assertThat(Checking.violations("V10", ReportSketch.report().figure("industrial_sales_output.ytd", "5")))
			.isEmpty();
		assertThat(Checking.violations("V10", exports("5", "1").text("industrial_sales_output.ytd", "无"))).isEmpty();
	}

	@Test
	void addsUpSeveralParts() {
		ReportSketch report = ReportSketch.report()
			.figure("current_assets.eop", "100")
			.figure("accounts_receivable.eop", "60")
			.figure("inventories.eop", "40.15");
		assertThat(Checking.violations("V33", report)).isEmpty();
		assertThat(Checking.violations("V33", report.figure("inventories.eop", "40.16"))).singleElement()
			.returns(ReportSketch.cell("accounts_receivable.eop"), (violation) -> violation.cell().toString())
			.extracting(Violation::message)
			.asString()
			.contains("应收账款 + 存货 100.16 万元 大于 流动资产合计 100.00 万元（超出 0.16，允许 0.15）");
	}

	@Test
	void toleratesNothingBetweenWholeNumbers() {
		ReportSketch report = ReportSketch.report().figure("employees_end.eop", "20").figure("rd_personnel.eop", "20");
		assertThat(Checking.violations("V40", report)).isEmpty();
		assertThat(Checking.violations("V40", report.figure("rd_personnel.eop", "21"))).singleElement()
			.extracting(Violation::message)
			.asString()
			.contains("研发人员 21 人 大于 期末从业人员(用工)人数 20 人（超出 1，允许 0）");
	}

	@Test
	void hasARuleForEveryRelationOfAssetsAndStocks() {
		ReportSketch report = ReportSketch.report()
			.figure("total_assets.eop", "10")
			.figure("current_assets.eop", "11")
			.figure("total_liabilities.eop", "10")
			.figure("current_liabilities.eop", "11")
			.figure("accounts_payable.eop", "12")
			.figure("inventories.eop", "1")
			.figure("finished_goods.eop", "2")
			.figure("accounts_receivable.eop", "1")
			.figure("overdue_receivables.eop", "2");
		assertThat(Checking.violations("V31", report)).hasSize(3);
		assertThat(Checking.violations("V32", report)).hasSize(2);
	}

	@Test
	void hasARuleForEveryPartOfRevenueAndOutput() {
		ReportSketch report = ReportSketch.report()
			.figure("operating_revenue.ytd", "10")
			.figure("main_business_revenue.ytd", "11")
			.figure("new_product_sales_revenue.ytd", "11")
			.figure("gross_industrial_output.ytd", "10")
			.figure("new_product_output.ytd", "11");
		assertThat(Checking.violations("V20", report)).hasSize(3);
	}

	private static ReportSketch exports(String exports, String sales) {
		return ReportSketch.report()
			.figure("export_delivery_value.ytd", exports)
			.figure("industrial_sales_output.ytd", sales);
	}

}
