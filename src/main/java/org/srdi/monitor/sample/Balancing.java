package org.srdi.monitor.sample;

import org.srdi.monitor.sample.Traits.Balance;

/** What a firm owns and owes, in line with the revenue of twelve months. */
final class Balancing {

	private static final double ONE_OF_FOUR_YEARS = 1.0 / 48;

	private final Balance traits;

	private final Books books;

	private final Chance chance;

	private final Wobble assets = new Wobble(0.006);

	private final Wobble current = new Wobble(0.006);

	private final Wobble receivables = new Wobble(0.012);

	private final Wobble inventories = new Wobble(0.012);

	private final Wobble finished = new Wobble(0.012);

	private final Wobble debt = new Wobble(0.005);

	private final Wobble loans = new Wobble(0.01);

	Balancing(SampleFirm firm, Books books, Chance chance) {
		this.traits = firm.traits().balance();
		this.books = books;
		this.chance = chance;
	}

	/**
	 * Enters the end of a month.
	 * @param yearly the revenue of the last twelve months in 万元
	 */
	void close(int index, double yearly) {
		long assets = own(index, yearly);
		owe(index, assets);
		invest(index);
	}

	private long own(int index, double yearly) {
		double assets = yearly * this.traits.assets() * this.assets.next(this.chance);
		double current = assets * this.traits.current() * this.current.next(this.chance);
		double receivables = current * this.traits.receivables() * this.receivables.next(this.chance);
		double inventories = current * this.traits.inventories() * this.inventories.next(this.chance);
		this.books.post("current_assets", index, current);
		this.books.post("accounts_receivable", index, receivables);
		this.books.post("overdue_receivables", index,
				receivables * this.traits.overdue() * this.chance.between(0.85, 1.15));
		this.books.post("inventories", index, inventories);
		this.books.post("finished_goods", index,
				inventories * this.traits.finished() * this.finished.next(this.chance));
		return this.books.post("total_assets", index, assets);
	}

	private void owe(int index, long assets) {
		double owed = assets / 100.0 * this.traits.debt() * this.debt.next(this.chance);
		double soon = owed * this.traits.shortDebt() * this.chance.between(0.985, 1.015);
		long liabilities = this.books.post("total_liabilities", index, owed);
		this.books.post("current_liabilities", index, soon);
		this.books.post("accounts_payable", index, soon * this.traits.payables() * this.chance.between(0.95, 1.05));
		this.books.post("owners_equity", index, assets - liabilities);
		this.books.post("bank_loan_balance", index, owed * this.traits.loans() * this.loans.next(this.chance));
	}

	private void invest(int index) {
		double revenue = this.books.amount("operating_revenue", index);
		double invested = revenue * this.traits.investment() * this.chance.between(0.3, 1.9);
		this.books.post("fixed_asset_investment", index, invested);
		this.books.post("technical_renovation", index,
				invested * this.traits.renovation() * this.chance.between(0.8, 1.1));
		boolean financed = this.chance.hits(ONE_OF_FOUR_YEARS / 4);
		double round = 100 * StrictMath.round(this.chance.between(5, 60));
		this.books.post("new_equity_financing", index, financed ? round : 0.0);
	}

}
