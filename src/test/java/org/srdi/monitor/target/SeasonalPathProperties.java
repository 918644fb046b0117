package org.srdi.monitor.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class SeasonalPathProperties {

	@Property
	void isBehindInMonthsExactlyWhereItIsBehindInAmounts(@ForAll("years") List<BigDecimal> months,
			@ForAll @IntRange(min = 1, max = 12) int month, @ForAll("amounts") BigDecimal target,
			@ForAll("amounts") BigDecimal actual) {
		SeasonalPath path = SeasonalPath.to(target, month, cumulated(months), null);
		BigDecimal behind = path.monthsBehind(actual);
		if (behind == null) {
			assertThat(path.isZero()).isTrue();
			return;
		}
		boolean below = path.isBelow(BigDecimal.ONE, actual);
		assertThat(behind.signum()).isIn(below ? List.of(0, 1) : List.of(0, -1));
		assertThat(behind).isBetween(BigDecimal.valueOf(month - 12L), BigDecimal.valueOf(month));
	}

	@Property
	void reachesTheTargetInDecember(@ForAll("years") List<BigDecimal> months, @ForAll("amounts") BigDecimal target) {
		assertThat(SeasonalPath.to(target, 12, cumulated(months), null).amount()).isEqualByComparingTo(target);
	}

	private static Map<Integer, BigDecimal> cumulated(List<BigDecimal> months) {
		Map<Integer, BigDecimal> year = new TreeMap<>();
		BigDecimal sum = BigDecimal.ZERO;
		for (BigDecimal month : months) {
			sum = sum.add(month);
			year.put(year.size() + 1, sum);
		}
		return year;
	}

	@Provide
	Arbitrary<List<BigDecimal>> years() {
		return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("1000")).ofScale(2).list().ofSize(12);
	}

	@Provide
	Arbitrary<BigDecimal> amounts() {
		return Arbitraries.bigDecimals().between(new BigDecimal("0.01"), new BigDecimal("20000")).ofScale(2);
	}

}
