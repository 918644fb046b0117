package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;

/**
 * Judges a report by all rules of DOMAIN §7.1 that concern figures, written down anew and
 * rule by rule, with tolerance 0.05 per term.
 */
final class Judge {

	private static final BigDecimal TERM = new BigDecimal("0.05");

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final Set<String> SIGNED = Set.of("total_profit");

	private final Set<String> broken = new HashSet<>();

	private final ReportingPeriod period;

	private final Map<FigureKey, BigDecimal> report;

	private final Function<ReportingPeriod, Map<FigureKey, BigDecimal>> past;

	private Judge(ReportingPeriod period, Map<FigureKey, BigDecimal> report,
			Function<ReportingPeriod, Map<FigureKey, BigDecimal>> past) {
		this.period = period;
		this.report = report;
		this.past = past;
	}

	/**
	 * Returns the rules that a report breaks.
	 * @param past earlier reports; an empty map where there is none
	 */
	static Set<String> broken(ReportingPeriod period, Map<FigureKey, BigDecimal> report,
			Function<ReportingPeriod, Map<FigureKey, BigDecimal>> past) {
		Judge judge = new Judge(period, report, past);
		judge.parts();
		judge.cumulatives();
		judge.lastYear();
		judge.statements();
		judge.ratios();
		judge.growth();
		judge.steps();
		return judge.broken;
	}

	private void parts() {
		notAbove("V10", "export_delivery_value.m", "industrial_sales_output.m");
		notAbove("V10", "export_delivery_value.ytd", "industrial_sales_output.ytd");
		notAbove("V20", "main_business_revenue.ytd", "operating_revenue.ytd");
		notAbove("V20", "new_product_sales_revenue.ytd", "operating_revenue.ytd");
		notAbove("V20", "new_product_output.ytd", "gross_industrial_output.ytd");
		notAbove("V31", "current_assets.eop", "total_assets.eop");
		notAbove("V31", "current_liabilities.eop", "total_liabilities.eop");
		notAbove("V31", "accounts_payable.eop", "current_liabilities.eop");
		notAbove("V32", "finished_goods.eop", "inventories.eop");
		notAbove("V32", "overdue_receivables.eop", "accounts_receivable.eop");
		notAbove("V40", "rd_personnel.eop", "employees_end.eop");
		notAbove("V55", "technical_renovation.ytd", "fixed_asset_investment.ytd");
		notAbove("V55", "export_orders_on_hand.eop", "orders_on_hand.eop");
		if (has("accounts_receivable.eop", "inventories.eop", "current_assets.eop")) {
			BigDecimal both = n("accounts_receivable.eop").add(n("inventories.eop"));
			check("V33", both.compareTo(n("current_assets.eop").add(terms(3))) <= 0);
		}
	}

	private void cumulatives() {
		Map<FigureKey, BigDecimal> before = this.past.apply(this.period.previous());
		for (FigureKey key : this.report.keySet()) {
			if (key.span() != Span.M || !this.report.containsKey(key.over(Span.YTD))) {
				continue;
			}
			BigDecimal month = amount(key);
			BigDecimal ytd = amount(key.over(Span.YTD));
			boolean signed = SIGNED.contains(key.field().value());
			BigDecimal earlier = (this.period.months() == 1) ? BigDecimal.ZERO : before.get(key.over(Span.YTD));
			if (earlier != null) {
				boolean adds = ytd.subtract(earlier).subtract(month).abs().compareTo(terms(3)) <= 0;
				check(signed ? "V28" : "V12", adds);
			}
			if (this.period.months() == 1) {
				check("V13", month.compareTo(ytd) == 0);
			}
			if (!signed) {
				check("V14", ytd.add(terms(2)).compareTo(month) >= 0);
				if (this.report.containsKey(key.over(Span.M_LY)) && this.report.containsKey(key.over(Span.YTD_LY))) {
					check("V14",
							amount(key.over(Span.YTD_LY)).add(terms(2)).compareTo(amount(key.over(Span.M_LY))) >= 0);
				}
			}
		}
	}

	private void lastYear() {
		Map<FigureKey, BigDecimal> then = this.past.apply(this.period.yearBefore());
		this.report.forEach((key, amount) -> {
			if (!key.span().isLastYear()) {
				return;
			}
			for (Span span : Span.values()) {
				if (!span.isLastYear() && span.lastYear() == key.span() && then.containsKey(key.over(span))) {
					check("V15", amount.compareTo(amount(then, key.over(span))) == 0);
				}
			}
		});
	}

