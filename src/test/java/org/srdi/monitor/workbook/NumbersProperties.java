package org.srdi.monitor.workbook;

import java.math.BigDecimal;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersProperties {

	@Property
	void survivesTheWayThroughABinaryFraction(
			@ForAll @BigRange(min = "-9999999999999", max = "9999999999999") @Scale(2) BigDecimal amount) {
		assertThat(rounded(Numbers.of(amount.doubleValue()))).isEqualByComparingTo(amount);
		assertThat(rounded(Numbers.raw(Double.toString(amount.doubleValue())))).isEqualByComparingTo(amount);
	}

	@Property
	void takesForPlainWhatIsPrintedThatWay(
			@ForAll @BigRange(min = "-99999999", max = "99999999") @Scale(4) BigDecimal amount) {
		String plain = (amount.signum() == 0) ? "0" : amount.stripTrailingZeros().toPlainString();

		assertThat(Numbers.isPlain(plain)).isTrue();
		assertThat(Numbers.isPlain(plain + (plain.contains(".") ? "0" : ".0"))).isFalse();
		assertThat(Numbers.isPlain("0" + plain)).isFalse();
		assertThat(Numbers.isPlain(plain + "E1")).isFalse();
	}

	@Property
	void keepsFifteenDigitsAtMost(@ForAll @DoubleRange(min = -1e300, max = 1e300) double number) {
		assertThat(rounded(Numbers.of(number)).precision()).isLessThan(16);
	}

	@Property
	void readsExactlyWhatIsWritten(@ForAll @BigRange(min = "-99999999", max = "99999999") @Scale(4) BigDecimal amount) {
		assertThat(Numbers.exact(amount.toPlainString())).isEqualTo(new BigDecimal(amount.toPlainString()));
		assertThat(Numbers.exact(amount.stripTrailingZeros().toPlainString()))
			.isEqualTo(new BigDecimal(amount.stripTrailingZeros().toPlainString()));
	}

	private static BigDecimal rounded(BigDecimal number) {
		return Numbers.rounded(number);
	}

}
