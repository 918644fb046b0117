package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.IndicatorDefinition.Averaged;
import org.srdi.monitor.definition.IndicatorDefinition.Count;
import org.srdi.monitor.definition.IndicatorDefinition.Kind;
import org.srdi.monitor.definition.IndicatorDefinition.Scaling;
import org.srdi.monitor.indicator.IndicatorTable.Row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IndicatorsIntegrationTests {

	private static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	private static final ReportingPeriod YEAR_AGO = ReportingPeriod.of(2025, 10);

	private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2025, 12);

	private final TinyProvince province = new TinyProvince();

	IndicatorsIntegrationTests() {
		this.province.enterprise(1, "420102");
		this.province.enterprise(2, "420103");
		this.province.enterprise(3, "420202");
		this.province.enterprise(4, "420202");
		this.province.due(OCTOBER, 1, "420102", "35", Tier.NATIONAL_LITTLE_GIANT);
		this.province.due(OCTOBER, 2, "420103", "39", Tier.PROVINCIAL_SRDI);
		this.province.due(OCTOBER, 3, "420202", "35", null);
		this.province.roster(OCTOBER, 4, "EXEMPT", "420202", null, Tier.PROVINCIAL_SRDI);
	}

	@Test
	void countsWhoOwesAndWhoReported() {
		this.province.report(OCTOBER, 1);
		this.province.lateReport(OCTOBER, 2);
		this.province.report(OCTOBER, 4);
		Indicators indicators = aggregated(TestDefinitions.count("due", Count.DUE),
				TestDefinitions.count("accepted", Count.ACCEPTED), TestDefinitions.count("late", Count.LATE),
				TestDefinitions.count("missing", Count.MISSING), TestDefinitions.coverage("coverage", Count.ACCEPTED));
		assertThat(amount(indicators, "due")).isEqualByComparingTo("3");
		assertThat(amount(indicators, "accepted")).isEqualByComparingTo("2");
		assertThat(amount(indicators, "late")).isEqualByComparingTo("1");
		assertThat(amount(indicators, "missing")).isEqualByComparingTo("1");
		assertThat(amount(indicators, "coverage")).isEqualTo(new BigDecimal("66.66666667"));
		assertThat(amount(indicators, Grouping.CITY, "420200", "coverage")).isEqualByComparingTo("0");
	}

	@Test
	void countsALateCorrectionOfAPunctualReportAsPunctual() {
		this.province.report(OCTOBER, 1);
		this.province.submission(OCTOBER, 1, 2, true);
		assertThat(amount(aggregated(TestDefinitions.count("late", Count.LATE)), "late")).isEqualByComparingTo("0");
	}

	@Test
	void addsUpByEveryGrouping() {
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "100.10");
		this.province.report(OCTOBER, 2, "operating_revenue_ytd", "20.20");
		this.province.report(OCTOBER, 3, "operating_revenue_ytd", "3.03");
		this.province.report(OCTOBER, 4, "operating_revenue_ytd", null);
		Indicators indicators = aggregated(TestDefinitions.sum("revenue", "operating_revenue.ytd"));
		assertThat(amount(indicators, "revenue")).isEqualByComparingTo("123.33");
		assertThat(amount(indicators, Grouping.CITY, "420100", "revenue")).isEqualByComparingTo("120.30");
		assertThat(amount(indicators, Grouping.CITY, "420200", "revenue")).isEqualByComparingTo("3.03");
		assertThat(amount(indicators, Grouping.COUNTY, "420103", "revenue")).isEqualByComparingTo("20.20");
		assertThat(amount(indicators, Grouping.TIER, "NATIONAL_LITTLE_GIANT", "revenue"))
			.isEqualByComparingTo("100.10");
		assertThat(amount(indicators, Grouping.TIER, "UNKNOWN", "revenue")).isEqualByComparingTo("3.03");
		assertThat(amount(indicators, Grouping.SECTION, "C", "revenue")).isEqualByComparingTo("123.33");
		assertThat(amount(indicators, Grouping.DIVISION, "35", "revenue")).isEqualByComparingTo("103.13");
		assertThat(amount(indicators, Grouping.CITY_TIER, "420100/PROVINCIAL_SRDI", "revenue"))
			.isEqualByComparingTo("20.20");
		assertThat(indicators.value(OCTOBER, Grouping.PROVINCE, "420000", "revenue")).get()
			.returns(3, IndicatorValue::firms);
	}

	@Test
	void tellsNothingReportedFromZero() {
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "0");
		this.province.report(OCTOBER, 3, "operating_revenue_ytd", null);
		Indicators indicators = aggregated(TestDefinitions.sum("revenue", "operating_revenue.ytd"));
		assertThat(amount(indicators, Grouping.CITY, "420100", "revenue")).isEqualByComparingTo("0");
		assertThat(indicators.value(OCTOBER, Grouping.CITY, "420200", "revenue")).get()
			.returns(null, IndicatorValue::value)
			.returns(0, IndicatorValue::firms)
			.returns(Outcome.NONE, IndicatorValue::outcome);
	}

	@Test
	void comparesOnlyTheEnterprisesThatHaveBothYears() {
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "110", "operating_revenue_ytd_ly", "100");
		this.province.report(OCTOBER, 2, "operating_revenue_ytd", "66", "operating_revenue_ytd_ly", "60");
		this.province.report(OCTOBER, 3, "operating_revenue_ytd", "999", "operating_revenue_ytd_ly", null);
		this.province.report(OCTOBER, 4, "operating_revenue_ytd", null, "operating_revenue_ytd_ly", "999");
		Indicators indicators = aggregated(
				TestDefinitions.growth("growth", Kind.GROWTH, "operating_revenue.ytd", "operating_revenue.ytd_ly"));
		assertThat(indicators.value(OCTOBER, Grouping.PROVINCE, "420000", "growth")).get()
			.returns(new BigDecimal("10.00000000"), IndicatorValue::value)
			.returns(new BigDecimal("176.00000000"), IndicatorValue::numerator)
			.returns(new BigDecimal("160.00000000"), IndicatorValue::denominator)
			.returns(2, IndicatorValue::firms)
			.returns(Outcome.VALUE, IndicatorValue::outcome);
	}

	@Test
	void saysInWordsWhatANegativeBaseGives() {
		this.province.report(OCTOBER, 1, "total_profit_ytd", "5", "total_profit_ytd_ly", "-1");
		this.province.report(OCTOBER, 2, "total_profit_ytd", "-3", "total_profit_ytd_ly", "2");
		this.province.report(OCTOBER, 3, "total_profit_ytd", "-3", "total_profit_ytd_ly", "-2");
		Indicators indicators = aggregated(
				TestDefinitions.growth("growth", Kind.GROWTH, "total_profit.ytd", "total_profit.ytd_ly"));
		assertThat(outcome(indicators, "420102")).isEqualTo(Outcome.TURNED_TO_PROFIT);
		assertThat(outcome(indicators, "420103")).isEqualTo(Outcome.TURNED_TO_LOSS);
		assertThat(outcome(indicators, "420202")).isEqualTo(Outcome.LOSS_WIDENED);
		assertThat(amount(indicators, Grouping.COUNTY, "420202", "growth")).isEqualByComparingTo("50");
		// (5 − 3 − 3) against (−1 + 2 − 2): the same loss
		assertThat(indicators.value(OCTOBER, Grouping.PROVINCE, "420000", "growth")).get()
			.returns(Outcome.LOSS_NARROWED, IndicatorValue::outcome);
	}

	@Test
	void matchesThePanelOfBothYears() {
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "110", "operating_revenue_ytd_ly", "100");
		this.province.report(OCTOBER, 2, "operating_revenue_ytd", "60", "operating_revenue_ytd_ly", "50");
		this.province.report(YEAR_AGO, 1, "operating_revenue_ytd", "88");
		this.province.report(YEAR_AGO, 3, "operating_revenue_ytd", "777");
		Indicators indicators = aggregated(TestDefinitions.growth("matched", Kind.MATCHED_GROWTH,
				"operating_revenue.ytd", "operating_revenue.ytd"));
		assertThat(indicators.value(OCTOBER, Grouping.PROVINCE, "420000", "matched")).get()
			.returns(new BigDecimal("25.00000000"), IndicatorValue::value)
			.returns(1, IndicatorValue::firms);
	}

	@Test
	void dividesSumsOfTheEnterprisesThatHaveAllTerms() {
		this.province.report(OCTOBER, 1, "selling_expenses_ytd", "3", "rd_expenses_ytd", "7", "operating_revenue_ytd",
				"60");
		this.province.report(OCTOBER, 2, "selling_expenses_ytd", "1", "rd_expenses_ytd", "4", "operating_revenue_ytd",
				"30");
		this.province.report(OCTOBER, 3, "selling_expenses_ytd", "9", "rd_expenses_ytd", null, "operating_revenue_ytd",
				"500");
		Indicators indicators = aggregated(
				TestDefinitions.ratio("expenses", List.of("selling_expenses.ytd", "rd_expenses.ytd"),
						"operating_revenue.ytd", "100", Scaling.NONE, Averaged.NONE));
		// (10 + 5) / (60 + 30)
		assertThat(amount(indicators, "expenses")).isEqualTo(new BigDecimal("16.66666667"));
	}

	@Test
	void hasNoRatioOnAZeroDenominator() {
		this.province.report(OCTOBER, 1, "rd_expenses_ytd", "3", "operating_revenue_ytd", "0");
		Indicators indicators = aggregated(TestDefinitions.ratio("intensity", List.of("rd_expenses.ytd"),
				"operating_revenue.ytd", "100", Scaling.NONE, Averaged.NONE));
		assertThat(indicators.value(OCTOBER, Grouping.PROVINCE, "420000", "intensity")).get()
			.returns(null, IndicatorValue::value)
			.returns(Outcome.NONE, IndicatorValue::outcome);
	}

	@Test
	void annualisesOverTheMeanOfTheEndOfLastYearAndNow() {
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "100", "total_assets_eop", "220");
		this.province.report(DECEMBER, 1, "total_assets_eop", "180");
		this.province.report(OCTOBER, 2, "operating_revenue_ytd", "50", "total_assets_eop", "100");
		Indicators indicators = aggregated(TestDefinitions.ratio("turnover", List.of("operating_revenue.ytd"),
				"total_assets.eop", "100", Scaling.ANNUALISED, Averaged.DENOMINATOR));
		// 150 / ((180 + 220) / 2 + 100) / 10 × 12 × 100
		assertThat(amount(indicators, "turnover")).isEqualByComparingTo("60");
	}

	@Test
	void bringsDaysToTheMonthsPassed() {
		this.province.report(OCTOBER, 1, "finished_goods_eop", "30", "operating_cost_ytd", "600");
		this.province.report(DECEMBER, 1, "finished_goods_eop", "10");
		Indicators indicators = aggregated(TestDefinitions.ratio("days", List.of("finished_goods.eop"),
				"operating_cost.ytd", "360", Scaling.TO_DATE, Averaged.NUMERATOR));
		// 360 × 20 / 600 × 10 / 12
		assertThat(amount(indicators, "days")).isEqualByComparingTo("10");
	}

	@Test
	void countsLossMakersAmongThoseThatSaySo() {
		this.province.report(OCTOBER, 1, "total_profit_ytd", "-0.01");
		this.province.report(OCTOBER, 2, "total_profit_ytd", "0");
		this.province.report(OCTOBER, 3, "total_profit_ytd", null);
		this.province.report(OCTOBER, 4, "total_profit_ytd", "8");
		Indicators indicators = aggregated(TestDefinitions.negativeShare("losses", "total_profit.ytd"));
		assertThat(indicators.value(OCTOBER, Grouping.PROVINCE, "420000", "losses")).get()
			.returns(new BigDecimal("33.33333333"), IndicatorValue::value)
			.returns(3, IndicatorValue::firms);
	}

	@Test
	void weighsCoverageByTheRevenueOfTheSameMonthsLastYear() {
		this.province.report(YEAR_AGO, 1, "operating_revenue_ytd", "300");
		this.province.report(YEAR_AGO, 2, "operating_revenue_ytd", "100");
		this.province.report(OCTOBER, 1);
		Indicators indicators = aggregated(
				TestDefinitions.coverage("coverage", Count.REVENUE, "operating_revenue.ytd"));
		assertThat(indicators.value(OCTOBER, Grouping.PROVINCE, "420000", "coverage")).get()
			.returns(new BigDecimal("75.00000000"), IndicatorValue::value)
			.returns(new BigDecimal("400.00000000"), IndicatorValue::denominator)
			.returns(2, IndicatorValue::firms);
		assertThat(indicators.value(OCTOBER, Grouping.CITY, "420200", "coverage")).get()
			.returns(null, IndicatorValue::value)
			.returns(Outcome.NONE, IndicatorValue::outcome);
	}

	@Test
	void weighsByTheLatestReportBroughtToTheMonthsOfThePeriod() {
		this.province.report(ReportingPeriod.of(2026, 3), 1, "operating_revenue_ytd", "30");
		this.province.report(ReportingPeriod.of(2026, 9), 2, "operating_revenue_ytd", "90");
		this.province.report(ReportingPeriod.of(2026, 8), 2, "operating_revenue_ytd", "1");
		this.province.report(ReportingPeriod.of(2025, 9), 3, "operating_revenue_ytd", "1000");
		this.province.report(OCTOBER, 2);
		Indicators indicators = aggregated(
				TestDefinitions.coverage("coverage", Count.REVENUE, "operating_revenue.ytd"));
		// 30 / 3 × 10 = 100 missing, 90 / 9 × 10 = 100 accepted; thirteen months ago is
		// too old
		assertThat(indicators.value(OCTOBER, Grouping.PROVINCE, "420000", "coverage")).get()
			.returns(new BigDecimal("50.00000000"), IndicatorValue::value)
			.returns(new BigDecimal("200.00000000"), IndicatorValue::denominator)
			.returns(2, IndicatorValue::firms);
	}

	@Test
	void startsTheYearInJanuary() {
		ReportingPeriod january = ReportingPeriod.of(2026, 1);
		this.province.due(january, 1, "420102", "35", null);
		this.province.report(january, 1, "operating_revenue_ytd", "10", "total_assets_eop", "30");
		this.province.report(DECEMBER, 1, "operating_revenue_ytd", "120", "total_assets_eop", "10");
		Indicators indicators = indicators(
				TestDefinitions.ratio("turnover", List.of("operating_revenue.ytd"), "total_assets.eop", "100",
						Scaling.ANNUALISED, Averaged.DENOMINATOR),
				TestDefinitions.coverage("coverage", Count.REVENUE, "operating_revenue.ytd"));
		indicators.aggregate(january);
		// 10 / 20 / 1 × 12 × 100, and a weight of 120 / 12 × 1
		assertThat(indicators.value(january, Grouping.PROVINCE, "420000", "turnover")).get()
			.extracting(IndicatorValue::value)
			.isEqualTo(new BigDecimal("600.00000000"));
		assertThat(indicators.value(january, Grouping.PROVINCE, "420000", "coverage")).get()
			.extracting(IndicatorValue::denominator)
			.isEqualTo(new BigDecimal("10.00000000"));
	}

	@Test
	void replacesWhatWasComputedBefore() {
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "1");
		aggregated(TestDefinitions.sum("revenue", "operating_revenue.ytd"), TestDefinitions.count("due", Count.DUE));
		Indicators indicators = indicators(TestDefinitions.count("due", Count.DUE));
		int written = indicators.aggregate(OCTOBER);
		assertThat(indicators.value(OCTOBER, Grouping.PROVINCE, "420000", "revenue")).isEmpty();
		// province, 2 cities, 3 counties, 3 tiers, 2 sections, 3 divisions, 4 cities by
		// tier
		assertThat(written).isEqualTo(18);
		assertThat(this.province.client().sql("SELECT COUNT(*) FROM indicator_value").query(Integer.class).single())
			.isEqualTo(18);
	}

	@Test
	void listsTiersByRankAndTheUnknownLast() {
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "1");
		Indicators indicators = aggregated(TestDefinitions.sum("revenue", "operating_revenue.ytd"),
				TestDefinitions.count("due", Count.DUE));
		IndicatorTable table = indicators.table(OCTOBER, Grouping.TIER, List.of("due", "revenue"));
		assertThat(table.columns()).extracting(IndicatorDefinition::code).containsExactly("due", "revenue");
		assertThat(table.rows()).extracting(Row::member)
			.containsExactly("PROVINCIAL_SRDI", "NATIONAL_LITTLE_GIANT", "UNKNOWN");
		assertThat(table.rows()).extracting((row) -> row.value("due").rounded(0))
			.containsExactly(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);
	}

	@Test
	void refusesATableOfAnUnknownIndicator() {
		Indicators indicators = indicators(TestDefinitions.count("due", Count.DUE));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> indicators.table(OCTOBER, Grouping.CITY, List.of("revenues")))
			.withMessage("'revenues' is no indicator: expected one of indicators.yaml, as in due");
	}

	private Indicators indicators(IndicatorDefinition... definitions) {
		Definitions all = TestDefinitions.of(definitions);
		return new Indicators(this.province.jdbc(), this.province.transaction(), all, this.province.timeliness(all));
	}

	private Indicators aggregated(IndicatorDefinition... definitions) {
		Indicators indicators = indicators(definitions);
		indicators.aggregate(OCTOBER);
		return indicators;
	}

	private static BigDecimal amount(Indicators indicators, String indicator) {
		return amount(indicators, Grouping.PROVINCE, "420000", indicator);
	}

	private static BigDecimal amount(Indicators indicators, Grouping grouping, String member, String indicator) {
		return Objects.requireNonNull(indicators.value(OCTOBER, grouping, member, indicator).orElseThrow().value());
	}

	private static Outcome outcome(Indicators indicators, String county) {
		return indicators.value(OCTOBER, Grouping.COUNTY, county, "growth").orElseThrow().outcome();
	}

}
