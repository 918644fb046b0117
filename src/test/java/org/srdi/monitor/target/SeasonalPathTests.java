package org.srdi.monitor.target;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.target.Flag.PathBasis;

import static org.assertj.core.api.Assertions.assertThat;

class SeasonalPathTests {

	private static final Map<Integer, BigDecimal> LAST_YEAR = Map.of(3, number("20"), 6, number("40"), 12,
			number("100"));

	@Test
	void followsTheShareOfLastYear() {
		SeasonalPath path = SeasonalPath.to(number("200"), 6, LAST_YEAR, null);
		assertThat(path.basis()).isEqualTo(PathBasis.SEASONAL);
		assertThat(path.amount()).isEqualTo(number("80.000000"));
		assertThat(path.gap(number("60"))).isEqualTo(number("-20.000000"));
		assertThat(path.pace(number("60"))).isEqualTo(number("0.75000000"));
	}

	@Test
	void recallsLastYearFromThisYearsReportWhereItsOwnIsNotOnFile() {
		SeasonalPath path = SeasonalPath.to(number("200"), 5, LAST_YEAR, number("35"));
		assertThat(path.basis()).isEqualTo(PathBasis.SEASONAL);
		assertThat(path.amount()).isEqualByComparingTo("70");
	}

	@Test
	void prefersTheReportOfLastYearToItsRecollection() {
		assertThat(SeasonalPath.to(number("200"), 6, LAST_YEAR, number("99")).amount()).isEqualByComparingTo("80");
	}

	@Test
	void isLinearWithoutASeason() {
		assertLinear(Map.of(), null);
		assertLinear(Map.of(6, number("40")), null);
		assertLinear(LAST_YEAR, null);
		assertLinear(Map.of(5, number("0"), 12, number("0")), null);
	}

	@Test
	void isLinearWhereTheShareIsNotBetweenNoneAndAll() {
		assertLinear(LAST_YEAR, number("100.01"));
		assertLinear(LAST_YEAR, number("-0.01"));
	}

	@Test
	void startsInJanuary() {
		SeasonalPath path = SeasonalPath.to(number("120"), 1, Map.of(), null);
		assertThat(path.amount()).isEqualByComparingTo("10");
		assertThat(path.monthsBehind(number("4"))).isEqualByComparingTo("0.6");
		assertThat(path.monthsBehind(number("0"))).isEqualByComparingTo("1");
	}

	@Test
	void asksForAllOfTheTargetInDecember() {
		assertThat(SeasonalPath.to(number("120"), 12, LAST_YEAR, null).amount()).isEqualByComparingTo("120");
		assertThat(SeasonalPath.to(number("120"), 12, Map.of(), null).amount()).isEqualByComparingTo("120");
	}

	@Test
	void comparesExactly() {
		// the path is 333.333…, its 90 % are 300
		SeasonalPath path = SeasonalPath.to(number("1000"), 4, Map.of(4, number("1"), 12, number("3")), null);
		assertThat(path.amount()).isEqualTo(number("333.333333"));
		assertThat(path.isBelow(number("0.9"), number("300"))).isFalse();
		assertThat(path.isBelow(number("0.9"), number("299.999999"))).isTrue();
	}

	@Test
	void countsTheMonthsThePathIsAhead() {
		SeasonalPath linear = SeasonalPath.to(number("120"), 6, Map.of(), null);
		assertThat(linear.monthsBehind(number("45"))).isEqualTo(number("1.5000"));
		assertThat(linear.monthsBehind(number("60"))).isEqualByComparingTo("0");
		assertThat(linear.monthsBehind(number("75"))).isEqualByComparingTo("-1.5");
		assertThat(linear.monthsBehind(number("500"))).isEqualByComparingTo("-6");
	}

	@Test
	void countsMonthsAlongTheSeason() {
		// 60 of 200 is 30 of 100, half way from March (20) to June (40)
		SeasonalPath path = SeasonalPath.to(number("200"), 6, LAST_YEAR, null);
		assertThat(path.monthsBehind(number("60"))).isEqualByComparingTo("1.5");
		// 140 of 200 is 70 of 100, half way from June (40) to December (100)
		assertThat(path.monthsBehind(number("140"))).isEqualByComparingTo("-3");
		// 20 of 200 is half way to March
		assertThat(path.monthsBehind(number("20"))).isEqualByComparingTo("4.5");
		assertThat(path.monthsBehind(number("-5"))).isEqualByComparingTo("6");
	}

	@Test
	void asksForNothingBeforeTheSeasonStarts() {
		SeasonalPath path = SeasonalPath.to(number("200"), 2, Map.of(2, number("0"), 12, number("100")), null);
		assertThat(path.isZero()).isTrue();
		assertThat(path.amount()).isEqualByComparingTo("0");
		assertThat(path.pace(number("5"))).isNull();
		assertThat(path.monthsBehind(number("5"))).isNull();
		assertThat(path.gap(number("5"))).isEqualByComparingTo("5");
	}

	private static void assertLinear(Map<Integer, BigDecimal> lastYear, BigDecimal recalled) {
		SeasonalPath path = SeasonalPath.to(number("120"), 5, lastYear, recalled);
		assertThat(path.basis()).isEqualTo(PathBasis.LINEAR);
		assertThat(path.amount()).isEqualByComparingTo("50");
	}

	private static BigDecimal number(String text) {
		return new BigDecimal(text);
	}

}
