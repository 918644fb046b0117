package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class GrowthProperties {

	@Property
	void ofAUnionLiesBetweenThoseOfItsGroups(@ForAll("groups") List<Growth> groups) {
		Growth union = groups.stream()
			.reduce((one, other) -> new Growth(one.current().add(other.current()), one.base().add(other.base())))
			.orElseThrow();
		Comparator<Growth> byRate = Comparator.comparing(Growth::rate);
		BigDecimal least = groups.stream().min(byRate).orElseThrow().rate();
		BigDecimal greatest = groups.stream().max(byRate).orElseThrow().rate();
		assertThat(union.rate()).isBetween(least, greatest);
	}

	@Property
	void doesNotDependOnTheUnit(@ForAll("groups") List<Growth> groups) {
		for (Growth growth : groups) {
			Growth inYuan = new Growth(growth.current().movePointRight(4), growth.base().movePointRight(4));
			assertThat(inYuan.rate()).isEqualByComparingTo(growth.rate());
		}
	}

	@Property
	void hasARateExactlyWhereItsOutcomeSaysSo(@ForAll("amounts") BigDecimal current,
			@ForAll("amounts") BigDecimal base) {
		Growth growth = new Growth(current, base);
		boolean rated = Arrays.asList(Outcome.VALUE, Outcome.LOSS_WIDENED, Outcome.LOSS_NARROWED)
			.contains(growth.outcome());
		assertThat(growth.rate() != null).isEqualTo(rated);
	}

	@Provide
	Arbitrary<List<Growth>> groups() {
		Arbitrary<BigDecimal> base = amount("0.01");
		Arbitrary<BigDecimal> current = amount("0");
		return Combinators.combine(current, base).as(Growth::new).list().ofMinSize(1).ofMaxSize(20);
	}

	@Provide
	Arbitrary<BigDecimal> amounts() {
		return amount("-1000000");
	}

	private static Arbitrary<BigDecimal> amount(String least) {
		return Arbitraries.bigDecimals().between(new BigDecimal(least), new BigDecimal("10000000")).ofScale(2);
	}

}
