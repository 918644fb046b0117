package org.srdi.monitor.validation;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.definition.ShippedDefinitions;

import static org.assertj.core.api.Assertions.assertThat;

class FirstPeriodRuleTests {

	@Test
	void demandsTheSameOfMonthAndYearInJanuary() {
		assertThat(Checking.violations("V13", profit("2026-01", "-5", "-5.00"))).isEmpty();
		assertThat(Checking.violations("V13", profit("2026-01", "-5", "-5.01"))).singleElement()
			.returns(ReportSketch.cell("total_profit.m"), (violation) -> violation.cell().toString())
			.returns(ReportSketch.cell("total_profit.m") + " 利润总额本月 -5.00 万元 ≠ 本年累计 -5.01 万元。年初首期两者应相等，请核对",
					Violation::message);
	}

	@Test
	void saysNothingOfOtherMonths() {
		assertThat(Checking.violations("V13", profit("2026-02", "5", "9"))).isEmpty();
		assertThat(Checking.violations("V13", profit("十月", "5", "9"))).isEmpty();
	}

	@Test
	void allowsAMonthToBeAbsent() {
		assertThat(Checking.violations("V13", profit("2026-01", "5", "9").without("total_profit.m"))).isEmpty();
	}

	@Test
	void looksAtFebruaryWhereJanuaryIsMerged() {
		ReportRules merged = ReportRules.of(ShippedDefinitions.loadWithJob("january: separate", "january: merged"));
		assertThat(Checking.violations("V13", merged, profit("2026-02", "5", "9").build(), Checking.FACTS)).hasSize(1);
		assertThat(Checking.violations("V13", merged, profit("2026-03", "5", "9").build(), Checking.FACTS)).isEmpty();
	}

	private static ReportSketch profit(String period, String month, String year) {
		return ReportSketch.report()
			.entry("period", period)
			.figure("total_profit.m", month)
			.figure("total_profit.ytd", year);
	}

}
