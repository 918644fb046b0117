package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.IndicatorDefinition;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryIntegrationTests {

	private static final Desk DESK = new Desk();

	private static final History HISTORY = new History(DESK.jdbc, Desk.DEFINITIONS.form());

	@BeforeAll
	static void fill() {
		DESK.firm("91420100MA0000001A", "甲", "420100", "27", Tier.NATIONAL_LITTLE_GIANT)
			.due(Desk.OCTOBER)
			.report(ReportingPeriod.of(2026, 9), "operating_revenue_m", 90, "operating_revenue_m_ly", 100)
			.report(Desk.OCTOBER, "operating_revenue_m", 110, "operating_revenue_m_ly", 100, "operating_revenue_ytd",
					1000, "operating_revenue_ytd_ly", 800, "total_profit_ytd_ly", -40, "operating_cost_ytd_ly", 600,
					"employees_average_avg_ly", 10, "total_assets_eop_ly", 5000);
		DESK.firm("91420200MA0000002B", "乙", "420200", "65", Tier.PROVINCIAL_SRDI)
			.due(Desk.OCTOBER)
			.report(Desk.OCTOBER, "operating_revenue_m", 20, "operating_revenue_ytd", 500, "operating_revenue_ytd_ly",
					400, "total_profit_ytd_ly", 100);
		DESK.firm("91420300MA0000003C", "丙", "420300", "65", Tier.PROVINCIAL_SRDI)
			.due(Desk.OCTOBER)
			.report(Desk.OCTOBER, "operating_revenue_ytd", 700);
	}

	@AfterAll
	static void close() {
		DESK.close();
	}

	@Test
	void followsTheMonthsOfTheYear() {
		List<History.Point> points = HISTORY.months(FieldCode.of("operating_revenue"), Desk.OCTOBER);
		assertThat(points).extracting(History.Point::period).containsExactly(ReportingPeriod.of(2026, 9), Desk.OCTOBER);
		assertThat(points.get(0).growth()).isNull();
		assertThat(points.get(1).month()).isEqualByComparingTo("130");
		assertThat(points.get(1).lastYear()).isEqualByComparingTo("100");
		// (1000 + 500) / (800 + 400) - 1: the third has no base
		assertThat(points.get(1).growth()).isEqualByComparingTo("25");
	}

	@Test
	void computesRatiosOfLastYearOverThoseWhoReportBothSides() {
		// (-40 + 100) / (800 + 400)
		assertThat(lastYear("profit_margin")).isEqualByComparingTo("5");
		// 600 / 800: the second reports no cost
		assertThat(lastYear("cost_per_100")).isEqualByComparingTo("75");
		// 800 / 10 heads, brought from ten months to a year
		assertThat(lastYear("revenue_per_head")).isEqualByComparingTo("96");
	}

	@Test
	void countsLossMakersOfLastYear() {
		assertThat(lastYear("loss_ratio")).isEqualByComparingTo("50");
	}

	@Test
	void knowsNoAverageStockOfLastYear() {
		assertThat(lastYear("revenue_per_100_assets")).isNull();
	}

	private BigDecimal lastYear(String code) {
		IndicatorDefinition indicator = Desk.DEFINITIONS.indicators()
			.stream()
			.filter((known) -> known.code().equals(code))
			.findFirst()
			.orElseThrow();
		return HISTORY.lastYear(indicator, Desk.OCTOBER);
	}

}
