package org.srdi.monitor.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws that come out the same on every machine and JDK: only 64-bit integers are taken
 * from the generator, and the mathematics is strict.
 */
final class Chance {

	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private final SplittableRandom random;

	private Chance(long seed) {
		this.random = new SplittableRandom(seed);
	}

	/** Returns the draws of one purpose: the same for the same seed and salts. */
	static Chance of(long seed, long... salts) {
		long mixed = seed;
		for (long salt : salts) {
			mixed = mix(mixed ^ (salt * GOLDEN));
		}
		return new Chance(mixed);
	}

	/** Scatters the bits as the finaliser of MurmurHash3 does. */
	private static long mix(long value) {
		long first = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
		long second = (first ^ (first >>> 33)) * 0xc4ceb9fe1a85ec53L;
		return second ^ (second >>> 33);
	}

	/** Draws from 0 (included) to 1 (excluded). */
	double unit() {
		return (this.random.nextLong() >>> 11) * 0x1.0p-53;
	}

	double between(double low, double high) {
		return low + (high - low) * unit();
	}

	/**
	 * Draws around 0 with deviation 1, never beyond ±3.47: a sum of four uniform draws.
	 */
	double normal() {
		return (unit() + unit() + unit() + unit() - 2) * StrictMath.sqrt(3);
	}

	/** Draws around the median, with the deviation of the logarithm. */
	double logNormal(double median, double deviation) {
		return median * StrictMath.exp(deviation * normal());
	}

	/** Draws a whole number from 0 to the bound, which is excluded. */
	int below(int bound) {
		return (int) (unit() * bound);
	}

	boolean hits(double probability) {
		return unit() < probability;
	}

	<T> T oneOf(List<T> choices) {
		return choices.get(below(choices.size()));
	}

	/** Returns the same elements in drawn order. */
	<T> List<T> shuffled(List<T> elements) {
		List<T> shuffled = new ArrayList<>(elements);
		for (int i = shuffled.size() - 1; i > 0; i--) {
			Collections.swap(shuffled, i, below(i + 1));
		}
		return shuffled;
	}

	/** Draws how often something rare happens (Poisson, by Knuth's multiplication). */
	int count(double mean) {
		double limit = StrictMath.exp(-mean);
		int count = 0;
		for (double product = unit(); product > limit; product *= unit()) {
			count++;
		}
		return count;
	}

}
