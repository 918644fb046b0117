package org.srdi.monitor.sample;

import java.util.EnumMap;
import java.util.Map;

import org.srdi.monitor.core.ReportingPeriod;

/** How busy every month is, by trade: the season of the year and the Spring Festival. */
final class Seasons {

	private final ReportingPeriod first;

	private final double[] festival;

	private final Map<Trade, double[]> ofYear = new EnumMap<>(Trade.class);

	/**
	 * Prepares the months.
	 * @param first a January
	 * @param months how many there are
	 */
	Seasons(ReportingPeriod first, int months) {
		this.first = first;
		this.festival = new double[months];
		for (int i = 0; i < months; i++) {
			this.festival[i] = SpringFestival.factor(first.plus(i));
		}
		for (Trade trade : Trade.values()) {
			this.ofYear.put(trade, normalised(trade));
		}
	}

	private static double[] normalised(Trade trade) {
		double[] season = new double[12];
		double sum = 0;
		for (int month = 1; month <= 12; month++) {
			season[month - 1] = trade.season(month);
			sum += season[month - 1];
		}
		for (int i = 0; i < 12; i++) {
			season[i] *= 12 / sum;
		}
		return season;
	}

	ReportingPeriod first() {
		return this.first;
	}

	int months() {
		return this.festival.length;
	}

	/** Returns the share of its usual business that a month keeps. */
	double festival(int index) {
		return this.festival[index];
	}

	/** Returns how busy a month is, 1 for an average one without festival. */
	double season(Trade trade, int index) {
		double[] season = this.ofYear.get(trade);
		if (season == null) {
			throw new IllegalStateException("No season for " + trade);
		}
		return season[index % 12];
	}

}
