package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.indicator.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RankingTests {

	private static final IndicatorDefinition GROWTH = Desk.DEFINITIONS.indicators()
		.stream()
		.filter((indicator) -> indicator.code().equals("revenue_growth_ytd"))
		.findFirst()
		.orElseThrow();

	@Test
	void ranksByTheUnroundedRateAndLeavesTheOthersUnranked() {
		Values values = new Values(List.of(value("a", "8.10", Outcome.VALUE), value("b", "-2", Outcome.VALUE),
				value("c", "8.14", Outcome.VALUE), value("d", "8.1", Outcome.VALUE),
				value("e", "30", Outcome.LOSS_WIDENED)));
		assertThat(Ranking.of(values, Grouping.CITY, List.of("a", "b", "c", "d", "e", "f"), GROWTH).places())
			.extracting(Ranking.Place::member, Ranking.Place::rank)
			.containsExactly(tuple("c", 1), tuple("a", 2), tuple("d", 2), tuple("b", 4), tuple("e", null),
					tuple("f", null));
	}

	private static IndicatorValue value(String city, String rate, Outcome outcome) {
		return new IndicatorValue(Grouping.CITY, city, GROWTH.code(), new BigDecimal(rate), null, null, 1, outcome);
	}

}
