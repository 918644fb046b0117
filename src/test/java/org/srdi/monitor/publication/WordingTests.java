package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.indicator.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class WordingTests {

	private final Wording chinese = new Wording(Locale.CHINESE, new BigDecimal("90"));

	private final Wording english = new Wording(Locale.ENGLISH, new BigDecimal("90"));

	@ParameterizedTest
	@CsvSource({ "0, 0.00万元", "9999.99, 9999.99万元", "9999.995, 1.00亿元", "10000, 1.00亿元", "1234567.8, 123.46亿元",
			"-12345, -1.23亿元", "-500.5, -500.50万元" })
	void saysAmountsInTheUnitThatFits(BigDecimal amount, String words) {
		assertThat(this.chinese.amount(amount)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(value = { "1234567.8; CNY 12,346 million", "8512.3; CNY 85.12 million" }, delimiter = ';')
	void saysAmountsInMillionsInEnglish(BigDecimal amount, String words) {
		assertThat(this.english.amount(amount)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "8.05, 同比增长8.1%", "8.049999, 同比增长8.0%", "-3.25, 同比下降3.3%", "0.04, 同比持平", "-0.049, 同比持平",
			"179, 同比增长179.0%" })
	void saysGrowthWithItsVerbHalfUp(BigDecimal rate, String words) {
		assertThat(this.chinese.growth(growth(rate, Outcome.VALUE))).isEqualTo(words);
	}

	@Test
	void saysWhatHappenedWhereARateWouldMislead() {
		assertThat(this.chinese.growth(growth(null, Outcome.TURNED_TO_PROFIT))).isEqualTo("同比扭亏为盈");
		assertThat(this.chinese.growth(growth(null, Outcome.TURNED_TO_LOSS))).isEqualTo("同比由盈转亏");
		assertThat(this.chinese.growth(growth(new BigDecimal("12.34"), Outcome.LOSS_WIDENED))).isEqualTo("同比增亏12.3%");
		assertThat(this.chinese.growth(growth(new BigDecimal("-12.35"), Outcome.LOSS_NARROWED))).isEqualTo("同比减亏12.4%");
		assertThat(this.chinese.growth(growth(null, Outcome.NONE))).isEqualTo("同比“—”（无可比基数）");
		assertThat(this.chinese.growth(null)).isEqualTo("同比“—”（无可比基数）");
	}

	@Test
	void saysTheSameInCells() {
		assertThat(this.chinese.instead(growth(null, Outcome.TURNED_TO_PROFIT))).isEqualTo("扭亏为盈");
		assertThat(this.chinese.instead(growth(new BigDecimal("12.34"), Outcome.LOSS_WIDENED))).isEqualTo("增亏12.3%");
		assertThat(this.chinese.instead(growth(null, Outcome.NONE))).isEqualTo("—");
		assertThat(this.chinese.instead(null)).isEqualTo("—");
	}

	@Test
	void saysDifferencesOfPercentagesInPoints() {
		IndicatorDefinition margin = indicator("profit_margin");
		assertThat(this.chinese.change(margin, new BigDecimal("5.29"), new BigDecimal("4.93")))
			.isEqualTo("比上年同期提高0.4个百分点");
		assertThat(this.chinese.change(margin, new BigDecimal("4.93"), new BigDecimal("5.29")))
			.isEqualTo("比上年同期下降0.4个百分点");
		assertThat(this.chinese.change(margin, new BigDecimal("5.04"), new BigDecimal("5.00"))).isEqualTo("与上年同期持平");
		assertThat(this.chinese.change(margin, null, BigDecimal.ONE)).isEqualTo("上年同期无可比数据");
		assertThat(this.english.change(margin, new BigDecimal("5.29"), new BigDecimal("4.93")))
			.isEqualTo("up 0.4 pp from the same period last year");
	}

	@Test
	void saysDifferencesOfOtherRatiosInTheirUnit() {
		assertThat(this.chinese.change(indicator("cost_per_100"), new BigDecimal("84.10"), new BigDecimal("84.55")))
			.isEqualTo("比上年同期下降0.45元");
	}

	@Test
	void marksLowCoverage() {
		IndicatorDefinition coverage = indicator("coverage_by_count");
		assertThat(this.chinese.value(coverage, growth(new BigDecimal("89.96"), Outcome.VALUE)))
			.isEqualTo("90.0%（低于90%，数据仅供参考）");
		assertThat(this.chinese.value(coverage, growth(new BigDecimal("90"), Outcome.VALUE))).isEqualTo("90.0%");
		assertThat(this.chinese.value(coverage, null)).isEqualTo("—");
	}

	@Test
	void saysTheMonths() {
		assertThat(this.chinese.span(ReportingPeriod.of(2026, 1))).isEqualTo("1月");
		assertThat(this.chinese.span(ReportingPeriod.of(2026, 2))).isEqualTo("1—2月");
		assertThat(this.chinese.spanOfYear(ReportingPeriod.of(2026, 10))).isEqualTo("2026年1—10月");
		assertThat(this.english.spanOfYear(ReportingPeriod.of(2026, 10))).isEqualTo("January–October 2026");
	}

	@Test
	void keepsUnitsItDoesNotKnow() {
		assertThat(this.english.unit("万元")).isEqualTo("CNY 10,000");
		assertThat(this.english.unit("吨")).isEqualTo("吨");
	}

	private static IndicatorDefinition indicator(String code) {
		return Desk.DEFINITIONS.indicators()
			.stream()
			.filter((known) -> known.code().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private static IndicatorValue growth(BigDecimal rate, Outcome outcome) {
		return new IndicatorValue(Grouping.PROVINCE, "420000", "any", rate, null, null, 1, outcome);
	}

}
