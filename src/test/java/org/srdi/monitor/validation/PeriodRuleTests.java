package org.srdi.monitor.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.definition.ShippedDefinitions;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodRuleTests {

	@ParameterizedTest
	@CsvSource({ "2026-10", "202610", "2026年10月", "2026-01", "2023-11" })
	void acceptsThePeriodsOfTheCalendar(String period) {
		assertThat(Checking.violations("V02", ReportSketch.report().entry("period", period))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "十月, 不是年月", "2026-13, 不是年月", "2026-11, 晚于目前可报的报告期 2026-10", "2019-12, 早于本表的首个报告期 2020-01" })
	void refusesOtherPeriods(String period, String problem) {
		assertThat(Checking.violations("V02", ReportSketch.report().entry("period", period))).singleElement()
			.returns("月报!C5", (violation) -> violation.cell().toString())
			.returns(true, Violation::isError)
			.extracting(Violation::message)
			.asString()
			.startsWith("月报!C5 报告期“" + period + "”：" + problem);
	}

	@Test
	void refusesAPeriodThatIsLocked() {
		Facts locked = new Facts("示例企业(武汉)001", "35", false, ReportingPeriod.of(2026, 10), true, null);
		assertThat(Checking.violations("V02", ReportSketch.report().entry("period", "2023-09"), locked)).singleElement()
			.extracting(Violation::message)
			.asString()
			.startsWith("月报!C5 报告期“2023-09”：该报告期已锁定");
	}

	@Test
	void refusesJanuaryWhereItIsMerged() {
		ReportRules merged = ReportRules.of(ShippedDefinitions.loadWithJob("january: separate", "january: merged"));
		assertThat(Checking.violations("V02", merged, ReportSketch.report().entry("period", "2026-01").build(),
				Checking.FACTS))
			.singleElement()
			.extracting(Violation::message)
			.asString()
			.endsWith("1 月免报：1 月与 2 月合并为 02 期填报");
		assertThat(Checking.violations("V02", merged, ReportSketch.report().entry("period", "2026-02").build(),
				Checking.FACTS))
			.isEmpty();
	}

}
