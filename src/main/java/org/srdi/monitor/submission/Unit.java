package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A unit that people write behind numbers or over columns.
 *
 * @param dimension what is counted
 * @param exponent the power of ten of the smallest unit: 4 for 万元
 */
record Unit(Dimension dimension, int exponent) {

	private static final Map<String, Unit> KNOWN = Map.ofEntries(money("元", 0), money("百元", 2), money("千元", 3),
			money("万元", 4), money("百万元", 6), money("千万元", 7), money("亿元", 8), energy("千瓦时", 0), energy("度", 0),
			energy("万千瓦时", 4), energy("万度", 4), energy("亿千瓦时", 8), energy("亿度", 8), count("人", 0), count("名", 0),
			count("件", 0), count("项", 0), count("个", 0), count("万人", 4), Map.entry("%", new Unit(Dimension.RATE, 0)),
			Map.entry("万", new Unit(Dimension.ANY, 4)), Map.entry("亿", new Unit(Dimension.ANY, 8)));

	private static Map.Entry<String, Unit> money(String name, int exponent) {
		return Map.entry(name, new Unit(Dimension.MONEY, exponent));
	}

	private static Map.Entry<String, Unit> energy(String name, int exponent) {
		return Map.entry(name, new Unit(Dimension.ENERGY, exponent));
	}

	private static Map.Entry<String, Unit> count(String name, int exponent) {
		return Map.entry(name, new Unit(Dimension.COUNT, exponent));
	}

	/** A unit that is not known, in which nothing can be converted. */
	static final Unit UNKNOWN = new Unit(Dimension.UNKNOWN, 0);

	/** Returns the unit of that name; null if it is none. */
	static @Nullable Unit of(@Nullable String name) {
		return (name != null) ? KNOWN.get(name) : null;
	}

	/** Returns whether amounts in this unit can be had in the other, exactly. */
	boolean converts(Unit other) {
		return this.dimension == other.dimension
				|| (this.dimension == Dimension.ANY && other.dimension != Dimension.RATE);
	}

	/** Returns an amount in this unit in the other one. */
	BigDecimal convert(BigDecimal amount, Unit other) {
		return amount.scaleByPowerOfTen(this.exponent - other.exponent);
	}

	/** What a unit counts. */
	enum Dimension {

		MONEY, ENERGY, COUNT, RATE,
		/** Any of them but rates: 万 alone. */
		ANY,
		/** Nobody knows what. */
		UNKNOWN

	}

}
