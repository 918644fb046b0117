package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.srdi.monitor.core.Violation;

import static org.assertj.core.api.Assertions.assertThat;

class ReportRulesProperties {

	private static final Set<String> IDENTITIES = Set.of("V10", "V14", "V20", "V22", "V23", "V24", "V30", "V31", "V32",
			"V33");

	@Property(tries = 200)
	void findsNoFaultWithFiguresThatAddUp(@ForAll("amounts") BigDecimal a, @ForAll("amounts") BigDecimal b,
			@ForAll("amounts") BigDecimal c, @ForAll("signed") BigDecimal d, @ForAll("signed") BigDecimal e) {
		ReportSketch report = ReportSketch.report();
		addIncome(report, a, b, c, d, e);
		addAssets(report, a, b, c);
		assertThat(ReportSketch.RULES.check(report.build(), Checking.FACTS).stream().map(Violation::rule))
			.doesNotContainAnyElementsOf(IDENTITIES);
	}

	@Property(tries = 200)
	void findsAnyGapBeyondTheTolerance(@ForAll("amounts") BigDecimal liabilities, @ForAll("signed") BigDecimal equity,
			@ForAll("gaps") BigDecimal gap) {
		ReportSketch report = ReportSketch.report();
		put(report, "total_liabilities.eop", liabilities);
		put(report, "owners_equity.eop", equity);
		put(report, "total_assets.eop", liabilities.add(equity).add(gap));
		boolean beyond = gap.abs().compareTo(new BigDecimal("0.15")) > 0;
		assertThat(Checking.violations("V30", report)).hasSize(beyond ? 1 : 0);
	}

	private static void addIncome(ReportSketch report, BigDecimal cost, BigDecimal expenses, BigDecimal main,
			BigDecimal financial, BigDecimal gains) {
		BigDecimal revenue = main.add(cost);
		BigDecimal operating = revenue.subtract(cost)
			.subtract(expenses.multiply(BigDecimal.valueOf(3)))
			.subtract(financial.multiply(BigDecimal.valueOf(2)))
			.add(gains.multiply(BigDecimal.valueOf(3)));
		put(report, "operating_revenue.ytd", revenue);
		put(report, "operating_revenue.m", main);
		put(report, "main_business_revenue.ytd", main);
		put(report, "new_product_sales_revenue.ytd", cost);
		put(report, "operating_cost.ytd", cost);
		for (String key : Set.of("selling_expenses.ytd", "administrative_expenses.ytd", "rd_expenses.ytd")) {
			put(report, key, expenses);
		}
		put(report, "taxes_and_surcharges.ytd", financial);
		put(report, "financial_expenses.ytd", financial);
		for (String key : Set.of("other_income.ytd", "investment_income.ytd", "other_operating_gains.ytd")) {
			put(report, key, gains);
		}
		put(report, "operating_profit.ytd", operating);
		put(report, "non_operating_income.ytd", expenses);
		put(report, "non_operating_expenses.ytd", cost);
		put(report, "total_profit.ytd", operating.add(expenses).subtract(cost));
		put(report, "income_tax_expense.ytd", gains);
		put(report, "net_profit.ytd", operating.add(expenses).subtract(cost).subtract(gains));
	}

	private static void addAssets(ReportSketch report, BigDecimal receivable, BigDecimal stock, BigDecimal other) {
		BigDecimal current = receivable.add(stock);
		put(report, "accounts_receivable.eop", receivable);
		put(report, "overdue_receivables.eop", receivable);
		put(report, "inventories.eop", stock);
		put(report, "finished_goods.eop", stock);
		put(report, "current_assets.eop", current);
		put(report, "total_assets.eop", current.add(other));
		put(report, "accounts_payable.eop", stock);
		put(report, "current_liabilities.eop", stock);
		put(report, "total_liabilities.eop", current);
		put(report, "owners_equity.eop", other);
	}

	private static void put(ReportSketch report, String key, BigDecimal amount) {
		report.figure(key, amount.toPlainString());
	}

	@Provide
	Arbitrary<BigDecimal> amounts() {
		return Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(1_000_000)).ofScale(2);
	}

	@Provide
	Arbitrary<BigDecimal> signed() {
		return Arbitraries.bigDecimals().between(BigDecimal.valueOf(-100_000), BigDecimal.valueOf(100_000)).ofScale(2);
	}

	@Provide
	Arbitrary<BigDecimal> gaps() {
		return Arbitraries.bigDecimals().between(new BigDecimal("-0.5"), new BigDecimal("0.5")).ofScale(2);
	}

}
