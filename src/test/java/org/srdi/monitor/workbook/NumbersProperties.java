package org.srdi.monitor.workbook;

import java.math.BigDecimal;
import java.util.Locale;

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
		assertThat(Numbers.of(amount.doubleValue())).isEqualByComparingTo(amount);
		assertThat(Numbers.raw(Double.toString(amount.doubleValue()))).isEqualByComparingTo(amount);
	}

	@Property
	void readsTypedAmountsWithThousandsCommas(
			@ForAll @BigRange(min = "-9999999999999", max = "9999999999999") @Scale(2) BigDecimal amount) {
		assertThat(Numbers.typed(String.format(Locale.ROOT, "%,.2f", amount))).isEqualByComparingTo(amount);
	}

	@Property
	void keepsFifteenDigitsAtMost(@ForAll @DoubleRange(min = -1e300, max = 1e300) double number) {
		assertThat(Numbers.of(number)).isNotNull().satisfies((read) -> assertThat(read.precision()).isLessThan(16));
	}

}
