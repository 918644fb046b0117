package org.srdi.monitor.sample;

import java.util.List;

import org.srdi.monitor.sample.Trade.Goods;

/**
 * What a firm is like, drawn once. Shares are fractions.
 *
 * @param market what it sells and how that grows
 * @param earnings what is left of it
 * @param balance what it owns and owes
 * @param staff who works there
 * @param invention what it invents
 */
record Traits(Market market, Earnings earnings, Balance balance, Staff staff, Invention invention) {

	private static final double LOSS_MAKERS = 0.08;

	/** Draws the traits of a firm of that trade. */
	static Traits draw(Chance chance, Trade trade, double medianRevenue, double trend) {
		Market market = Market.draw(chance, trade, medianRevenue, trend);
		Earnings earnings = Earnings.draw(chance, trade);
		return new Traits(market, earnings, Balance.draw(chance, trade), Staff.draw(chance, trade, market.revenue),
				Invention.draw(chance, market.revenue));
	}

	private static double within(double value, double low, double high) {
		return Math.max(low, Math.min(high, value));
	}

	/**
	 * What it sells and how that grows.
	 *
	 * @param revenue 万元 in the first year
	 * @param trend growth a year
	 * @param salesPerRevenue sales output per revenue
	 * @param salesRatio sales output per output
	 * @param exportShare export per sales output, 0 for firms that do not export
	 * @param newProducts new products per output
	 * @param power 万千瓦时 per 万元
	 * @param capacity utilisation in an average month
	 * @param backlog orders on hand in months of revenue
	 * @param goods what it makes
	 */
	record Market(double revenue, double trend, double salesPerRevenue, double salesRatio, double exportShare,
			double newProducts, double power, double capacity, double backlog, List<Goods> goods) {

		private static Market draw(Chance chance, Trade trade, double median, double trend) {
			double revenue = within(chance.logNormal(median, 0.85), 2200 + 400 * chance.unit(),
					130000 + 20000 * chance.unit());
			double export = chance.hits(trade.exportOdds()) ? chance.between(0.05, 0.7) : 0;
			int lines = Math.min(trade.goods().size(), 1 + chance.below(3));
			return new Market(revenue, within(trend + 0.055 * chance.normal(), -0.12, 0.22), chance.between(0.93, 0.99),
					chance.between(0.955, 0.995), export, chance.between(0.25, 0.65),
					trade.power() * chance.between(0.7, 1.3), chance.between(0.68, 0.9), chance.between(1.2, 3.5),
					trade.goods().subList(0, lines));
		}

	}

	/**
	 * What is left of revenue: profit, and the costs that make it up.
	 */
	record Earnings(double margin, double research, double selling, double administrative, double financial,
			double surcharges, double grants, double investments, double impairments, double incomeTax, double vat,
			double wage) {

		private static Earnings draw(Chance chance, Trade trade) {
			boolean losing = chance.hits(LOSS_MAKERS);
			double margin = losing ? -chance.between(0.015, 0.08)
					: within(trade.margin() * chance.logNormal(1, 0.3), 0.02, 0.19);
			return new Earnings(margin, within(trade.rdIntensity() * chance.logNormal(1, 0.25), 0.036, 0.115),
					chance.between(0.015, 0.055), chance.between(0.03, 0.065), chance.between(-0.002, 0.012),
					chance.between(0.004, 0.008), chance.between(0.003, 0.016), chance.between(-0.001, 0.003),
					chance.between(-0.005, -0.0005), chance.between(0.09, 0.15), chance.between(0.022, 0.045),
					chance.between(0.65, 1.15));
		}

	}

	/**
	 * What it owns and owes.
	 *
	 * @param assets per yearly revenue
	 * @param current current assets per assets
	 * @param receivables per current assets
	 * @param overdue per receivables
	 * @param inventories per current assets
	 * @param finished per inventories
	 * @param debt liabilities per assets
	 * @param shortDebt current liabilities per liabilities
	 * @param payables per current liabilities
	 * @param loans per liabilities
	 * @param investment fixed asset investment per revenue
	 * @param renovation per investment
	 */
	record Balance(double assets, double current, double receivables, double overdue, double inventories,
			double finished, double debt, double shortDebt, double payables, double loans, double investment,
			double renovation) {

		private static final double LONGEST_CREDIT = 115.0 / 365;

		private static Balance draw(Chance chance, Trade trade) {
			double assets = chance.between(0.95, 1.7);
			double current = chance.between(0.48, 0.76);
			double receivables = Math.min(chance.between(0.2, 0.4), LONGEST_CREDIT / (assets * current));
			double inventories = trade.isIndustrial() ? chance.between(0.16, 0.34) : chance.between(0.03, 0.12);
			return new Balance(assets, current, receivables, chance.between(0.01, 0.15), inventories,
					chance.between(0.25, 0.74), chance.between(0.25, 0.66), chance.between(0.65, 0.92),
					chance.between(0.22, 0.5), chance.between(0.1, 0.4), chance.between(0.015, 0.06),
					chance.between(0.3, 0.85));
		}

	}

	/**
	 * Who works there.
	 *
	 * @param heads in the first year
	 * @param research the share that does research
	 */
	record Staff(double heads, double research) {

		private static Staff draw(Chance chance, Trade trade, double revenue) {
			double perHead = trade.revenuePerHead() * chance.logNormal(1, 0.2);
			double research = trade.isIndustrial() ? chance.between(0.12, 0.34) : chance.between(0.45, 0.78);
			return new Staff(within(revenue / perHead, 28, 850), research);
		}

	}

	/**
	 * What it invents.
	 *
	 * @param patents valid at the beginning
	 * @param beyond class-I intellectual property besides patents
	 * @param grants a month
	 */
	record Invention(int patents, int beyond, double grants) {

		private static Invention draw(Chance chance, double revenue) {
			double size = StrictMath.sqrt(revenue / 10000);
			return new Invention(6 + (int) (chance.between(0, 18) * size), chance.below(4),
					chance.between(0.15, 0.5) * size);
		}

	}

}