	private void statements() {
		if (has("operating_profit.ytd", "operating_cost.ytd", "operating_revenue.ytd")) {
			BigDecimal operating = n("operating_revenue.ytd").subtract(n("operating_cost.ytd"))
				.subtract(n("taxes_and_surcharges.ytd"))
				.subtract(n("selling_expenses.ytd"))
				.subtract(n("administrative_expenses.ytd"))
				.subtract(n("rd_expenses.ytd"))
				.subtract(n("financial_expenses.ytd"))
				.add(n("other_income.ytd"))
				.add(n("investment_income.ytd"))
				.add(n("other_operating_gains.ytd"));
			near("V22", n("operating_profit.ytd"), operating, 11);
		}
		near("V23", n("total_profit.ytd"),
				n("operating_profit.ytd").add(n("non_operating_income.ytd")).subtract(n("non_operating_expenses.ytd")),
				4);
		near("V24", n("net_profit.ytd"), n("total_profit.ytd").subtract(n("income_tax_expense.ytd")), 3);
		near("V30", n("total_assets.eop"), n("total_liabilities.eop").add(n("owners_equity.eop")), 3);
		check("V40", n("employees_end.eop").signum() > 0);
	}

	private void ratios() {
		within("V11", "industrial_sales_output.ytd", "gross_industrial_output.ytd", 80, 120);
		within("V16", "operating_revenue.ytd", "industrial_sales_output.ytd", 70, 150);
		within("V21", "operating_cost.ytd", "operating_revenue.ytd", 30, 110);
		within("V25", "total_profit.ytd", "operating_revenue.ytd", -50, 50);
		within("V57", "taxable_sales.ytd", "operating_revenue.ytd", 70, 140);
		within("V34", "total_liabilities.eop", "total_assets.eop", 0, 100);
		if (this.period.months() >= 6) {
			within("V27", "rd_expenses.ytd", "operating_revenue.ytd", 3, 50);
		}
		if (has("gross_industrial_output.m", "electricity_consumption.m")) {
			check("V17",
					(n("gross_industrial_output.m").signum() > 0) == (n("electricity_consumption.m").signum() > 0));
		}
		BigDecimal profit = n("total_profit.ytd");
		check("V26",
				(profit.signum() > 0)
						? n("income_tax_expense.ytd").multiply(new BigDecimal("2.5")).compareTo(profit) <= 0
						: n("income_tax_expense.ytd").signum() <= 0);
		heads();
		receivables();
	}

	private void heads() {
		BigDecimal months = BigDecimal.valueOf(this.period.months());
		BigDecimal average = n("employees_average.avg");
		BigDecimal pay = n("employee_compensation.ytd").divide(average.multiply(months), MathContext.DECIMAL64);
		check("V42", between(pay, "0.2", "5"));
		BigDecimal perHead = n("operating_revenue.ytd").multiply(BigDecimal.valueOf(12))
			.divide(average.multiply(months), MathContext.DECIMAL64);
		check("V43", between(perHead, "5", "1000"));
		BigDecimal sum = n("employees_end.eop");
		int count = 1;
		for (ReportingPeriod month = this.period.startOfYear(); month.isBefore(this.period); month = month.next()) {
			BigDecimal heads = this.past.apply(month).get(FigureKey.parse("employees_end.eop"));
			sum = (heads != null) ? sum.add(heads) : sum;
			count += (heads != null) ? 1 : 0;
		}
		BigDecimal mean = sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
		check("V41", between(average.divide(mean, MathContext.DECIMAL64), "0.7", "1.3"));
	}

	private void receivables() {
		BigDecimal opening = this.past.apply(ReportingPeriod.of(this.period.year() - 1, 12))
			.get(FigureKey.parse("accounts_receivable.eop"));
		if (opening == null) {
			return;
		}
		BigDecimal days = opening.add(n("accounts_receivable.eop"))
			.multiply(BigDecimal.valueOf(15L * this.period.months()))
			.divide(n("operating_revenue.ytd"), MathContext.DECIMAL64);
		check("V35", between(days, "0", "270"));
	}

