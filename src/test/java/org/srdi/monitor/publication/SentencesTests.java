package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.indicator.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SentencesTests {

	private static final RollupDefinition ROLLUP = Desk.DEFINITIONS.rollups().get(0);

	private static final RollupDefinition.Sheet COVER = ROLLUP.sheets().get(0);

	private final List<IndicatorValue> values = new ArrayList<>(List.of(value("firms_due", "172"),
			value("firms_accepted", "165"), value("coverage_by_count", "95.93023256"),
			value("coverage_by_revenue", "97.15"), value("revenue_ytd", "1234000"), value("revenue_growth_ytd", "8.05"),
			value("revenue_m", "130000"), value("revenue_growth_m", "-2.04"), value("loss_ratio", "12.34")));

	@Test
	void saysWhatWasReported() {
		assertThat(write(10,
				"{span}，全省{firms_due}应报企业中已有{firms_accepted}报送并通过审核，按家数覆盖率{coverage_by_count}，"
						+ "按营业收入覆盖率{coverage_by_revenue}。"))
			.containsExactly("1—10月，全省172家应报企业中已有165家报送并通过审核，按家数覆盖率95.9%，按营业收入覆盖率97.2%。");
	}

	@Test
	void saysTotalsWithTheirGrowth() {
		assertThat(write(10,
				"{span}累计实现营业收入{revenue_ytd}，{revenue_growth_ytd}（可比口径）；亏损面{loss_ratio}，{loss_ratio.change}。"))
			.containsExactly("1—10月累计实现营业收入123.40亿元，同比增长8.1%（可比口径）；亏损面12.3%，比上年同期提高0.3个百分点。");
	}

	@Test
	void saysTheMonthFromAprilOn() {
		assertThat(write(4, "{month}当月实现营业收入{revenue_m}，{revenue_growth_m}。"))
			.containsExactly("4月当月实现营业收入13.00亿元，同比下降2.0%。");
	}

	@Test
	void notesTheSpringFestivalInMarch() {
		assertThat(write(3, "{month}当月实现营业收入{revenue_m}，{revenue_growth_m}。"))
			.containsExactly("3月当月实现营业收入13.00亿元，同比下降2.0%。（当月增速受春节因素影响，仅供参考）");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void leavesTheMonthOutBeforeMarch(int month) {
		assertThat(write(month, "{month}当月实现营业收入{revenue_m}。", "{span}累计{revenue_growth_ytd}。"))
			.containsExactly((month == 1) ? "1月累计同比增长8.1%。" : "1—2月累计同比增长8.1%。");
	}

	@Test
	void saysWhoIsBehindAndWhoIsMissing() {
		assertThat(write(10,
				"滞后{flags.behind}，红色{flags.red}，黄色{flags.amber}，新增{flags.new}，恢复{flags.recovered}；"
						+ "未报送{missing.silent}、退回{missing.returned}、待说明{missing.held}。"))
			.containsExactly("滞后9家，红色4家，黄色5家，新增2家，恢复1家；未报送3家、退回2家、待说明2家。");
	}

	@Test
	void namesTheFirstAndLastCities() {
		city("420100", "3.0");
		city("420200", "12.05");
		city("420300", "-1.5");
		city("420500", "7.7");
		assertThat(write(10, "居前{ranking.top}，靠后{ranking.bottom}。"))
			.containsExactly("居前黄石市（12.1%）、宜昌市（7.7%）、武汉市（3.0%），靠后十堰市（-1.5%）。");
	}

	@Test
	void namesNoLastCitiesWhereAllAreFirst() {
		city("420100", "3.0");
		assertThat(write(10, "居前{ranking.top}。", "靠后{ranking.bottom}。")).containsExactly("居前武汉市（3.0%）。");
	}

	@Test
	void saysADashWhereThereIsNothing() {
		assertThat(write(10, "利润总额{profit_ytd}，{profit_growth_ytd}。")).containsExactly("利润总额—，同比“—”（无可比基数）。");
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThatIllegalArgumentException().isThrownBy(() -> write(10, "{profits}"))
			.withMessageContaining("'profits'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	void knowsEveryPlaceholderOfTheRollup(String language) {
		city("420100", "3.0");
		List<String> templates = "en".equals(language) ? COVER.sentencesEn() : COVER.sentences();
		assertThat(templates).hasSize(9);
		assertThat(sentences(10, Locale.forLanguageTag(language)).write(templates)).hasSize(8)
			.noneMatch((sentence) -> sentence.contains("{"));
	}

	private List<String> write(int month, String... templates) {
		return sentences(month, Locale.CHINESE).write(List.of(templates));
	}

	private Sentences sentences(int month, Locale locale) {
		ReportingPeriod period = ReportingPeriod.of(2026, month);
		Headline headline = new Headline(period, 172, 1, 165, 3, 2, 2, null, null, null, null, "", 9, 4, 2, 1);
		Edition edition = new Edition(Desk.DEFINITIONS, ROLLUP, period, 1, LocalDateTime.of(2026, 10, 29, 0, 30),
				new Wording(locale, new BigDecimal("90")), new Values(this.values), headline, false);
		return new Sentences(edition, (indicator) -> new BigDecimal("12.04"), "revenue_growth_ytd");
	}

	private void city(String code, String growth) {
		this.values.add(new IndicatorValue(Grouping.CITY, code, "revenue_growth_ytd", new BigDecimal(growth), null,
				null, 1, Outcome.VALUE));
	}

	private static IndicatorValue value(String indicator, String value) {
		return new IndicatorValue(Grouping.PROVINCE, "420000", indicator, new BigDecimal(value), null, null, 1,
				Outcome.VALUE);
	}

}
