package org.srdi.monitor.sample;

import org.srdi.monitor.sample.Traits.Market;

/** What a firm makes and sells, and the power that takes. */
final class Trading {

	/** Limits for a month against the same month of last year (V50: −30 … +50 %). */
	private static final double LEAST_GROWTH = 0.82;

	private static final double MOST_GROWTH = 1.36;

	private final Trade trade;

	private final Market market;

	private final Seasons seasons;

	private final Books books;

	private final Chance chance;

	private final Wobble pace = new Wobble(0.008);

	private final Wobble power = new Wobble(0.012);

	private final Wobble abroad = new Wobble(0.015);

	private final Wobble backlog = new Wobble(0.006);

	private double growth;

	private double yearly;

	Trading(SampleFirm firm, Seasons seasons, Books books, Chance chance) {
		this.trade = firm.trade();
		this.market = firm.traits().market();
		this.seasons = seasons;
		this.books = books;
		this.chance = chance;
		this.yearly = this.market.revenue();
	}

	/** Enters a month. */
	void work(int index) {
		double revenue = this.books.post("operating_revenue", index, revenue(index)) / 100.0;
		remember(index);
		this.books.post("main_business_revenue", index, revenue * this.chance.between(0.955, 0.995));
		double newShare = this.market.newProducts() * this.chance.between(0.9, 1.1);
		this.books.post("new_product_sales_revenue", index, revenue * newShare);
		this.books.post("taxable_sales", index, revenue * this.chance.between(0.94, 1.06));
		double made = this.trade.isIndustrial() ? make(index, revenue, newShare) : revenue;
		this.books.post("electricity_consumption", index, made * this.market.power() * this.power.next(this.chance));
		takeOrders(index, revenue);
		use(index);
	}

	/** Returns the revenue of the last twelve months in 万元. */
	double yearly() {
		return this.yearly;
	}

	private double revenue(int index) {
		double paced = this.pace.next(this.chance) * (1 + 0.02 * this.chance.normal());
		if (index % 12 == 0) {
			this.growth = Math.max(-0.15, Math.min(0.27, this.market.trend() + 0.025 * this.chance.normal()));
		}
		if (index < 12) {
			return this.market.revenue() / 12 * this.seasons.season(this.trade, index) * this.seasons.festival(index)
					* paced;
		}
		double moved = this.seasons.festival(index) / this.seasons.festival(index - 12);
		double factor = (1 + this.growth) * moved * paced;
		return this.books.amount("operating_revenue", index - 12)
				* Math.max(LEAST_GROWTH, Math.min(MOST_GROWTH, factor));
	}

	private void remember(int index) {
		if (index < 11) {
			return;
		}
		double sum = 0;
		for (int i = index - 11; i <= index; i++) {
			sum += this.books.amount("operating_revenue", i);
		}
		this.yearly = sum;
	}

	private double make(int index, double revenue, double newShare) {
		double sold = revenue * this.market.salesPerRevenue() * this.chance.between(0.99, 1.01);
		double made = sold / (this.market.salesRatio() * this.chance.between(0.985, 1.015));
		double exported = sold * this.market.exportShare() * this.abroad.next(this.chance);
		this.books.post("gross_industrial_output", index, made);
		this.books.post("industrial_sales_output", index, sold);
		this.books.post("export_delivery_value", index, exported);
		this.books.post("new_product_output", index, made * newShare);
		return made;
	}

	/** What is ordered is what is sold and what the backlog grows by. */
	private void takeOrders(int index, double revenue) {
		double waiting = this.yearly / 12 * this.market.backlog() * this.backlog.next(this.chance);
		double before = (index == 0) ? waiting : this.books.amount("orders_on_hand", index - 1);
		double ordered = Math.max(revenue * 0.75, Math.min(revenue * 1.4, revenue + waiting - before));
		this.books.post("new_orders", index, ordered);
		this.books.post("orders_on_hand", index, waiting);
		double abroad = this.market.exportShare() * this.chance.between(0.94, 1.06);
		this.books.post("export_orders_on_hand", index, waiting * abroad);
	}

	private void use(int index) {
		double busy = StrictMath.sqrt(this.books.amount("operating_revenue", index) * 12 / this.yearly);
		double percent = 100 * this.market.capacity() * busy * this.chance.between(0.97, 1.03);
		this.books.post("capacity_utilization_rate", index, StrictMath.round(10 * Math.max(30, Math.min(118, percent))),
				1);
	}

}
