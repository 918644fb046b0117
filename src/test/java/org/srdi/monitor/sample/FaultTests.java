package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.submission.ReportDraft;

import static org.assertj.core.api.Assertions.assertThat;

class FaultTests {

	private static final Set<Fault> OF_TEXTS = Set.of(Fault.CHECK_CHARACTER, Fault.FUTURE_PERIOD, Fault.TEXT_IN_NUMBER,
			Fault.BLANK_MANDATORY);

	@ParameterizedTest
	@ValueSource(longs = { SampleWorld.SEED, 1, 2, 3, 4 })
	void breaksItsRuleAndNoOther(long seed) {
		Population population = new Population(seed, SampleWorld.REGIONS);
		Cast cast = new Cast(population, 172, seed);
		IntStream.rangeClosed(1, 172)
			.filter((number) -> cast.fault(number) != null)
			.forEach((number) -> judge(population.firm(number), cast.fault(number), seed));
	}

	private static void judge(SampleFirm firm, Fault fault, long seed) {
		Books books = Business.run(firm, SampleWorld.SEASONS, seed);
		Pen pen = new Pen(new Reports(SampleWorld.FORM, seed).draft(firm, books, SampleWorld.TO, LocalDate.EPOCH));
		fault.make(pen);
		Function<ReportingPeriod, Map<FigureKey, BigDecimal>> past = (month) -> books.figures(SampleWorld.KEYS, month);
		Set<String> broken = Judge.broken(SampleWorld.TO, pen.draft().amounts(), past);
		if (fault == Fault.CUMULATIVE_BELOW_MONTH) {
			broken.remove("V15"); // last year's figures are not what they were, either
		}
		assertThat(broken).as(fault + " of " + firm)
			.isEqualTo(OF_TEXTS.contains(fault) ? Set.of() : Set.of(fault.rule()));
	}

	@Test
	void mistypesTheLastCharacterOfTheCode() {
		String code = spoiled(Fault.CHECK_CHARACTER).entries().get(FieldCode.of("credit_code"));
		String right = SampleWorld.population().firm(5).creditCode().value();
		assertThat(code).hasSize(18).startsWith(right.substring(0, 17)).isNotEqualTo(right);
		assertThat(CreditCode.tryParse(code)).isEmpty();
	}

	@Test
	void typesWordsWhereANumberIsDue() {
		assertThat(spoiled(Fault.TEXT_IN_NUMBER).texts()).hasEntrySatisfying(
				FigureKey.parse("electricity_consumption.m"), (text) -> assertThat(text).startsWith("约"));
	}

	@Test
	void leavesAMandatoryFigureBlank() {
		assertThat(spoiled(Fault.BLANK_MANDATORY).amounts()).doesNotContainKey(FigureKey.parse("orders_on_hand.eop"))
			.containsKey(FigureKey.parse("orders_on_hand.eop_ly"));
	}

	@Test
	void explainsGrowthInTheRemarkOrNotAtAll() {
		FieldCode remark = FieldCode.of("remark");
		assertThat(spoiled(Fault.GROWTH_EXPLAINED).entries().get(remark)).contains("新建产线");
		assertThat(spoiled(Fault.GROWTH_UNEXPLAINED).entries()).doesNotContainKey(remark);
	}

	@Test
	void namesFilesByRuleAndMistake() {
		assertThat(Fault.CUMULATIVE_GAP.label()).isEqualTo("V12-cumulative-gap");
		assertThat(Fault.RECEIVABLES_AND_INVENTORIES_ABOVE_CURRENT_ASSETS.label())
			.isEqualTo("V33-receivables-and-inventories-above-current-assets");
	}

	private static ReportDraft spoiled(Fault fault) {
		SampleFirm firm = SampleWorld.population().firm(5);
		Reports reports = new Reports(SampleWorld.FORM, SampleWorld.SEED);
		Pen pen = new Pen(reports.draft(firm, SampleWorld.books(firm), SampleWorld.TO, LocalDate.EPOCH));
		fault.make(pen);
		return pen.draft();
	}

}
