package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;

/**
 * A made-up firm (示例数据) in October 2026, what it reported for September and what for
 * October 2025. V22: 1100 − 800 − 10 − 50 − 60 − 40 − 5 + 6 + 2 − 3 = 140; V23: 140 + 4 −
 * 2 = 142; V24: 142 − 20 = 122; V30: 900 + 1100 = 2000.
 */
final class Steady {

	private static final String[] SPANS_OF_FLOWS = { "m", "ytd", "m_ly", "ytd_ly" };

	private static final String[] SPANS_OF_STOCKS = { "eop", "eop_ly" };

	private final Map<FigureKey, BigDecimal> figures = new LinkedHashMap<>();

	private final Map<FigureKey, BigDecimal> lastMonth = new LinkedHashMap<>();

	private final Map<FigureKey, BigDecimal> yearAgo = new LinkedHashMap<>();

	private Steady() {
		flow("electricity_consumption", "12.5 118.2 11.8 110.4", "105.7");
		flow("capacity_utilization_rate", "82.5 - 79 -", "-");
		flow("operating_revenue", "120 1100 100 900", "980");
		year("operating_cost", "800 660", "712");
		year("taxes_and_surcharges", "10 8", "9");
		year("selling_expenses", "50 42", "44");
		year("administrative_expenses", "60 51", "53");
		year("rd_expenses", "40 33", "36");
		year("financial_expenses", "5 6", "4.5");
		year("other_income", "6 4", "5");
		year("investment_income", "2 1.5", "1.8");
		year("other_operating_gains", "-3 -2.5", "-2.7");
		year("operating_profit", "140 103", "125.6");
		year("non_operating_income", "4 3", "3.5");
		year("non_operating_expenses", "2 1", "1.6");
		flow("total_profit", "14.5 142 11 105", "127.5");
		year("income_tax_expense", "20 15", "18");
		year("net_profit", "122 90", "109.5");
		year("taxes_paid", "66 55", "60");
		year("employee_compensation", "780 700", "700");
		flow("new_orders", "130 1180 115 980", "1050");
		stock("total_assets", "2000 1900", "1980");
		stock("current_assets", "1200 1100", "1190");
		stock("accounts_receivable", "300 280", "310");
		stock("inventories", "250 240", "255");
		stock("finished_goods", "100 95", "98");
		stock("total_liabilities", "900 850", "890");
		stock("current_liabilities", "600 570", "590");
		stock("owners_equity", "1100 1050", "1090");
		stock("employees_end", "80 76", "79");
		stock("rd_personnel", "16 15", "16");
		column("employees_average", new String[] { "avg", "avg_ly" }, "78 75".split(" ", -1), "78");
	}

	static Steady firm() {
		return new Steady();
	}

	private void flow(String field, String amounts, String before) {
		column(field, SPANS_OF_FLOWS, amounts.split(" ", -1), before);
	}

	private void year(String field, String amounts, String before) {
		column(field, new String[] { "ytd", "ytd_ly" }, amounts.split(" ", -1), before);
	}

	private void stock(String field, String amounts, String before) {
		column(field, SPANS_OF_STOCKS, amounts.split(" ", -1), before);
	}

	private void column(String field, String[] spans, String[] amounts, String before) {
		for (int i = 0; i < spans.length; i++) {
			if (amounts[i].equals("-")) {
				continue;
			}
			FigureKey key = FigureKey.parse(field + "." + spans[i]);
			BigDecimal amount = new BigDecimal(amounts[i]);
			this.figures.put(key, amount);
			if (key.span().isLastYear()) {
				this.yearAgo.put(FigureKey.parse(field + "." + spans[i].replace("_ly", "")), amount);
			}
			// a month like the others: a tenth more or less
			this.lastMonth.put(key, amount.multiply(new BigDecimal("0.9")));
		}
		if (!before.equals("-")) {
			FigureKey sum = FigureKey.parse(field + "." + spans[spans[0].equals("m") ? 1 : 0]);
			this.lastMonth.put(sum, new BigDecimal(before));
		}
		if (spans.length == 4 && !amounts[3].equals("-")) {
			FigureKey sum = FigureKey.parse(field + ".ytd_ly");
			this.lastMonth.put(sum, new BigDecimal(amounts[3]).subtract(new BigDecimal(amounts[2])));
		}
	}

	/** Types something else, or nothing where the amount is null. */
	Steady with(String key, @Nullable String amount) {
		if (amount != null) {
			this.figures.put(FigureKey.parse(key), new BigDecimal(amount));
		}
		else {
			this.figures.remove(FigureKey.parse(key));
		}
		return this;
	}

	Steady with(Map<FigureKey, BigDecimal> others) {
		this.figures.putAll(others);
		return this;
	}

	String amount(String key) {
		BigDecimal amount = this.figures.get(FigureKey.parse(key));
		return (amount != null) ? amount.toPlainString() : "";
	}

	Map<FigureKey, BigDecimal> figures() {
		return this.figures;
	}

	Map<FigureKey, BigDecimal> lastMonth() {
		return this.lastMonth;
	}

	Report report(Answer... answers) {
		return report("2026-10", answers);
	}

	Report report(String period, Answer... answers) {
		ReportSketch sketch = ReportSketch.report().entry("period", period);
		this.figures.forEach((key, amount) -> sketch.figure(key.toString(), amount.toPlainString()));
		Map<String, Answer> byProblem = new LinkedHashMap<>();
		for (Answer answer : answers) {
			byProblem.put(answer.problem(), answer);
		}
		Report report = sketch.build();
		return new Report(report.entries(), report.figures(), List.of(), blanks(), byProblem);
	}

	private Map<String, CellAddress> blanks() {
		Map<String, CellAddress> blanks = new LinkedHashMap<>();
		for (FigureKey key : ReportSketch.DEFINITIONS.form().figureKeys()) {
			if (!this.figures.containsKey(key)) {
				blanks.put(key.toString(), CellAddress.parse(ReportSketch.cell(key.toString())));
			}
		}
		return blanks;
	}

	Facts facts() {
		return facts(this.lastMonth, this.yearAgo);
	}

	static Facts facts(@Nullable Map<FigureKey, BigDecimal> lastMonth, @Nullable Map<FigureKey, BigDecimal> yearAgo) {
		Facts facts = Checking.FACTS;
		return new Facts(facts.registeredName(), facts.division(), false, facts.currentPeriod(), facts.locked(),
				lastMonth, yearAgo);
	}

	Facts withoutHistory() {
		return facts(null, null);
	}

	Facts withoutYearAgo() {
		return facts(this.lastMonth, null);
	}

}
