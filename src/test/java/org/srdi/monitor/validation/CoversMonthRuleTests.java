package org.srdi.monitor.validation;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.Violation;

import static org.assertj.core.api.Assertions.assertThat;

class CoversMonthRuleTests {

	@Test
	void toleratesTheRoundingOfBothTerms() {
		assertThat(Checking.violations("V14", orders("100.10", "100"))).isEmpty();
		assertThat(Checking.violations("V14", orders("100.11", "100"))).singleElement()
			.returns(ReportSketch.cell("new_orders.ytd"), (violation) -> violation.cell().toString())
			.returns(ReportSketch.cell("new_orders.ytd") + " 新签订单额本年累计 100.00 万元 小于本月 100.11 万元（允许 0.10）。累计应包含当月，请核对",
					Violation::message);
	}

	@Test
	void looksAtLastYearToo() {
		ReportSketch report = ReportSketch.report().figure("new_orders.m_ly", "9").figure("new_orders.ytd_ly", "8");
		assertThat(Checking.violations("V14", report)).singleElement()
			.returns(ReportSketch.cell("new_orders.ytd_ly"), (violation) -> violation.cell().toString());
	}

	@Test
	void leavesOutFiguresThatMayBeNegative() {
		assertThat(Checking.violations("V14",
				ReportSketch.report().figure("total_profit.m", "5").figure("total_profit.ytd", "-20")))
			.isEmpty();
	}

	@Test
	void leavesAbsentFiguresToAnotherRule() {
		assertThat(Checking.violations("V14", orders("200", "100").without("new_orders.ytd"))).isEmpty();
		assertThat(Checking.violations("V14", orders("200", "100").without("new_orders.m"))).isEmpty();
	}

	private static ReportSketch orders(String month, String year) {
		return ReportSketch.report().figure("new_orders.m", month).figure("new_orders.ytd", year);
	}

}
