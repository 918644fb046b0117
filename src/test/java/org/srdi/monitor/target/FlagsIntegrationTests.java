package org.srdi.monitor.target;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition.Pace;
import org.srdi.monitor.indicator.TestDefinitions;
import org.srdi.monitor.indicator.TinyProvince;
import org.srdi.monitor.target.Flag.Level;
import org.srdi.monitor.target.Flag.PathBasis;
import org.srdi.monitor.target.Flag.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class FlagsIntegrationTests {

	private static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	private static final ReportingPeriod SEPTEMBER = ReportingPeriod.of(2026, 9);

	private final TinyProvince province = new TinyProvince();

	private final Flags flags = new Flags(this.province.jdbc(),
			TestDefinitions.of(List.of(),
					List.of(pace("revenue", "operating_revenue.ytd"), pace("financing", "new_equity_financing.ytd")),
					List.of(), true));

	FlagsIntegrationTests() {
		enterprise(1, "DUE", "1000");
		enterprise(2, "DUE", "1200");
		enterprise(3, "EXEMPT", "1000");
	}

	@Test
	void drawsThePathFromLastYearsReports() {
		this.province.report(ReportingPeriod.of(2025, 10), 1, "operating_revenue_ytd", "400");
		this.province.report(ReportingPeriod.of(2025, 12), 1, "operating_revenue_ytd", "500");
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "720");
		// 1000 × 400 / 500 = 800; 720 / 800 = 0.9; 720 is 360 of 500 last year, 9/10 of
		// the way to October
		assertThat(judged(1)).isEqualTo(new Flag(OCTOBER, 1, "revenue", Level.AMBER, State.NEW, 1,
				new BigDecimal("1000.00"), new BigDecimal("800.000000"), PathBasis.SEASONAL, new BigDecimal("720.00"),
				new BigDecimal("-80.000000"), new BigDecimal("0.90000000"), new BigDecimal("1.0000")));
	}

	@Test
	void recallsLastYearFromTheReportOfThisYear() {
		this.province.report(ReportingPeriod.of(2025, 12), 1, "operating_revenue_ytd", "500");
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "900", "operating_revenue_ytd_ly", "450");
		assertThat(judged(1)).returns(PathBasis.SEASONAL, Flag::basis)
			.returns(new BigDecimal("900.000000"), Flag::path)
			.returns(Level.ON_TRACK, Flag::level);
	}

	@Test
	void doesWithoutAFigureOfLastYearTheFormDoesNotHave() {
		plan(1, "financing", "120");
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "900", "new_equity_financing_ytd", "100");
		assertThat(this.flags.judge(OCTOBER, List.of(1L))).extracting(Flag::measure, Flag::level)
			.containsExactly(tuple("financing", Level.ON_TRACK), tuple("revenue", Level.ON_TRACK));
	}

	@Test
	void looksBackOnlyWithinTheYear() {
		this.province.due(ReportingPeriod.of(2026, 1), 2, "420102", "35", null);
		this.province.report(ReportingPeriod.of(2025, 12), 2, "operating_revenue_ytd", "1");
		this.province.report(ReportingPeriod.of(2026, 1), 2, "operating_revenue_ytd", "10");
		assertThat(this.flags.judge(ReportingPeriod.of(2026, 1), List.of(2L))).singleElement()
			.returns(State.NEW, Flag::state)
			.returns(Level.RED, Flag::level)
			.returns(1, Flag::monthsFlagged);
	}

	@Test
	void recomputesTheStateFromTheReportsOfTheYear() {
		this.province.report(ReportingPeriod.of(2026, 8), 2, "operating_revenue_ytd", "500");
		this.province.report(SEPTEMBER, 2, "operating_revenue_ytd", "600");
		this.province.report(OCTOBER, 2, "operating_revenue_ytd", "700");
		assertThat(judged(2)).returns(State.PERSISTING, Flag::state)
			.returns(3, Flag::monthsFlagged)
			.returns(PathBasis.LINEAR, Flag::basis);
	}

	@Test
	void doesNotJudgeTheMissingNorMissTheExempt() {
		assertThat(this.flags.judge(OCTOBER, List.of(1L, 3L))).singleElement()
			.returns(1L, Flag::enterpriseId)
			.returns(Level.MISSING, Flag::level);
		this.province.report(OCTOBER, 3, "operating_revenue_ytd", "100");
		assertThat(judged(3)).returns(Level.RED, Flag::level);
	}

	@Test
	void givesNoFlagWithoutAPlanOrARoster() {
		this.province.enterprise(9, "420102");
		this.province.due(OCTOBER, 9, "420102", "35", null);
		assertThat(this.flags.judge(OCTOBER, List.of(9L))).isEmpty();
		assertThat(this.flags.judge(SEPTEMBER, List.of(1L, 2L))).isEmpty();
		assertThat(this.flags.judge(OCTOBER, List.of())).isEmpty();
	}

	@Test
	void keepsOneFlagPerEnterpriseAndMeasure() {
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "100");
		this.flags.store(this.flags.judge(OCTOBER, List.of(1L)));
		this.province.client().sql("UPDATE monthly_report SET operating_revenue_ytd = 750").update();
		this.flags.store(this.flags.judge(OCTOBER, List.of(1L)));
		assertThat(this.flags.behind(OCTOBER)).singleElement()
			.returns(new BigDecimal("750.00"), (row) -> row.flag().actual())
			.returns(Level.AMBER, (row) -> row.flag().level());
	}

	@Test
	void removesTheFlagsOfAMonth() {
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "100");
		this.flags.store(this.flags.judge(OCTOBER, List.of(1L)));
		this.flags.delete(SEPTEMBER);
		assertThat(this.flags.behind(OCTOBER)).hasSize(1);
		this.flags.delete(OCTOBER);
		assertThat(this.flags.behind(OCTOBER)).isEmpty();
	}

	@Test
	void namesTheEnterprisesToJudge() {
		this.province.enterprise(9, "420102");
		this.province.due(OCTOBER, 9, "420102", "35", null);
		assertThat(this.flags.firms(OCTOBER)).containsExactly(1L, 2L, 3L);
		assertThat(this.flags.firms(SEPTEMBER)).isEmpty();
	}

	@Test
	void listsTheRedBeforeTheAmberWithNameAndCity() {
		this.province.report(OCTOBER, 1, "operating_revenue_ytd", "750");
		this.province.report(OCTOBER, 2, "operating_revenue_ytd", "100");
		this.province.report(OCTOBER, 3, "operating_revenue_ytd", "2000");
		this.flags.store(this.flags.judge(OCTOBER, List.of(1L, 2L, 3L)));
		List<FlagRow> behind = this.flags.behind(OCTOBER);
		assertThat(behind).extracting((row) -> row.flag().level()).containsExactly(Level.RED, Level.AMBER);
		assertThat(behind.get(0)).returns("示例企业2", FlagRow::name)
			.returns("CODE2", FlagRow::creditCode)
			.returns(new RegionCode("420100"), FlagRow::city)
			.returns("武汉市", FlagRow::cityName);
		assertThat(this.flags.enterprisesBehind(OCTOBER)).isEqualTo(2);
	}

	private Flag judged(long enterprise) {
		List<Flag> judged = this.flags.judge(OCTOBER, List.of(enterprise));
		assertThat(judged).hasSize(1);
		return judged.get(0);
	}

	private void enterprise(long id, String duty, String target) {
		this.province.enterprise(id, "420102");
		this.province.roster(OCTOBER, id, duty, "420102", "35", null);
		plan(id, "revenue", target);
	}

	private void plan(long id, String measure, String target) {
		this.province.client()
			.sql("INSERT INTO yearly_plan (enterprise_id, plan_year, measure, target) VALUES (:id, 2026, :measure, :target)")
			.param("id", id)
			.param("measure", measure)
			.param("target", new BigDecimal(target))
			.update();
	}

	private static Pace pace(String measure, String figure) {
		return new Pace(measure, measure, measure, FigureKey.parse(figure), new BigDecimal("0.95"),
				new BigDecimal("0.85"));
	}

}
