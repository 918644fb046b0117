package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;

import static org.assertj.core.api.Assertions.assertThat;

class BusinessTests {

	private final Population population = SampleWorld.population();

	@Test
	void keepsEveryRuleInEveryMonth() {
		Map<String, String> broken = new TreeMap<>();
		IntStream.rangeClosed(1, 400).forEach((number) -> {
			SampleFirm firm = this.population.firm(number);
			Map<ReportingPeriod, Map<FigureKey, BigDecimal>> reports = reports(firm);
			reports.forEach(
					(period, report) -> Judge.broken(period, report, (month) -> reports.getOrDefault(month, Map.of()))
						.forEach((rule) -> broken.put(rule + " " + number + " " + period, firm.toString())));
		});
		assertThat(broken).isEmpty();
	}

	@Test
	void fillsInEveryFigureThatAppliesToTheTrade() {
		Set<String> ofIndustry = Set.of("gross_industrial_output", "industrial_sales_output", "export_delivery_value",
				"new_product_output");
		SampleFirm maker = firm(true);
		SampleFirm service = firm(false);
		assertThat(SampleWorld.books(maker).figures(SampleWorld.KEYS, SampleWorld.FROM).keySet())
			.containsExactlyElementsOf(SampleWorld.KEYS);
		assertThat(SampleWorld.books(service).figures(SampleWorld.KEYS, SampleWorld.FROM).keySet())
			.containsExactlyElementsOf(
					SampleWorld.KEYS.stream().filter((key) -> !ofIndustry.contains(key.field().value())).toList());
	}

	@Test
	void addsUpAYearToTheCent() {
		Books books = SampleWorld.books(this.population.firm(7));
		BigDecimal sum = BigDecimal.ZERO;
		for (int month = 1; month <= 12; month++) {
			sum = sum.add(books.figure("operating_revenue", Span.M, ReportingPeriod.of(2025, month)));
			assertThat(books.figure("operating_revenue", Span.YTD, ReportingPeriod.of(2025, month))).isEqualTo(sum);
		}
		assertThat(books.figure("operating_revenue", Span.YTD_LY, ReportingPeriod.of(2026, 12).plus(-2)))
			.isEqualTo(books.figure("operating_revenue", Span.YTD, ReportingPeriod.of(2025, 10)));
	}

	@Test
	void doesNotDependOnTheMonthsThatFollow() {
		SampleFirm firm = this.population.firm(11);
		Books shorter = Business.run(firm, new Seasons(ReportingPeriod.of(2022, 1), 40), SampleWorld.SEED);
		ReportingPeriod period = ReportingPeriod.of(2025, 4);
		assertThat(shorter.figures(SampleWorld.KEYS, period))
			.isEqualTo(SampleWorld.books(firm).figures(SampleWorld.KEYS, period));
	}

	@Test
	void makesAProvinceThatLooksLikeOne() {
		double revenue = 0;
		double before = 0;
		int losing = 0;
		for (int number = 1; number <= 800; number++) {
			Books books = SampleWorld.books(this.population.firm(number));
			revenue += value(books, "operating_revenue", Span.YTD);
			before += value(books, "operating_revenue", Span.YTD_LY);
			losing += (value(books, "total_profit", Span.YTD) < 0) ? 1 : 0;
			assertThat(value(books, "operating_revenue", Span.YTD)).isBetween(1300.0, 260000.0);
		}
		assertThat(revenue / before).isBetween(1.03, 1.11);
		assertThat(losing).isBetween(40, 90);
	}

	private static double value(Books books, String line, Span span) {
		return books.figure(line, span, SampleWorld.TO).doubleValue();
	}

	private SampleFirm firm(boolean industrial) {
		return IntStream.rangeClosed(1, 172)
			.mapToObj(this.population::firm)
			.filter((firm) -> firm.trade().isIndustrial() == industrial)
			.findFirst()
			.orElseThrow();
	}

	private static Map<ReportingPeriod, Map<FigureKey, BigDecimal>> reports(SampleFirm firm) {
		Books books = SampleWorld.books(firm);
		Map<ReportingPeriod, Map<FigureKey, BigDecimal>> reports = new HashMap<>();
		ReportingPeriod last = SampleWorld.TO.next();
		for (ReportingPeriod month = SampleWorld.FROM; !month.isAfter(last); month = month.next()) {
			reports.put(month, books.figures(SampleWorld.KEYS, month));
		}
		return reports;
	}

}
