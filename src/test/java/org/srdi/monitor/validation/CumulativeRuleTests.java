package org.srdi.monitor.validation;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.Severity;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.definition.ShippedDefinitions;

import static org.assertj.core.api.Assertions.assertThat;

class CumulativeRuleTests {

	private static final Facts SEPTEMBER = Checking.lastMonth("operating_revenue.ytd", "1000");

	@Test
	void pointsAtTheCumulativeFigure() {
		assertThat(Checking.violations("V12", revenue("200", "1234"), SEPTEMBER)).singleElement()
			.returns(ReportSketch.cell("operating_revenue.ytd"), (violation) -> violation.cell().toString())
			.returns(Severity.ERROR, Violation::severity)
			.returns(false, Violation::explained)
			.returns(ReportSketch.cell("operating_revenue.ytd")
					+ " 营业收入本年累计 1,234.00 万元 ≠ 上月止累计 1,000.00 + 本月 200.00（相差 34.00，允许 0.15）。请核对；若更正了以前月份，请填写“更正说明”。",
					Violation::message);
	}

	@Test
	void toleratesTheRoundingOfThreeTerms() {
		assertThat(Checking.violations("V12", revenue("200", "1200.15"), SEPTEMBER)).isEmpty();
		assertThat(Checking.violations("V12", revenue("200", "1199.85"), SEPTEMBER)).isEmpty();
		assertThat(Checking.violations("V12", revenue("200", "1200.16"), SEPTEMBER)).hasSize(1);
		assertThat(Checking.violations("V12", revenue("200", "1199.84"), SEPTEMBER)).hasSize(1);
	}

	@Test
	void isEasedByANoteOnRevisions() {
		assertThat(Checking.violations("V12", revenue("200", "1234").entry("revision_note", "8 月漏报一笔"), SEPTEMBER))
			.singleElement()
			.returns(Severity.WARNING, Violation::severity)
			.returns(true, Violation::explained)
			.returns(false, Violation::isOpenWarning);
	}

	@Test
	void needsLastMonthAndBothFigures() {
		assertThat(Checking.violations("V12", revenue("200", "1234"))).isEmpty();
		assertThat(Checking.violations("V12", revenue("200", "1234"), Checking.lastMonth("taxable_sales.ytd", "1")))
			.isEmpty();
		assertThat(Checking.violations("V12", revenue("200", "1234").without("operating_revenue.m"), SEPTEMBER))
			.isEmpty();
		assertThat(Checking.violations("V12", revenue("200", "1234").without("operating_revenue.ytd"), SEPTEMBER))
			.isEmpty();
	}

	@Test
	void hasNothingBeforeJanuary() {
		assertThat(Checking.violations("V12", revenue("200", "200").entry("period", "2026-01"), SEPTEMBER)).isEmpty();
		assertThat(Checking.violations("V12", revenue("200", "200").entry("period", "2026-02"), SEPTEMBER)).hasSize(1);
	}

	@Test
	void hasNothingBeforeFebruaryWhereJanuaryIsMerged() {
		ReportRules merged = ReportRules.of(ShippedDefinitions.loadWithJob("january: separate", "january: merged"));
		assertThat(
				Checking.violations("V12", merged, revenue("200", "200").entry("period", "2026-02").build(), SEPTEMBER))
			.isEmpty();
	}

	@Test
	void leavesOutFiguresThatMayBeNegative() {
		ReportSketch report = ReportSketch.report().figure("total_profit.m", "1").figure("total_profit.ytd", "99");
		assertThat(Checking.violations("V12", report, Checking.lastMonth("total_profit.ytd", "5"))).isEmpty();
	}

	@Test
	void toleratesNothingBetweenWholeNumbers() {
		ReportSketch report = ReportSketch.report()
			.figure("invention_grants.m", "1")
			.figure("invention_grants.ytd", "7");
		assertThat(Checking.violations("V12", report, Checking.lastMonth("invention_grants.ytd", "6"))).isEmpty();
		assertThat(Checking.violations("V12", report, Checking.lastMonth("invention_grants.ytd", "5"))).hasSize(1);
	}

	private static ReportSketch revenue(String month, String year) {
		return ReportSketch.report().figure("operating_revenue.m", month).figure("operating_revenue.ytd", year);
	}

}
