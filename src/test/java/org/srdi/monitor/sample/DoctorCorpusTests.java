package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Proposal;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.validation.Doctor;

import static org.assertj.core.api.Assertions.assertThat;

/** The doctor among the 172 firms of the sample, over two years. */
class DoctorCorpusTests {

	private static final int FIRMS = 172;

	private static final int SLIPS_OF_A_KIND = 130;

	private static final Doctor DOCTOR = Doctor.of(DefinitionLoader.loadBundled("enterprise-monthly"));

	private static final List<Books> BOOKS = IntStream.rangeClosed(1, FIRMS)
		.mapToObj((number) -> SampleWorld.books(SampleWorld.population().firm(number)))
		.toList();

	@Test
	void findsNothingInReportsThatAreRight() {
		int reports = 0;
		int alarms = 0;
		for (Books books : BOOKS) {
			for (ReportingPeriod period = SampleWorld.FROM; !period.isAfter(SampleWorld.TO); period = period.next()) {
				SlippedReport report = SlippedReport.of(books, period, period.months() % 2 == 0);
				SlippedReport forgotten = report.without(period.months() % 3 != 0, period.months() % 3 != 1);
				alarms += examine(report).isEmpty() ? 0 : 1;
				alarms += examine(forgotten).isEmpty() ? 0 : 1;
				reports += 2;
			}
		}
		assertThat(reports).isEqualTo(FIRMS * 24 * 2);
		// a tenth of what is bearable
		assertThat(alarms).isLessThanOrEqualTo(reports / 1000);
	}

	@Test
	void restoresTheFiguresAfterASlip() {
		Map<SlipMaker, Integer> restored = new EnumMap<>(SlipMaker.class);
		for (SlipMaker maker : SlipMaker.values()) {
			restored.put(maker, restored(maker));
		}
		int all = restored.values().stream().mapToInt(Integer::intValue).sum();
		assertThat(SlipMaker.values().length * SLIPS_OF_A_KIND).isGreaterThanOrEqualTo(2000);
		assertThat(all).as(restored.toString())
			.isGreaterThanOrEqualTo(SlipMaker.values().length * SLIPS_OF_A_KIND * 97 / 100);
		assertThat(restored).allSatisfy((maker, count) -> assertThat(count).as(maker.name())
			.isGreaterThanOrEqualTo(SLIPS_OF_A_KIND * 90 / 100));
	}

	/** Every mistake of the sample breaks its rule and is no slip, but one. */
	@Test
	void takesOnlyMixedUpColumnsOfTheSampleForASlip() {
		Map<Fault, List<String>> found = new TreeMap<>();
		Cast cast = new Cast(SampleWorld.population(), FIRMS, SampleWorld.SEED);
		IntStream.rangeClosed(1, FIRMS).filter((number) -> cast.fault(number) != null).forEach((number) -> {
			SampleFirm firm = SampleWorld.population().firm(number);
			Books books = BOOKS.get(number - 1);
			Pen pen = new Pen(new Reports(SampleWorld.FORM, SampleWorld.SEED).draft(firm, books, SampleWorld.TO,
					LocalDate.EPOCH));
			cast.fault(number).make(pen);
			SlippedReport report = SlippedReport.of(books, SampleWorld.TO, false).typing(pen.draft().amounts());
			found.put(cast.fault(number), examine(report).stream().map(Proposal::problem).toList());
		});
		assertThat(found).hasSize(Fault.values().length);
		assertThat(found.remove(Fault.CUMULATIVE_BELOW_MONTH)).containsExactly("V59@new_orders.m_ly");
		assertThat(found.values()).allMatch(List::isEmpty);
	}

	private static int restored(SlipMaker maker) {
		Random random = new Random(20261029);
		int made = 0;
		int restored = 0;
		while (made < SLIPS_OF_A_KIND) {
			Books books = BOOKS.get(random.nextInt(FIRMS));
			ReportingPeriod period = SampleWorld.FROM.plus(random.nextInt(24));
			SlippedReport report = SlippedReport.of(books, period, random.nextInt(3) == 0);
			Map<FigureKey, BigDecimal> typed = maker.make(report, random);
			if (typed != null && !isSame(typed, report.right())) {
				restored += isRestored(maker, report.typing(typed)) ? 1 : 0;
				made++;
			}
		}
		return restored;
	}

	private static boolean isRestored(SlipMaker maker, SlippedReport report) {
		List<Proposal> proposals = examine(report);
		if (maker == SlipMaker.LAST_MONTH) {
			return proposals.size() == 1 && proposals.get(0).rule().equals("V53") && !proposals.get(0).isRepairable();
		}
		Report repaired = report.report();
		for (Proposal proposal : proposals) {
			repaired = proposal.applyTo(repaired);
		}
		Map<FigureKey, BigDecimal> figures = new LinkedHashMap<>();
		repaired.figures().forEach((key, figure) -> figures.put(key, figure.amount()));
		return !proposals.isEmpty()
				&& (maker.losesFigures() ? isAllThatCanBeRead(figures, report) : isSame(figures, report.right()));
	}

	private static List<Proposal> examine(SlippedReport report) {
		return DOCTOR.examine(report.report(), report.facts()).proposals();
	}

	private static boolean isSame(Map<FigureKey, BigDecimal> some, Map<FigureKey, BigDecimal> others) {
		return some.size() == others.size() && isPartOf(some, others);
	}

	/**
	 * What was pushed off the form is lost; all that was typed must stand in its place.
	 */
	private static boolean isAllThatCanBeRead(Map<FigureKey, BigDecimal> figures, SlippedReport report) {
		return figures.size() >= report.typed().size() && isPartOf(figures, report.right());
	}

	private static boolean isPartOf(Map<FigureKey, BigDecimal> some, Map<FigureKey, BigDecimal> others) {
		return some.entrySet()
			.stream()
			.allMatch((one) -> others.containsKey(one.getKey())
					&& one.getValue().compareTo(others.get(one.getKey())) == 0);
	}

}