	private void growth() {
		Map<String, BigDecimal> rates = new HashMap<>();
		for (String key : List.of("gross_industrial_output.ytd", "operating_revenue.ytd", "total_profit.ytd",
				"electricity_consumption.ytd", "employees_end.eop")) {
			BigDecimal base = this.report.get(FigureKey.parse(key + "_ly"));
			if (base != null && base.signum() > 0 && has(key)) {
				BigDecimal rate = n(key).divide(base, MathContext.DECIMAL64).subtract(BigDecimal.ONE).multiply(HUNDRED);
				rates.put(key, rate);
				check("V50", between(rate, "-30", "50"));
			}
		}
		BigDecimal power = rates.get("electricity_consumption.ytd");
		BigDecimal output = rates.get("gross_industrial_output.ytd");
		if (power != null && output != null) {
			check("V18", power.subtract(output).abs().compareTo(BigDecimal.valueOf(30)) <= 0);
		}
	}

	private void steps() {
		Map<FigureKey, BigDecimal> before = this.past.apply(this.period.previous());
		if (before.isEmpty()) {
			return;
		}
		Set<String> same = new HashSet<>();
		Set<String> different = new HashSet<>();
		List<FigureKey> jumps = new ArrayList<>();
		this.report.forEach((key, amount) -> {
			BigDecimal earlier = before.get(key);
			if (earlier == null) {
				return;
			}
			// nothing is no copy of nothing
			if (amount.signum() != 0 || earlier.signum() != 0) {
				((amount.compareTo(earlier) == 0) ? same : different).add(key.field().value());
			}
			if (earlier.signum() > 0 && key.span() == Span.EOP) {
				check("V36", between(amount.divide(earlier, MathContext.DECIMAL64), "0.5", "1.5"));
			}
			if (earlier.signum() != 0 && key.span() == Span.M && amount.scale() == 2
					&& !between(amount.divide(earlier, MathContext.DECIMAL64).abs(), "0.125", "8")) {
				jumps.add(key);
			}
			if (key.span() == Span.M && amount.scale() == 2) {
				threeMonths(key, amount);
			}
		});
		same.removeAll(different);
		check("V53", same.size() < 10);
		check("V52", jumps.size() < 3);
		falls("valid_invention_patents.eop", before);
		falls("class1_ip.eop", before);
	}

	private void falls(String key, Map<FigureKey, BigDecimal> before) {
		check("V56", n(key).compareTo(amount(before, FigureKey.parse(key))) >= 0);
	}

	private void threeMonths(FigureKey key, BigDecimal amount) {
		BigDecimal sum = BigDecimal.ZERO;
		for (int back = 1; back <= 3; back++) {
			BigDecimal earlier = this.past.apply(this.period.plus(-back)).get(key);
			if (earlier == null) {
				return;
			}
			sum = sum.add(earlier);
		}
		if (sum.signum() > 0) {
			BigDecimal ratio = amount.multiply(BigDecimal.valueOf(3)).divide(sum, MathContext.DECIMAL64);
			check("V51", between(ratio, "0.33334", "3"));
		}
	}

	private void notAbove(String rule, String part, String whole) {
		if (has(part, whole)) {
			check(rule, n(part).compareTo(n(whole).add(terms(2))) <= 0);
		}
	}

	private void near(String rule, BigDecimal one, BigDecimal other, int terms) {
		check(rule, one.subtract(other).abs().compareTo(terms(terms)) <= 0);
	}

	private void within(String rule, String part, String whole, int least, int most) {
		if (has(part, whole) && n(whole).signum() > 0) {
			BigDecimal percent = n(part).multiply(HUNDRED).divide(n(whole), MathContext.DECIMAL64);
			check(rule, between(percent, Integer.toString(least), Integer.toString(most)));
		}
	}

	private static boolean between(BigDecimal value, String least, String most) {
		return value.compareTo(new BigDecimal(least)) >= 0 && value.compareTo(new BigDecimal(most)) <= 0;
	}

	private static BigDecimal terms(int terms) {
		return TERM.multiply(BigDecimal.valueOf(terms));
	}

	private boolean has(String... keys) {
		for (String key : keys) {
			if (!this.report.containsKey(FigureKey.parse(key))) {
				return false;
			}
		}
		return true;
	}

	private BigDecimal n(String key) {
		return amount(FigureKey.parse(key));
	}

	private BigDecimal amount(FigureKey key) {
		return amount(this.report, key);
	}

	private static BigDecimal amount(Map<FigureKey, BigDecimal> report, FigureKey key) {
		@Nullable BigDecimal amount = report.get(key);
		return Objects.requireNonNull(amount, key::toString);
	}

	private void check(String rule, boolean kept) {
		if (!kept) {
			this.broken.add(rule);
		}
	}

}
