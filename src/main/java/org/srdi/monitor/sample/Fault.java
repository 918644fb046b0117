package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.util.Locale;

import org.srdi.monitor.core.CreditCode;

/**
 * A mistake in a report that one rule finds and no other. The place is what the rule
 * points at: a figure, or a field of the header.
 */
enum Fault {

	/** The last character of the credit code is mistyped. */
	CHECK_CHARACTER("V01", "credit_code", Verdict.RETURNED),
	/** The report is about the month after. */
	FUTURE_PERIOD("V02", "period", Verdict.RETURNED),
	/** Words stand where a number is due. */
	TEXT_IN_NUMBER("V03", "electricity_consumption.m", Verdict.RETURNED),
	/** A mandatory figure is missing. */
	BLANK_MANDATORY("V03", "orders_on_hand.eop", Verdict.RETURNED),
	/** More is exported than sold in the month. */
	EXPORT_ABOVE_SALES("V10", "export_delivery_value.m", Verdict.RETURNED),
	/** The year to date is more than last month's and this month together. */
	CUMULATIVE_GAP("V12", "new_orders.ytd", Verdict.RETURNED),
	/** The two columns of last year are mixed up. */
	CUMULATIVE_BELOW_MONTH("V14", "new_orders.ytd_ly", Verdict.RETURNED),
	/** The part is more than the whole. */
	MAIN_ABOVE_OPERATING_REVENUE("V20", "main_business_revenue.ytd", Verdict.RETURNED),
	/** Operating profit does not follow from its items. */
	OPERATING_PROFIT("V22", "operating_profit.ytd", Verdict.RETURNED),
	/** Total profit does not follow from operating profit. */
	TOTAL_PROFIT("V23", "total_profit.ytd", Verdict.RETURNED),
	/** Net profit does not follow from total profit. */
	NET_PROFIT("V24", "net_profit.ytd", Verdict.RETURNED),
	/** Assets are not what is owed and owned. */
	BALANCE_SHEET("V30", "total_assets.eop", Verdict.RETURNED),
	/** The part is more than the whole. */
	CURRENT_ABOVE_TOTAL_ASSETS("V31", "current_assets.eop", Verdict.RETURNED),
	/** The part is more than the whole. */
	FINISHED_GOODS_ABOVE_INVENTORIES("V32", "finished_goods.eop", Verdict.RETURNED),
	/** Two parts are more than the whole. */
	RECEIVABLES_AND_INVENTORIES_ABOVE_CURRENT_ASSETS("V33", "accounts_receivable.eop", Verdict.RETURNED),
	/** More people do research than work there. */
	RD_PERSONNEL_ABOVE_EMPLOYEES("V40", "rd_personnel.eop", Verdict.RETURNED),
	/** Staff has grown by more than half, and nobody says why. */
	GROWTH_UNEXPLAINED("V50", "employees_end.eop", Verdict.HELD),
	/** Staff has grown by more than half, and the remark says why. */
	GROWTH_EXPLAINED("V50", "employees_end.eop", Verdict.ACCEPTED);

	private final String rule;

	private final String place;

	private final Verdict verdict;

	Fault(String rule, String place, Verdict verdict) {
		this.rule = rule;
		this.place = place;
		this.verdict = verdict;
	}

	String rule() {
		return this.rule;
	}

	String place() {
		return this.place;
	}

	Verdict verdict() {
		return this.verdict;
	}

