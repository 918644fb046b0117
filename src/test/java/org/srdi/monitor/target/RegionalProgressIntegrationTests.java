package org.srdi.monitor.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.RegionalTarget;
import org.srdi.monitor.indicator.TestDefinitions;
import org.srdi.monitor.indicator.TinyProvince;
import org.srdi.monitor.register.Titles;

import static org.assertj.core.api.Assertions.assertThat;

class RegionalProgressIntegrationTests {

	private static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	private final TinyProvince province = new TinyProvince();

	RegionalProgressIntegrationTests() {
		this.province.enterprise(1, "420102");
		this.province.enterprise(2, "420103");
		this.province.enterprise(3, "420202");
		title(1, Tier.PROVINCIAL_SRDI, "", "2024-01-01", null);
		title(1, Tier.NATIONAL_LITTLE_GIANT, "3", "2026-03-01", null);
		title(2, Tier.PROVINCIAL_SRDI, "", "2026-05-01", null);
		title(2, Tier.NATIONAL_LITTLE_GIANT, "2", "2021-01-01", "2026-10-30");
		title(3, Tier.PROVINCIAL_SRDI, "", "2026-11-01", null);
		title(3, Tier.MUNICIPAL_SRDI, "", "2022-01-01", null);
	}

	@Test
	void countsHoldersOfTheTierOrHigherOnTheLastDay() {
		RegionalProgress progress = progress(true, target("P", "420000", "stock_count", Tier.PROVINCIAL_SRDI, "4"),
				target("M", "420000", "stock_count", Tier.MUNICIPAL_SRDI, "4"),
				target("C", "420200", "stock_count", Tier.MUNICIPAL_SRDI, "4"),
				target("D", "420103", "stock_count", Tier.MUNICIPAL_SRDI, "4"));
		assertThat(progress.update(OCTOBER)).isEqualTo(4);
		assertThat(progress.rows(OCTOBER)).extracting((row) -> row.target().rowId())
			.containsExactly("P", "M", "C", "D");
		assertThat(actuals(progress)).containsExactly("2", "3", "1", "1");
		assertThat(progress.rows(OCTOBER).get(0)).returns("湖北省", (row) -> row.region().name())
			.returns(true, ProgressRow::nested)
			.returns(new BigDecimal("50.00000000"), ProgressRow::completion)
			.returns(new BigDecimal("83.28767123"), ProgressRow::timeProgress);
	}

	@Test
	void countsOnlyTheTierItselfWhereStocksAreNotNested() {
		RegionalProgress progress = progress(false, target("M", "420000", "stock_count", Tier.MUNICIPAL_SRDI, "4"),
				target("A", "420000", "stock_count_at_or_above", Tier.MUNICIPAL_SRDI, "4"));
		progress.update(OCTOBER);
		assertThat(actuals(progress)).containsExactly("1", "3");
		assertThat(progress.rows(OCTOBER)).extracting(ProgressRow::nested).containsExactly(false, true);
	}

	@Test
	void countsBatchesAndTheNewOfTheYear() {
		RegionalProgress progress = progress(true,
				target("B", "420000", "batch_count", Tier.NATIONAL_LITTLE_GIANT, "10"),
				target("N", "420100", "annual_new_count", Tier.PROVINCIAL_SRDI, "10"));
		progress.update(OCTOBER);
		// batch 3 as the words of the plan say; granted in 2026: enterprise 2
		assertThat(actuals(progress)).containsExactly("1", "1");
	}

	@Test
	void leavesOpenWhatTheRegisterCannotTell() {
		RegionalProgress progress = progress(true,
				target("S", "420000", "share_of_national_batch_pct", Tier.NATIONAL_LITTLE_GIANT, "5"),
				target("W", "420000", "project_count", null, "30"));
		progress.update(OCTOBER);
		assertThat(progress.rows(OCTOBER)).extracting(ProgressRow::actual).containsOnlyNulls();
		assertThat(progress.rows(OCTOBER)).extracting(ProgressRow::completion).containsOnlyNulls();
	}

	@Test
	void leavesOutOtherProvincesAndObservations() {
		RegionalTarget observation = new RegionalTarget("O", "PLAN", "observation", "新闻", new RegionCode("420000"),
				"stock_count", Tier.PROVINCIAL_SRDI, "eq", BigDecimal.TEN, "家", null, null, null, "4157家");
		RegionalProgress progress = progress(true, observation,
				target("XT", "430300", "stock_count", Tier.PROVINCIAL_SRDI, "200"));
		assertThat(progress.update(OCTOBER)).isZero();
		assertThat(progress.rows(OCTOBER)).isEmpty();
	}

	@Test
	void replacesWhatWasMeasuredBefore() {
		RegionalTarget target = target("M", "420000", "stock_count", Tier.MUNICIPAL_SRDI, "4");
		progress(true, target, target("OLD", "420000", "stock_count", Tier.SEED_SME, "4")).update(OCTOBER);
		progress(false, target).update(OCTOBER);
		assertThat(this.province.client()
			.sql("SELECT target_row, actual FROM regional_progress")
			.query((row, number) -> row.getString(1) + " " + row.getBigDecimal(2).toBigIntegerExact())
			.list()).containsExactly("M 1");
	}

	@Test
	void namesTheCitiesWithoutALittleGiant() {
		RegionalProgress progress = progress(true);
		assertThat(progress.blankRegions(OCTOBER)).extracting(Region::name).containsExactly("黄石市");
		assertThat(progress.blankRegions(ReportingPeriod.of(2020, 12))).extracting(Region::name)
			.containsExactly("武汉市", "黄石市");
	}

	private RegionalProgress progress(boolean stockNested, RegionalTarget... targets) {
		return new RegionalProgress(this.province.jdbc(), this.province.transaction(),
				new Titles(this.province.client()),
				TestDefinitions.of(List.of(), List.of(), Arrays.asList(targets), stockNested));
	}

	private static List<String> actuals(RegionalProgress progress) {
		return progress.rows(OCTOBER).stream().map((row) -> row.actual().stripTrailingZeros().toPlainString()).toList();
	}

	private static RegionalTarget target(String row, String region, String measure, Tier tier, String value) {
		return new RegionalTarget(row, "PLAN", "target", "计划", new RegionCode(region), measure, tier, "gte",
				new BigDecimal(value), "家", null, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "第三批");
	}

	private void title(long enterprise, Tier tier, String batch, String granted, String validTo) {
		this.province.client()
			.sql("""
					INSERT INTO title (enterprise_id, tier, batch, granted_on, valid_to, status)
					VALUES (:id, :tier, :batch, :granted, :validTo, 'VALID')
					""")
			.param("id", enterprise)
			.param("tier", tier.name())
			.param("batch", batch)
			.param("granted", LocalDate.parse(granted))
			.param("validTo", (validTo != null) ? LocalDate.parse(validTo) : null)
			.update();
	}

}
