package org.srdi.monitor.validation;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.Severity;
import org.srdi.monitor.core.Violation;

import static org.assertj.core.api.Assertions.assertThat;

class GrowthRangeRuleTests {

	@Test
	void acceptsGrowthUpToBothLimits() {
		assertThat(Checking.violations("V50", revenue("150", "100"))).isEmpty();
		assertThat(Checking.violations("V50", revenue("70", "100"))).isEmpty();
		assertThat(Checking.violations("V50", revenue("150.01", "100"))).hasSize(1);
		assertThat(Checking.violations("V50", revenue("69.99", "100"))).hasSize(1);
	}

	@Test
	void asksForAnExplanationOfTheCurrentFigure() {
		// 1600.5 / 1000 - 1 = 60.05 %
		assertThat(Checking.violations("V50", revenue("1600.5", "1000"))).singleElement()
			.returns(ReportSketch.cell("operating_revenue.ytd"), (violation) -> violation.cell().toString())
			.returns(Severity.WARNING, Violation::severity)
			.returns(true, Violation::isOpenWarning)
			.returns(
					ReportSketch.cell("operating_revenue.ytd")
							+ " 营业收入（本年累计）1,600.50 万元，上年同期 1,000.00 万元，同比 60.05%，超出 -30% 至 50%。请核对；确属实际的，请在“情况说明”中说明原因",
					Violation::message);
	}

	@Test
	void isExplainedByTheRemarks() {
		assertThat(Checking.violations("V50", revenue("1600.5", "1000").entry("remark", "新产线投产"))).singleElement()
			.returns(true, Violation::explained)
			.returns(false, Violation::isOpenWarning);
	}

	@Test
	void knowsNoGrowthOverNothingOrOverALoss() {
		assertThat(Checking.violations("V50", revenue("100", "0"))).isEmpty();
		assertThat(Checking.violations("V50", profit("100", "-10"))).isEmpty();
		assertThat(Checking.violations("V50", profit("-10", "100"))).isEmpty();
		assertThat(Checking.violations("V50", profit("0", "100"))).isEmpty();
		assertThat(Checking.violations("V50", profit("200", "100"))).hasSize(1);
	}

	@Test
	void knowsOfARevenueThatVanished() {
		assertThat(Checking.violations("V50", revenue("0", "100"))).singleElement()
			.extracting(Violation::message)
			.asString()
			.contains("同比 -100.00%");
	}

	@Test
	void looksAtEmployeesAtTheEndOfThePeriod() {
		ReportSketch report = ReportSketch.report()
			.figure("employees_end.eop", "16")
			.figure("employees_end.eop_ly", "10");
		assertThat(Checking.violations("V50", report)).singleElement()
			.returns(ReportSketch.cell("employees_end.eop"), (violation) -> violation.cell().toString());
	}

	@Test
	void leavesAbsentFiguresToAnotherRule() {
		assertThat(Checking.violations("V50", revenue("1", "100").without("operating_revenue.ytd_ly"))).isEmpty();
		assertThat(Checking.violations("V50", revenue("1", "100").without("operating_revenue.ytd"))).isEmpty();
	}

	private static ReportSketch revenue(String current, String base) {
		return ReportSketch.report().figure("operating_revenue.ytd", current).figure("operating_revenue.ytd_ly", base);
	}

	private static ReportSketch profit(String current, String base) {
		return ReportSketch.report().figure("total_profit.ytd", current).figure("total_profit.ytd_ly", base);
	}

}