	/** Returns how files with it are named: {@code V12-cumulative-gap}. */
	String label() {
		return this.rule + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Returns how well a firm can make it without breaking another rule; the greatest is
	 * best.
	 */
	double suits(SampleFirm firm) {
		Traits traits = firm.traits();
		double profitable = firm.makesProfit() ? 1 : 0;
		return switch (this) {
			case EXPORT_ABOVE_SALES -> firm.exports() ? 1 - Math.abs(traits.market().exportShare() - 0.6) : -1;
			case OPERATING_PROFIT, TOTAL_PROFIT, NET_PROFIT -> profitable - Math.abs(traits.market().trend() - 0.05);
			case CURRENT_ABOVE_TOTAL_ASSETS -> traits.balance().current();
			case FINISHED_GOODS_ABOVE_INVENTORIES -> traits.balance().finished();
			case RECEIVABLES_AND_INVENTORIES_ABOVE_CURRENT_ASSETS ->
				traits.balance().receivables() + traits.balance().inventories();
			case RD_PERSONNEL_ABOVE_EMPLOYEES -> traits.staff().research();
			case GROWTH_UNEXPLAINED, GROWTH_EXPLAINED -> traits.market().trend();
			default -> profitable;
		};
	}

	/**
	 * Makes it. What depends on a changed figure changes along, so that no other rule has
	 * a reason to object.
	 */
	void make(Pen pen) {
		switch (this) {
			case CHECK_CHARACTER -> pen.write("credit_code", mistyped(pen.entry("credit_code")));
			case FUTURE_PERIOD -> {
				// the report is made from the books of the month after
			}
			case TEXT_IN_NUMBER -> pen.scribble(this.place, "约" + pen.amount(this.place).toPlainString() + "万度");
			case BLANK_MANDATORY -> pen.blank(this.place);
			case EXPORT_ABOVE_SALES -> exportAboveSales(pen);
			case CUMULATIVE_GAP -> pen.set(this.place, pen.times(this.place, "1.06"));
			case CUMULATIVE_BELOW_MONTH -> pen.swap("new_orders.m_ly", this.place);
			case MAIN_ABOVE_OPERATING_REVENUE -> pen.set(this.place, pen.times("operating_revenue.ytd", "1.05"));
			case OPERATING_PROFIT ->
				pen.add(slip(pen, this.place), this.place, "total_profit.m", "total_profit.ytd", "net_profit.ytd");
			case TOTAL_PROFIT -> pen.add(slip(pen, this.place), "total_profit.m", this.place, "net_profit.ytd");
			case NET_PROFIT -> pen.add(slip(pen, this.place), this.place);
			case BALANCE_SHEET -> pen.set("owners_equity.eop", pen.times("owners_equity.eop", "1.04"));
			case CURRENT_ABOVE_TOTAL_ASSETS -> pen.set(this.place, pen.times("total_assets.eop", "1.02"));
			case FINISHED_GOODS_ABOVE_INVENTORIES -> pen.set(this.place, pen.times("inventories.eop", "1.03"));
			case RECEIVABLES_AND_INVENTORIES_ABOVE_CURRENT_ASSETS -> pen.set("current_assets.eop",
					pen.times("accounts_receivable.eop", "0.97").add(pen.times("inventories.eop", "0.97")));
			case RD_PERSONNEL_ABOVE_EMPLOYEES ->
				pen.set(this.place, pen.amount("employees_end.eop").add(BigDecimal.valueOf(2)));
			case GROWTH_UNEXPLAINED -> growth(pen);
			case GROWTH_EXPLAINED -> {
				growth(pen);
				pen.write("remark", "二期新建产线本月投产，集中招聘一线员工，期末用工人数比上年同期增长五成以上，情况属实。");
			}
		}
	}

	private static String mistyped(String code) {
		String first17 = code.substring(0, 17);
		char other = (CreditCode.checkCharacter(first17) == '0') ? '1' : '0';
		return first17 + other;
	}

	private void exportAboveSales(Pen pen) {
		BigDecimal more = pen.times("industrial_sales_output.m", "1.04").subtract(pen.amount(this.place));
		pen.add(more, this.place, "export_delivery_value.ytd");
	}

	/** Three in a hundred, and at least 8.00 万元: well above every tolerance. */
	private static BigDecimal slip(Pen pen, String figure) {
		return pen.times(figure, "0.03").abs().max(new BigDecimal("8.00"));
	}

	private static void growth(Pen pen) {
		pen.erase("remark");
		pen.set("employees_end.eop", pen.times("employees_end.eop_ly", "1.52").add(BigDecimal.ONE));
	}

}
