package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.database.EngineCondition;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition.Count;
import org.srdi.monitor.definition.IndicatorDefinition.Kind;

import static org.assertj.core.api.Assertions.assertThat;

@AddLifecycleHook(EngineCondition.class)
class IndicatorsIntegrationProperties {

	private static final ReportingPeriod PERIOD = ReportingPeriod.of(2026, 10);

	private static final List<Grouping> PARTITIONS = List.of(Grouping.CITY, Grouping.COUNTY, Grouping.TIER,
			Grouping.SECTION, Grouping.DIVISION, Grouping.CITY_TIER);

	@Property(tries = 25)
	void theProvinceIsTheSumOfEveryPartition(@ForAll("firms") List<Firm> firms) {
		Indicators indicators = aggregated(firms);
		BigDecimal sum = firms.stream()
			.map(Firm::current)
			.filter(Objects::nonNull)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		for (Grouping grouping : PARTITIONS) {
			assertThat(total(indicators, grouping, "revenue")).as("%s", grouping).isEqualByComparingTo(sum);
			assertThat(total(indicators, grouping, "accepted")).as("%s", grouping)
				.isEqualByComparingTo(BigDecimal.valueOf(firms.size()));
		}
	}

	@Property(tries = 25)
	void theGrowthOfTheProvinceLiesBetweenThoseOfItsCities(@ForAll("firms") List<Firm> firms) {
		Indicators indicators = aggregated(firms);
		List<BigDecimal> cities = indicators.values(PERIOD, Grouping.CITY)
			.stream()
			.filter((value) -> "growth".equals(value.indicator()))
			.map(IndicatorValue::value)
			.filter(Objects::nonNull)
			.sorted()
			.toList();
		BigDecimal province = indicators.value(PERIOD, Grouping.PROVINCE, "420000", "growth").orElseThrow().value();
		if (cities.isEmpty()) {
			assertThat(province).isNull();
			return;
		}
		assertThat(province).isBetween(cities.get(0), cities.get(cities.size() - 1));
	}

	private static Indicators aggregated(List<Firm> firms) {
		TinyProvince province = new TinyProvince();
		for (int id = 1; id <= firms.size(); id++) {
			Firm firm = firms.get(id - 1);
			province.enterprise(id, firm.county());
			province.due(PERIOD, id, firm.county(), firm.division(), firm.tier());
			province.report(PERIOD, id, "operating_revenue_ytd", firm.current(), "operating_revenue_ytd_ly",
					firm.base());
		}
		Indicators indicators = indicators(province, TestDefinitions.of(
				TestDefinitions.sum("revenue", "operating_revenue.ytd"),
				TestDefinitions.count("accepted", Count.ACCEPTED),
				TestDefinitions.growth("growth", Kind.GROWTH, "operating_revenue.ytd", "operating_revenue.ytd_ly")));
		indicators.aggregate(PERIOD);
		return indicators;
	}

	private static Indicators indicators(TinyProvince province, Definitions definitions) {
		return new Indicators(province.jdbc(), province.transaction(), definitions, province.timeliness(definitions));
	}

	private static BigDecimal total(Indicators indicators, Grouping grouping, String indicator) {
		return indicators.values(PERIOD, grouping)
			.stream()
			.filter((value) -> indicator.equals(value.indicator()))
			.map(IndicatorValue::value)
			.filter(Objects::nonNull)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	@Provide
	Arbitrary<List<Firm>> firms() {
		Arbitrary<BigDecimal> current = Arbitraries.bigDecimals()
			.between(BigDecimal.ZERO, new BigDecimal("10000000"))
			.ofScale(2)
			.injectNull(0.1);
		Arbitrary<BigDecimal> base = Arbitraries.bigDecimals()
			.between(new BigDecimal("0.01"), new BigDecimal("10000000"))
			.ofScale(2)
			.injectNull(0.1);
		return Combinators
			.combine(Arbitraries.of("420102", "420103", "420202"), Arbitraries.of("26", "35", null),
					Arbitraries.of(Tier.class).injectNull(0.2), current, base)
			.as(Firm::new)
			.list()
			.ofMinSize(1)
			.ofMaxSize(12);
	}

	record Firm(String county, String division, Tier tier, BigDecimal current, BigDecimal base) {

	}

}
