package org.srdi.monitor.validation;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.Violation;

import static org.assertj.core.api.Assertions.assertThat;

class BalanceRuleTests {

	@Test
	void toleratesTheRoundingOfEveryTerm() {
		// three terms: 0.15
		assertThat(Checking.violations("V30", assets("100.15"))).isEmpty();
		assertThat(Checking.violations("V30", assets("99.85"))).isEmpty();
		assertThat(Checking.violations("V30", assets("100.16"))).hasSize(1);
		assertThat(Checking.violations("V30", assets("99.84"))).hasSize(1);
	}

	@Test
	void pointsAtTheTotalAndShowsTheCalculation() {
		assertThat(Checking.violations("V30", assets("1200"))).singleElement()
			.returns(ReportSketch.cell("total_assets.eop"), (violation) -> violation.cell().toString())
			.returns(ReportSketch.cell("total_assets.eop")
					+ " 期末：资产总计 1,200.00 万元 ≠ 负债合计 130.00 + 所有者权益合计 -30.00 = 100.00 万元（相差 1,100.00，允许 0.15）。请核对各项",
					Violation::message)
			.returns(ReportSketch.cell("total_assets.eop")
					+ " End of period: Total assets 1,200.00 ×10,000 yuan ≠ Total liabilities 130.00 + Owners' equity -30.00"
					+ " = 100.00 ×10,000 yuan (difference 1,100.00, allowed 0.15); check every term",
					Violation::messageEn);
	}

	@Test
	void needsEveryTerm() {
		assertThat(Checking.violations("V30", assets("1200").without("owners_equity"))).isEmpty();
		assertThat(Checking.violations("V30", assets("1200").text("owners_equity.eop", "见附表"))).isEmpty();
	}

	@Test
	void takesOffTheMinusTerms() {
		// 1000 + 20 + 5 - 3 - (700 + 10 + 30 + 60 + 50 - 2) = 174
		ReportSketch report = ReportSketch.report()
			.figure("operating_revenue.ytd", "1000")
			.figure("other_income.ytd", "20")
			.figure("investment_income.ytd", "5")
			.figure("other_operating_gains.ytd", "-3")
			.figure("operating_cost.ytd", "700")
			.figure("taxes_and_surcharges.ytd", "10")
			.figure("selling_expenses.ytd", "30")
			.figure("administrative_expenses.ytd", "60")
			.figure("rd_expenses.ytd", "50")
			.figure("financial_expenses.ytd", "-2");
		// eleven terms: 0.55
		assertThat(Checking.violations("V22", report.figure("operating_profit.ytd", "174"))).isEmpty();
		assertThat(Checking.violations("V22", report.figure("operating_profit.ytd", "174.55"))).isEmpty();
		assertThat(Checking.violations("V22", report.figure("operating_profit.ytd", "174.56"))).singleElement()
			.extracting(Violation::message)
			.asString()
			.contains("营业收入 1,000.00 + 其他收益 20.00 + 投资收益 5.00 + 其他营业损益 -3.00 − 营业成本 700.00 − 税金及附加 10.00",
					"= 174.00 万元（相差 0.56，允许 0.55）");
	}

	@Test
	void followsProfitToItsNet() {
		// 174 + 8 - 2 = 180; 180 - 27 = 153
		ReportSketch report = ReportSketch.report()
			.figure("operating_profit.ytd", "174")
			.figure("non_operating_income.ytd", "8")
			.figure("non_operating_expenses.ytd", "2")
			.figure("total_profit.ytd", "180.2")
			.figure("income_tax_expense.ytd", "27")
			.figure("net_profit.ytd", "153.35");
		assertThat(Checking.violations("V23", report)).isEmpty();
		assertThat(Checking.violations("V24", report)).isEmpty();
		assertThat(Checking.violations("V23", report.figure("total_profit.ytd", "180.21"))).hasSize(1);
		assertThat(Checking.violations("V24", report.figure("net_profit.ytd", "153.37"))).hasSize(1);
	}

	private static ReportSketch assets(String total) {
		return ReportSketch.report()
			.figure("total_assets.eop", total)
			.figure("total_liabilities.eop", "130")
			.figure("owners_equity.eop", "-30");
	}

}
