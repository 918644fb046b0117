package org.srdi.monitor.target;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.RegionalTarget;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

	private static final LocalDate START = LocalDate.of(2026, 1, 1);

	private static final LocalDate DUE = LocalDate.of(2026, 12, 31);

	@Test
	void mayExceedTheTarget() {
		Progress progress = new Progress(target("2000", START, DUE), new BigDecimal("4157"), DUE);
		assertThat(progress.completion()).isEqualTo(new BigDecimal("207.85000000"));
	}

	@Test
	void hasNoCompletionWithoutAnActualValueOrWithATargetOfZero() {
		assertThat(new Progress(target("2000", START, DUE), null, DUE).completion()).isNull();
		assertThat(new Progress(target("0", START, DUE), BigDecimal.ONE, DUE).completion()).isNull();
	}

	@Test
	void countsTheDaysPassedBothEndsIncluded() {
		// 304 of 365 days
		assertThat(on(LocalDate.of(2026, 10, 31))).isEqualTo(new BigDecimal("83.28767123"));
		assertThat(on(START)).isEqualTo(new BigDecimal("0.27397260"));
		assertThat(on(DUE)).isEqualByComparingTo("100");
	}

	@Test
	void staysBetweenNoneAndAllOfTheTime() {
		assertThat(on(START.minusDays(1))).isEqualByComparingTo("0");
		assertThat(on(START.minusYears(1))).isEqualByComparingTo("0");
		assertThat(on(DUE.plusYears(3))).isEqualByComparingTo("100");
	}

	@Test
	void hasNoTimeProgressWithoutAFirstOrLastDay() {
		assertThat(new Progress(target("1", null, DUE), BigDecimal.ONE, DUE).timeProgress()).isNull();
		assertThat(new Progress(target("1", START, null), BigDecimal.ONE, DUE).timeProgress()).isNull();
	}

	@Test
	void readsTheBatchFromTheWordsOfThePlan() {
		assertThat(Measures.batch("第一批9家")).isEqualTo("1");
		assertThat(Measures.batch("国家级第三批121家")).isEqualTo("3");
		assertThat(Measures.batch("第12批")).isEqualTo("12");
		assertThat(Measures.batch("全省172家")).isNull();
	}

	private static BigDecimal on(LocalDate day) {
		return new Progress(target("1", START, DUE), BigDecimal.ONE, day).timeProgress();
	}

	private static RegionalTarget target(String value, LocalDate start, LocalDate due) {
		return new RegionalTarget("ROW", "PLAN", "target", "计划", new RegionCode("420000"), "stock_count",
				Tier.PROVINCIAL_SRDI, "gte", new BigDecimal(value), "家", null, start, due, "达到");
	}

}
