package org.srdi.monitor.sample;

import java.util.List;

import org.srdi.monitor.sample.Trade.Goods;

/** What a firm makes, sells and has in stock, in quantities. */
final class Making {

	private final List<Goods> goods;

	private final Books books;

	private final Chance chance;

	Making(SampleFirm firm, Books books, Chance chance) {
		this.goods = firm.traits().market().goods();
		this.books = books;
		this.chance = chance;
	}

	/** Returns the line of the books for a product and what happens to it. */
	static String line(int product, String what) {
		return "product " + product + " " + what;
	}

	/** Enters a month whose revenue is known already; the first product sells best. */
	void make(int index) {
		double revenue = this.books.amount("operating_revenue", index);
		double share = 0.6;
		for (int product = 0; product < this.goods.size(); product++) {
			count(index, product, revenue * share);
			share /= 2;
		}
	}

	private void count(int index, int product, double value) {
		Goods goods = this.goods.get(product);
		int scale = goods.whole() ? 0 : 2;
		double units = value / goods.price() * (goods.whole() ? 1 : 100);
		long made = 1 + StrictMath.round(units * this.chance.between(0.97, 1.03));
		long before = (index == 0) ? made / 2 : this.books.at(line(product, "stock"), index - 1);
		long sold = Math.min(before + made, StrictMath.round(made * this.chance.between(0.94, 1.05)));
		this.books.post(line(product, "output"), index, made, scale);
		this.books.post(line(product, "sales"), index, sold, scale);
		this.books.post(line(product, "stock"), index, before + made - sold, scale);
	}

}
