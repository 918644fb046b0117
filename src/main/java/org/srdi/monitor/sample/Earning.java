package org.srdi.monitor.sample;

import org.srdi.monitor.sample.Traits.Earnings;

/**
 * What a firm spends and what is left. Operating cost is what remains once profit and all
 * other items are settled, in cents, so V22 to V24 hold exactly.
 */
final class Earning {

	private static final double LEAST_GROWTH = 0.78;

	private static final double MOST_GROWTH = 1.42;

	private final Earnings traits;

	private final Books books;

	private final Chance chance;

	private double drift = 1;

	private double revenue;

	Earning(SampleFirm firm, Books books, Chance chance) {
		this.traits = firm.traits().earnings();
		this.books = books;
		this.chance = chance;
	}

	/** Enters a month whose revenue is known already. */
	void settle(int index) {
		this.revenue = this.books.amount("operating_revenue", index);
		long total = this.books.post("total_profit", index, profit(index));
		long operating = total - aside(index);
		this.books.post("operating_profit", index, operating);
		long costs = costs(index);
		long gains = gains(index);
		this.books.post("operating_cost", index, this.books.at("operating_revenue", index) - costs + gains - operating);
		tax(index, total);
	}

	private double profit(int index) {
		if (index % 12 == 0) {
			this.drift *= 1 + 0.04 * this.chance.normal();
		}
		double wanted = this.revenue * this.traits.margin() * this.drift * (1 + 0.04 * this.chance.normal());
		if (index < 12 || this.traits.margin() < 0) {
			return wanted;
		}
		double before = this.books.amount("total_profit", index - 12);
		return Math.max(before * LEAST_GROWTH, Math.min(before * MOST_GROWTH, wanted));
	}

	/** What comes from outside operations. */
	private long aside(int index) {
		return share("non_operating_income", index, this.chance.between(0.0002, 0.0025))
				- share("non_operating_expenses", index, this.chance.between(0.0001, 0.0015));
	}

	private long costs(int index) {
		double research = this.traits.research() * (1 + 0.05 * this.chance.normal());
		return share("taxes_and_surcharges", index, this.traits.surcharges() * this.chance.between(0.85, 1.15))
				+ share("selling_expenses", index, this.traits.selling() * this.chance.between(0.85, 1.15))
				+ share("administrative_expenses", index,
						this.traits.administrative() * this.chance.between(0.88, 1.12))
				+ share("rd_expenses", index, Math.max(0.0325, research))
				+ share("financial_expenses", index, this.traits.financial() + this.chance.between(-0.001, 0.001));
	}

	private long gains(int index) {
		return share("other_income", index, this.traits.grants() * this.chance.between(0.5, 1.5))
				+ share("investment_income", index, this.traits.investments() + this.chance.between(-0.0005, 0.0005))
				+ share("other_operating_gains", index, this.traits.impairments() * this.chance.between(0.5, 1.5));
	}

	private void tax(int index, long total) {
		double rate = (total > 0) ? this.traits.incomeTax() : 0;
		long income = this.books.post("income_tax_expense", index, total / 100.0 * rate);
		this.books.post("net_profit", index, total - income);
		long vat = share("vat_payable", index, this.traits.vat() * this.chance.between(0.85, 1.15));
		long due = vat + income + this.books.at("taxes_and_surcharges", index);
		this.books.post("taxes_paid", index, due / 100.0 * this.chance.between(0.94, 1.04));
	}

	private long share(String line, int index, double share) {
		return this.books.post(line, index, this.revenue * share);
	}

}
