package org.srdi.monitor.sample;

/**
 * Runs a firm month by month. Every sum and difference of the consistency rules holds to
 * the cent because it is made in whole cents; growth, steps between months and ratios
 * stay within the limits of the plausibility rules.
 */
final class Business {

	private Business() {
	}

	/** Returns the books of a firm, the same for the same seed, firm and first month. */
	static Books run(SampleFirm firm, Seasons seasons, long seed) {
		Books books = new Books(seasons.first(), seasons.months());
		Trading trading = new Trading(firm, seasons, books, Chance.of(seed, firm.number(), 1));
		Earning earning = new Earning(firm, books, Chance.of(seed, firm.number(), 2));
		Balancing balancing = new Balancing(firm, books, Chance.of(seed, firm.number(), 3));
		Staffing staffing = new Staffing(firm, books, Chance.of(seed, firm.number(), 4));
		Making making = new Making(firm, books, Chance.of(seed, firm.number(), 5));
		for (int index = 0; index < seasons.months(); index++) {
			trading.work(index);
			earning.settle(index);
			balancing.close(index, trading.yearly());
			staffing.staff(index, trading.yearly());
			making.make(index);
		}
		return books;
	}

}
