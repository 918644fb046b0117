package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.IndicatorDefinition.Count;
import org.srdi.monitor.definition.IndicatorDefinition.Kind;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.indicator.Indicators;

/** Gathers the headline of a month. */
final class Headlines {

	private static final List<FigureKey> REVENUE = List.of(FigureKey.of("operating_revenue", Span.YTD));

	private final Indicators indicators;

	private final Definitions definitions;

	private final Reporting reporting;

	private final FlagTable flags;

	Headlines(Indicators indicators, Definitions definitions, Reporting reporting, FlagTable flags) {
		this.indicators = indicators;
		this.definitions = definitions;
		this.reporting = reporting;
		this.flags = flags;
	}

	Headline of(ReportingPeriod period) {
		Values values = Values.of(this.indicators, period, Set.of(Grouping.PROVINCE));
		Reporting.Counts reports = this.reporting.counts(period);
		FlagTable.Counts flagged = this.flags.counts(period);
		IndicatorValue growth = find(values,
				(indicator) -> indicator.kind() == Kind.GROWTH && indicator.numerator().equals(REVENUE));
		IndicatorValue revenue = find(values,
				(indicator) -> indicator.kind() == Kind.SUM && indicator.numerator().equals(REVENUE));
		Wording words = new Wording(Locale.CHINESE, this.definitions.job().coverageMark());
		return new Headline(period, reports.due(), reports.exempt(), reports.accepted(), reports.silent(),
				reports.returned(), reports.held(), value(find(values, coverage(Count.ACCEPTED))),
				value(find(values, coverage(Count.REVENUE))), value(revenue), value(growth), words.growth(growth),
				flagged.behind(), flagged.red(), flagged.fresh(), flagged.recovered());
	}

	private static Predicate<IndicatorDefinition> coverage(Count count) {
		return (indicator) -> indicator.kind() == Kind.COVERAGE && indicator.count() == count;
	}

	private @Nullable IndicatorValue find(Values values, Predicate<IndicatorDefinition> condition) {
		return this.definitions.indicators()
			.stream()
			.filter(condition)
			.findFirst()
			.map((indicator) -> values.of(Grouping.PROVINCE, this.definitions.job().province(), indicator))
			.orElse(null);
	}

	private static @Nullable BigDecimal value(@Nullable IndicatorValue value) {
		return (value != null) ? value.value() : null;
	}

}
