package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;

/** Amounts by the number of their figure; null where there is none. */
final class Amounts {

	private static final int MOST_DIGITS = 15; // beyond any bound; arithmetic stays small

	private final @Nullable BigDecimal[] values;

	private Amounts(@Nullable BigDecimal[] values) {
		this.values = values;
	}

	/** Takes the amounts of all figures that have one that can be meant. */
	static Amounts of(Slots slots, Function<FigureKey, @Nullable BigDecimal> source) {
		@Nullable BigDecimal[] values = new BigDecimal[slots.size()];
		for (Slot slot : slots.all()) {
			BigDecimal amount = source.apply(slot.key());
			values[slot.index()] = (amount != null && isSane(amount)) ? amount : null;
		}
		return new Amounts(values);
	}

	private static boolean isSane(BigDecimal amount) {
		return Math.abs((long) amount.precision() - amount.scale()) <= MOST_DIGITS && amount.scale() <= MOST_DIGITS
				&& amount.scale() >= -MOST_DIGITS;
	}

	@Nullable BigDecimal get(int number) {
		return this.values[number];
	}

	/** Returns whether there is an amount and it is not zero. */
	boolean says(int number) {
		BigDecimal amount = this.values[number];
		return amount != null && amount.signum() != 0;
	}

	Amounts with(Map<Integer, @Nullable BigDecimal> changes) {
		@Nullable BigDecimal[] changed = this.values.clone();
		changes.forEach((number, amount) -> changed[number] = amount);
		return new Amounts(changed);
	}

}
