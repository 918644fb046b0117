package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/** Every indicator of {@code indicators.yaml}, by one enterprise with round figures. */
class IndicatorDefinitionsIntegrationTests {

	private static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	private final Definitions definitions = DefinitionLoader.load(Path.of("jobs"), "enterprise-monthly");

	private final TinyProvince province = new TinyProvince();

	private final Indicators indicators = new Indicators(this.province.jdbc(), this.province.transaction(),
			this.definitions, this.province.timeliness(this.definitions));

	IndicatorDefinitionsIntegrationTests() {
		this.province.enterprise(1, "420102");
		this.province.due(OCTOBER, 1, "420102", "35", Tier.NATIONAL_LITTLE_GIANT);
	}

	@Test
	void areAllComputedForEveryGrouping() {
		this.province.report(OCTOBER, 1);
		assertThat(this.indicators.aggregate(OCTOBER))
			.isEqualTo(Grouping.values().length * this.definitions.indicators().size());
	}

	@Test
	void followTheFormulasOfTheBureauOfStatistics() {
		this.province.report(OCTOBER, 1, "gross_industrial_output_ytd", "1000", "industrial_sales_output_ytd", "980",
				"operating_revenue_ytd", "1000", "operating_revenue_ytd_ly", "800", "operating_cost_ytd", "750",
				"selling_expenses_ytd", "20", "administrative_expenses_ytd", "30", "rd_expenses_ytd", "50",
				"financial_expenses_ytd", "-10", "total_profit_ytd", "100", "total_assets_eop", "2200",
				"total_liabilities_eop", "1100", "finished_goods_eop", "120", "accounts_receivable_eop", "300",
				"employees_average_avg", "20");
		this.province.report(ReportingPeriod.of(2025, 12), 1, "total_assets_eop", "1800", "finished_goods_eop", "80",
				"accounts_receivable_eop", "200");
		this.province.report(ReportingPeriod.of(2025, 10), 1, "operating_revenue_ytd", "500");
		this.indicators.aggregate(OCTOBER);
		assertValue("sales_ratio", "98");
		assertValue("profit_margin", "10");
		assertValue("cost_per_100", "75");
		assertValue("expense_per_100", "9");
		assertValue("revenue_per_100_assets", "60"); // 1000 / 2000 / 10 × 12 × 100
		assertValue("revenue_per_head", "60"); // 1000 / 20 / 10 × 12
		assertValue("debt_ratio", "50");
		assertValue("finished_goods_days", "40"); // 360 × 100 / 750 × 10 / 12
		assertValue("receivable_days", "75"); // 360 × 250 / 1000 × 10 / 12
		assertValue("rd_intensity", "5");
		assertValue("loss_ratio", "0");
		assertValue("revenue_growth_ytd", "25");
		assertValue("revenue_growth_ytd_matched", "100");
		assertValue("coverage_by_count", "100");
		assertValue("coverage_by_revenue", "100");
	}

	@Test
	void printRatesInPercent() {
		assertThat(this.definitions.indicators()).filteredOn((indicator) -> switch (indicator.kind()) {
			case GROWTH, MATCHED_GROWTH, NEGATIVE_SHARE, COVERAGE -> true;
			default -> false;
		}).extracting(IndicatorDefinition::unit).containsOnly("%");
	}

	private void assertValue(String indicator, String expected) {
		IndicatorValue value = this.indicators.value(OCTOBER, Grouping.PROVINCE, "420000", indicator).orElseThrow();
		assertThat(value.value()).as(indicator).isEqualByComparingTo(new BigDecimal(expected));
	}

}
