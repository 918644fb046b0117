package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GrowthTests {

	@Test
	void isTheQuotientLessOneInPercent() {
		assertThat(growth("112.3", "100").rate()).isEqualByComparingTo("12.3");
		assertThat(growth("2", "3").rate()).isEqualTo(new BigDecimal("-33.33333333"));
		assertThat(growth("0", "5").rate()).isEqualByComparingTo("-100");
	}

	@Test
	void hasNoRateOnAZeroBase() {
		Growth growth = growth("5", "0");
		assertThat(growth.outcome()).isEqualTo(Outcome.NONE);
		assertThat(growth.rate()).isNull();
		assertThat(growth.text(Locale.CHINESE)).isEqualTo("—");
	}

	@Test
	void turnsFromLossToProfitAtZero() {
		Growth growth = growth("0", "-10");
		assertThat(growth.outcome()).isEqualTo(Outcome.TURNED_TO_PROFIT);
		assertThat(growth.rate()).isNull();
		assertThat(growth.text(Locale.CHINESE)).isEqualTo("扭亏为盈");
		assertThat(growth.text(Locale.ENGLISH)).isEqualTo("turned to profit");
	}

	@Test
	void turnsFromProfitToLoss() {
		Growth growth = growth("-0.01", "10");
		assertThat(growth.outcome()).isEqualTo(Outcome.TURNED_TO_LOSS);
		assertThat(growth.rate()).isNull();
		assertThat(growth.text(Locale.CHINESE)).isEqualTo("由盈转亏");
	}

	@Test
	void comparesTwoLossesByTheirSize() {
		assertThat(growth("-125", "-100")).returns(Outcome.LOSS_WIDENED, Growth::outcome)
			.returns("增亏25.0%", (growth) -> growth.text(Locale.CHINESE))
			.returns(new BigDecimal("25.00000000"), Growth::rate);
		assertThat(growth("-80", "-100")).returns(Outcome.LOSS_NARROWED, Growth::outcome)
			.returns("减亏20.0%", (growth) -> growth.text(Locale.CHINESE))
			.returns("loss narrowed by 20.0%", (growth) -> growth.text(Locale.ENGLISH))
			.returns(new BigDecimal("-20.00000000"), Growth::rate);
		assertThat(growth("-100", "-100").text(Locale.CHINESE)).isEqualTo("减亏0.0%");
	}

	@Test
	void roundsHalfUpFromTheUnroundedValues() {
		assertThat(growth("112.25", "100").text(Locale.CHINESE)).isEqualTo("12.3%");
		assertThat(growth("87.75", "100").text(Locale.CHINESE)).isEqualTo("-12.3%");
		// 12.249999999 % would read 12.3 % if it were rounded to eight decimals first
		assertThat(growth("1122499999999", "1000000000000").text(Locale.CHINESE)).isEqualTo("12.2%");
	}

	private static Growth growth(String current, String base) {
		return new Growth(new BigDecimal(current), new BigDecimal(base));
	}

}
