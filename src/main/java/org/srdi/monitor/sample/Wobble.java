package org.srdi.monitor.sample;

/** A factor that strays a little from 1, month by month, and finds back. */
final class Wobble {

	private static final double MEMORY = 0.8;

	private final double deviation;

	private double excess;

	Wobble(double deviation) {
		this.deviation = deviation;
	}

	/** Returns the factor of the next month. */
	double next(Chance chance) {
		this.excess = MEMORY * this.excess + this.deviation * chance.normal();
		return 1 + this.excess;
	}

}
