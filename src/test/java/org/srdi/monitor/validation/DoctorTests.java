package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Proposal;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Severity;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.core.Violation;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorTests {

	private static final Doctor DOCTOR = Doctor.of(ReportSketch.DEFINITIONS);

	@Test
	void findsNothingInASteadyFirm() {
		Steady firm = Steady.firm();
		assertThat(examine(firm)).isEmpty();
		assertThat(DOCTOR.examine(firm.report(), firm.withoutHistory()).proposals()).isEmpty();
		assertThat(DOCTOR.examine(firm.report(), firm.withoutYearAgo()).proposals()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "operating_revenue.ytd,11000000,1100.00", "operating_revenue.ytd,11000,1100.00",
			"operating_revenue.ytd,0.11,1100.00", "total_profit.m,145,14.50", "taxes_paid.ytd,660000,66.00",
			"accounts_receivable.eop,30,300.00", "electricity_consumption.ytd,11.82,118.20",
			"owners_equity.eop_ly,10500000,1050.00", "employees_end.eop,800,80" })
	void findsAFigureThatIsOutByAPowerOfTen(String key, String typed, String meant) {
		assertThat(examine(Steady.firm().with(key, typed))).singleElement()
			.returns("unit", Proposal::slip)
			.returns("V59@" + key, Proposal::problem)
			.returns(Map.of(FigureKey.parse(key), new BigDecimal(meant)), Proposal::repair);
	}

	@Test
	void whoseAmountsAreReallyThatLargeSaysSo() {
		Steady firm = inUnit(4);
		assertThat(slips(firm.report(), firm.facts())).singleElement().returns(Severity.ERROR, Violation::severity);
		Answer no = new Answer("V52@", new Entry(CellAddress.parse("问题清单!J5"), "本月并入三家子公司，金额属实"), false);
		assertThat(slips(firm.report(no), firm.facts())).singleElement()
			.returns("V52", Violation::rule)
			.returns(Severity.WARNING, Violation::severity)
			.returns(true, Violation::explained);
		Answer hollow = new Answer("V52@", new Entry(CellAddress.parse("问题清单!J5"), "核实无误"), false);
		assertThat(slips(firm.report(hollow), firm.facts())).singleElement()
			.returns(Severity.ERROR, Violation::severity);
	}

	@Test
	void guessesNothingFromHistoryAloneWhereTheReportIsInDisorder() {
		Steady grown = Steady.firm().with("employees_end.eop", "800");
		assertThat(examine(grown)).hasSize(1);
		assertThat(examine(grown.with("owners_equity.eop", "777.77"))).isEmpty();
	}

	@Test
	void saysWhereWhyAndHow() {
		String cell = ReportSketch.cell("operating_revenue.ytd");
		assertThat(examine(Steady.firm().with("operating_revenue.ytd", "11000000"))).singleElement()
			.returns(cell + " 营业收入（本年累计）似为应有数的 10,000 倍：更正后 2 条勾稽关系或已通过数据相符，1 项与历史数据衔接。"
					+ "建议更正：营业收入（本年累计） 11,000,000.00 → 1,100.00。确认更正即可生效，或更正后重报", Proposal::message)
			.returns(cell
					+ " Operating revenue (Year to date) seems to be 10,000 times what it should be: after the repair 2 identities"
					+ " or accepted figures agree and 1 figures are in line with earlier reports; proposed: Operating revenue"
					+ " (Year to date) 11,000,000.00 → 1,100.00; confirm it, or correct the report and send it again",
					Proposal::messageEn);
	}

	@Test
	void findsARowInAnotherUnit() {
		Steady firm = Steady.firm();
		for (String span : List.of("m", "ytd", "m_ly", "ytd_ly")) {
			firm.with("new_orders." + span, firm.amount("new_orders." + span) + "0000");
		}
		assertThat(examine(firm)).singleElement().satisfies((proposal) -> {
			assertThat(proposal.slip()).isEqualTo("unit");
			assertThat(texts(proposal)).containsExactly("new_orders.m=130.00", "new_orders.ytd=1180.00",
					"new_orders.m_ly=115.00", "new_orders.ytd_ly=980.00");
		});
	}

	@ParameterizedTest
	@CsvSource({ "0.825,82.5", "0.8,80.0", "8250,82.5" })
	void findsAPercentageThatIsAFraction(String typed, String meant) {
		assertThat(examine(Steady.firm().with("capacity_utilization_rate.m", typed))).singleElement()
			.returns("percent", Proposal::slip)
			.returns(Map.of(FigureKey.parse("capacity_utilization_rate.m"), new BigDecimal(meant)), Proposal::repair);
	}

	@ParameterizedTest
	@ValueSource(strings = { "total_profit.m", "total_profit.ytd", "operating_profit.ytd", "net_profit.ytd",
			"other_operating_gains.ytd", "owners_equity.eop", "net_profit.ytd_ly" })
	void findsAWrongSign(String key) {
		Steady firm = Steady.firm();
		BigDecimal meant = new BigDecimal(firm.amount(key));
		assertThat(examine(firm.with(key, meant.negate().toPlainString()))).singleElement()
			.returns("sign", Proposal::slip)
			.returns(Map.of(FigureKey.parse(key), meant), Proposal::repair);
	}

	@Test
	void findsMonthAndYearOfOneFieldMixedUp() {
		Steady firm = Steady.firm().with("new_orders.m", "1180").with("new_orders.ytd", "130");
		assertThat(examine(firm)).singleElement().satisfies((proposal) -> {
			assertThat(proposal.slip()).isEqualTo("columns-swapped");
			assertThat(texts(proposal)).containsExactly("new_orders.m=130", "new_orders.ytd=1180");
		});
	}

	@Test
	void findsWholeColumnsMixedUpAndSaysItOnce() {
		Steady firm = Steady.firm();
		List<String> right = new ArrayList<>();
		for (String field : List.of("electricity_consumption", "operating_revenue", "total_profit", "new_orders")) {
			String month = firm.amount(field + ".m_ly");
			String year = firm.amount(field + ".ytd_ly");
			firm.with(field + ".m_ly", year).with(field + ".ytd_ly", month);
			right.add(field + ".m_ly=" + month);
			right.add(field + ".ytd_ly=" + year);
		}
		assertThat(examine(firm)).singleElement().satisfies((proposal) -> {
			assertThat(proposal.slip()).isEqualTo("columns-swapped");
			assertThat(texts(proposal)).containsExactlyElementsOf(right);
		});
	}

	@Test
	void findsTheWholeReportInAnotherUnit() {
		Steady firm = inUnit(4);
		assertThat(examine(firm)).singleElement()
			.returns("V52", Proposal::rule)
			.returns("V52@", Proposal::problem)
			.returns("unit-of-report", Proposal::slip)
			.satisfies((proposal) -> {
				assertThat(texts(proposal)).contains("operating_revenue.ytd=1100.00", "total_assets.eop_ly=1900.00",
						"other_operating_gains.ytd=-3.00");
				assertThat(proposal.repair().keySet()).noneMatch((key) -> key.field().value().startsWith("emplo")
						&& !key.field().value().equals("employee_compensation"));
				assertThat(proposal.message()).startsWith("金额似以元填报（应为万元）：");
			});
	}

	@Test
	void knowsTheUnitOfAFirmWithoutHistoryByItsSize() {
		Steady firm = inUnit(4);
		assertThat(DOCTOR.examine(firm.report(), firm.withoutHistory()).proposals()).singleElement()
			.returns("unit-of-report", Proposal::slip)
			.extracting(DoctorTests::texts)
			.asInstanceOf(InstanceOfAssertFactories.list(String.class))
			.contains("operating_revenue.ytd=1100.00", "operating_revenue.ytd_ly=900.00");
	}

	@Test
	void doesNotTrustAWrongUnitThatWasAcceptedLastMonth() {
		Steady firm = Steady.firm();
		Map<FigureKey, BigDecimal> wrong = new LinkedHashMap<>(firm.lastMonth());
		wrong.replaceAll((key, amount) -> amount.scaleByPowerOfTen(4));
		assertThat(DOCTOR.examine(firm.report(), Steady.facts(wrong, firm.facts().yearAgo())).proposals())
			.noneMatch((proposal) -> proposal.rule().equals("V52"));
		assertThat(DOCTOR.examine(firm.report(), Steady.facts(wrong, null)).proposals())
			.noneMatch((proposal) -> proposal.rule().equals("V52"));
	}

	@Test
	void findsABlockOneColumnTooFarRight() {
		Steady firm = Steady.firm();
		for (String field : List.of("total_assets", "current_assets", "accounts_receivable", "inventories",
				"finished_goods", "total_liabilities", "current_liabilities", "owners_equity", "employees_end",
				"rd_personnel")) {
			firm.with(field + ".eop_ly", firm.amount(field + ".eop")).with(field + ".eop", null);
		}
		assertThat(examine(firm)).singleElement().satisfies((proposal) -> {
			assertThat(proposal.slip()).isEqualTo("columns-shifted");
			assertThat(proposal.problem()).isEqualTo("V59@total_assets.eop");
			assertThat(texts(proposal)).startsWith("total_assets.eop=2000", "total_assets.eop_ly=1900")
				.contains("rd_personnel.eop=16", "rd_personnel.eop_ly=15");
			Report repaired = proposal.applyTo(firm.report());
			assertThat(repaired.amount(FigureKey.parse("owners_equity.eop"))).isEqualByComparingTo("1100");
			assertThat(repaired.cell(FigureKey.parse("owners_equity.eop")))
				.hasToString(ReportSketch.cell("owners_equity.eop"));
		});
	}

	@Test
	void findsARunOneRowTooLowAndBlanksWhatItOverwrote() {
		Steady firm = Steady.firm();
		// total liabilities were left out, the two rows below hold the row above each
		firm.with("total_liabilities.eop", null).with("total_liabilities.eop_ly", null);
		firm.with("current_liabilities.eop", "900").with("current_liabilities.eop_ly", "850");
		firm.with("accounts_payable.eop", "600").with("accounts_payable.eop_ly", "570");
		Facts facts = Steady.facts(with(firm.lastMonth(), "accounts_payable.eop", "200"),
				with(firm.facts().yearAgo(), "accounts_payable.eop", "190"));
		assertThat(DOCTOR.examine(firm.report(), facts).proposals()).singleElement().satisfies((proposal) -> {
			assertThat(proposal.slip()).isEqualTo("rows-shifted");
			assertThat(texts(proposal)).containsExactly("total_liabilities.eop=900", "total_liabilities.eop_ly=850",
					"current_liabilities.eop=600", "current_liabilities.eop_ly=570", "accounts_payable.eop=null",
					"accounts_payable.eop_ly=190");
			Report repaired = proposal.applyTo(firm.report());
			assertThat(repaired.figure(FigureKey.parse("accounts_payable.eop"))).isNull();
			assertThat(repaired.cell(FigureKey.parse("accounts_payable.eop")))
				.hasToString(ReportSketch.cell("accounts_payable.eop"));
		});
	}

	@Test
	void findsFiguresOneColumnTooFarInAConsolidatedRow() {
		Steady firm = Steady.firm()
			.with("total_assets.eop", null)
			.with("total_assets.eop_ly", "2000")
			.with("current_assets.eop", "1900")
			.with("current_assets.eop_ly", "1200")
			.with("accounts_receivable.eop", "1100")
			.with("accounts_receivable.eop_ly", "300");
		assertThat(DOCTOR.examine(inOneRow(firm.report()), firm.facts()).proposals()).singleElement()
			.satisfies((proposal) -> {
				assertThat(proposal.slip()).isEqualTo("columns-shifted");
				assertThat(proposal.problem()).isEqualTo("V59@total_assets.eop");
				assertThat(texts(proposal)).containsExactly("total_assets.eop=2000", "total_assets.eop_ly=1900",
						"current_assets.eop=1200", "current_assets.eop_ly=1100", "accounts_receivable.eop=300",
						"accounts_receivable.eop_ly=280");
			});
	}

	private static Report inOneRow(Report report) {
		Map<FigureKey, Figure> figures = new LinkedHashMap<>();
		Map<String, CellAddress> blanks = new LinkedHashMap<>();
		int column = 0;
		for (FigureKey key : ReportSketch.DEFINITIONS.form().figureKeys()) {
			CellAddress cell = new CellAddress("汇总", 7, column++);
			Figure figure = report.figure(key);
			if (figure != null) {
				figures.put(key, new Figure(cell, figure.text(), figure.amount()));
			}
			else {
				blanks.put(key.toString(), cell);
			}
		}
		return new Report(report.entries(), figures, List.of(), blanks);
	}

	@Test
	void findsLastMonthCopiedAndProposesNothing() {
		Steady firm = Steady.firm();
		firm.with(Map.copyOf(firm.lastMonth()));
		assertThat(examine(firm)).singleElement()
			.returns("V53", Proposal::rule)
			.returns("V53@", Proposal::problem)
			.returns(false, Proposal::isRepairable);
		assertThat(ReportSketch.RULES.check(firm.report(), firm.facts())
			.stream()
			.filter((one) -> one.rule().equals("V53"))).singleElement()
			.returns(Severity.WARNING, Violation::severity)
			.returns(true, Violation::isOpenWarning);
	}

	@Test
	void restoresLastYearFromWhatIsOnFile() {
		Steady firm = lastYearFilled();
		assertThat(examine(firm)).singleElement()
			.returns("V15@", Proposal::problem)
			.returns("last-year-filled", Proposal::slip)
			.satisfies((proposal) -> assertThat(texts(proposal)).hasSize(36)
				.contains("operating_revenue.m_ly=100", "net_profit.ytd_ly=90", "employees_average.avg_ly=75"));
		assertThat(DOCTOR.examine(firm.report(), firm.withoutYearAgo()).proposals()).singleElement()
			.returns(false, Proposal::isRepairable);
	}

	@Test
	void leavesACorrectedLastYearAlone() {
		Steady firm = Steady.firm().with("operating_revenue.ytd_ly", "905").with("total_assets.eop_ly", "1888");
		assertThat(examine(firm)).isEmpty();
	}

	@Test
	void bearsRealGrowth() {
		Steady firm = Steady.firm();
		Map<FigureKey, BigDecimal> third = new LinkedHashMap<>(firm.facts().yearAgo());
		third.replaceAll((key, amount) -> amount.divide(BigDecimal.valueOf(3), 2, RoundingMode.HALF_UP));
		third.forEach((key, amount) -> firm.with(key.over(key.span().lastYear()).toString(), amount.toPlainString()));
		assertThat(DOCTOR.examine(firm.report(), Steady.facts(firm.lastMonth(), third)).proposals()).isEmpty();
		Steady tripled = Steady.firm().with("orders_on_hand.eop", "900").with("orders_on_hand.eop_ly", "280");
		assertThat(
				DOCTOR
					.examine(tripled.report(),
							Steady.facts(with(tripled.lastMonth(), "orders_on_hand.eop", "300"),
									tripled.facts().yearAgo()))
					.proposals())
			.isEmpty();
	}

	@Test
	void bearsAFirmThatStandsStill() {
		Steady firm = Steady.firm();
		firm.lastMonth().forEach((key, amount) -> {
			boolean month = key.span().key().equals("m");
			firm.with(key.toString(), month ? "0" : amount.toPlainString());
		});
		assertThat(examine(firm)).isEmpty();
	}

	@Test
	void bearsAFirmThatStartsUp() {
		Steady firm = Steady.firm();
		firm.figures().keySet().removeIf((key) -> key.span().isLastYear());
		Map<FigureKey, BigDecimal> little = new LinkedHashMap<>();
		List.of("operating_revenue", "total_profit", "new_orders", "electricity_consumption").forEach((field) -> {
			little.put(FigureKey.parse(field + ".m"), BigDecimal.ZERO);
			BigDecimal month = new BigDecimal(firm.amount(field + ".m"));
			little.put(FigureKey.parse(field + ".ytd"), new BigDecimal(firm.amount(field + ".ytd")).subtract(month));
		});
		little.put(FigureKey.parse("total_assets.eop"), new BigDecimal("150"));
		little.put(FigureKey.parse("employees_end.eop"), new BigDecimal("6"));
		assertThat(DOCTOR.examine(firm.report(), Steady.facts(little, null)).proposals()).isEmpty();
		assertThat(DOCTOR.examine(firm.report(), firm.withoutHistory()).proposals()).isEmpty();
	}

	@Test
	void bearsJanuary() {
		Steady firm = Steady.firm();
		for (String field : List.of("electricity_consumption", "operating_revenue", "total_profit", "new_orders")) {
			firm.with(field + ".ytd", firm.amount(field + ".m")).with(field + ".ytd_ly", firm.amount(field + ".m_ly"));
		}
		firm.figures()
			.keySet()
			.removeIf((key) -> key.span() == Span.YTD && !firm.figures().containsKey(key.over(Span.M)));
		firm.figures()
			.keySet()
			.removeIf((key) -> key.span() == Span.YTD_LY && !firm.figures().containsKey(key.over(Span.M_LY)));
		assertThat(DOCTOR.examine(firm.report("2026-01"), Steady.facts(firm.lastMonth(), null)).proposals()).isEmpty();
	}

	@Test
	void bearsSmallCountsThatJump() {
		Steady firm = Steady.firm().with("invention_grants.ytd", "10").with("invention_grants.ytd_ly", "1");
		Facts facts = Steady.facts(with(firm.lastMonth(), "invention_grants.ytd", "1"),
				with(firm.facts().yearAgo(), "invention_grants.ytd", "1"));
		assertThat(DOCTOR.examine(firm.report(), facts).proposals()).isEmpty();
	}

	@Test
	void holdsAgainstTheReportUntilTheRepairIsConfirmed() {
		Steady firm = inUnit(4);
		List<Violation> open = slips(firm.report(), firm.facts());
		assertThat(open).singleElement()
			.returns("V52", Violation::rule)
			.returns(true, Violation::isError)
			.returns("V52@", (violation) -> firm.report().problem(violation.rule(), violation.cell()));
		assertThat(DOCTOR.treat(firm.report(), firm.facts()).applied()).isEmpty();

		Doctor.Treated treated = DOCTOR.treat(firm.report(new Answer("V52@", null, true)), firm.facts());
		assertThat(treated.applied()).extracting(Proposal::problem).containsExactly("V52@");
		assertThat(treated.report().amount(FigureKey.parse("operating_revenue.ytd"))).isEqualByComparingTo("1100");
		assertThat(treated.report().figure(FigureKey.parse("operating_revenue.ytd")).text()).isEqualTo("11000000");
		assertThat(slips(treated.report(), firm.facts())).isEmpty();
		assertThat(ReportSketch.RULES.check(treated.report(), firm.facts()).stream().map(Violation::rule))
			.doesNotContain("V12", "V22", "V30", "V52", "V59");
	}

	@Test
	void everyProposalHasAViolationOfTheSameKey() {
		Steady firm = Steady.firm()
			.with("total_profit.ytd", "-142")
			.with("capacity_utilization_rate.m", "0.8")
			.with("new_orders.m", "1180")
			.with("new_orders.ytd", "130");
		Report report = firm.report();
		assertThat(examine(firm)).hasSize(3)
			.extracting(Proposal::problem)
			.containsExactlyElementsOf(slips(report, firm.facts()).stream()
				.map((violation) -> report.problem(violation.rule(), violation.cell()))
				.toList());
	}

	@Test
	void appliesOnlyWhatIsConfirmedAndFoundAgain() {
		Steady firm = Steady.firm().with("total_profit.ytd", "-142").with("capacity_utilization_rate.m", "0.8");
		Doctor.Treated treated = DOCTOR.treat(firm.report(new Answer("V59@capacity_utilization_rate.m", null, true),
				new Answer("V59@net_profit.ytd", null, true)), firm.facts());
		assertThat(treated.applied()).extracting(Proposal::problem).containsExactly("V59@capacity_utilization_rate.m");
		assertThat(treated.report().amount(FigureKey.parse("capacity_utilization_rate.m"))).isEqualByComparingTo("80");
		assertThat(treated.report().amount(FigureKey.parse("total_profit.ytd"))).isEqualByComparingTo("-142");
		assertThat(slips(treated.report(), firm.facts())).singleElement()
			.returns(ReportSketch.cell("total_profit.ytd"), (violation) -> violation.cell().toString());
	}

	@Test
	void canBeExplainedWhereNoIdentityIsBroken() {
		Steady firm = Steady.firm().with("taxes_paid.ytd", "660");
		assertThat(slips(firm.report(), firm.facts())).singleElement()
			.returns(Severity.WARNING, Violation::severity)
			.returns(true, Violation::isOpenWarning);
		Answer answer = new Answer("V59@taxes_paid.ytd", new Entry(CellAddress.parse("问题清单!G3"), "补缴以前年度税款"), false);
		assertThat(slips(firm.report(answer), firm.facts())).singleElement().returns(true, Violation::explained);
		Steady broken = Steady.firm().with("operating_cost.ytd", "8000");
		assertThat(slips(broken.report(), broken.facts())).singleElement().returns(Severity.ERROR, Violation::severity);
	}

	private static List<Proposal> examine(Steady firm) {
		return DOCTOR.examine(firm.report(), firm.facts()).proposals();
	}

	private static List<Violation> slips(Report report, Facts facts) {
		return DOCTOR.examine(report, facts).violations().all();
	}

	private static List<String> texts(Proposal proposal) {
		List<String> texts = new ArrayList<>();
		proposal.repair()
			.forEach((key, amount) -> texts.add(key + "=" + ((amount != null) ? amount.toPlainString() : null)));
		return texts;
	}

	private static Steady inUnit(int power) {
		Steady firm = Steady.firm();
		firm.figures().replaceAll((key, amount) -> {
			String unit = ReportSketch.DEFINITIONS.form().field(key.field()).orElseThrow().unit();
			return "万元".equals(unit) ? new BigDecimal(amount.scaleByPowerOfTen(power).toPlainString()) : amount;
		});
		return firm;
	}

	private static Steady lastYearFilled() {
		Steady firm = Steady.firm();
		Map<FigureKey, BigDecimal> filled = new LinkedHashMap<>();
		firm.figures().forEach((key, amount) -> {
			if (!key.span().isLastYear()) {
				filled.put(key.over(key.span().lastYear()), amount);
			}
		});
		return firm.with(filled);
	}

	private static Map<FigureKey, BigDecimal> with(Map<FigureKey, BigDecimal> figures, String key, String amount) {
		Map<FigureKey, BigDecimal> more = new LinkedHashMap<>(figures);
		more.put(FigureKey.parse(key), new BigDecimal(amount));
		return more;
	}

}
