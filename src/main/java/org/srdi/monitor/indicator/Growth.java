package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A value and the one it is compared with (同比): (current / base − 1) × 100, or an outcome
 * in words where the base is negative or zero.
 *
 * @param current the value of now
 * @param base the value of the same period last year
 */
public record Growth(BigDecimal current, BigDecimal base) {

	/** The decimals to which quotients are computed and stored, half up. */
	public static final int SCALE = 8;

	private static final BigDecimal HUNDRED = new BigDecimal(100);

	/** Returns whether there is a rate, and what happened where there is none. */
	public Outcome outcome() {
		if (this.base.signum() == 0) {
			return Outcome.NONE;
		}
		boolean loss = this.current.signum() < 0;
		if (this.base.signum() > 0) {
			return loss ? Outcome.TURNED_TO_LOSS : Outcome.VALUE;
		}
		if (!loss) {
			return Outcome.TURNED_TO_PROFIT;
		}
		return (this.current.compareTo(this.base) < 0) ? Outcome.LOSS_WIDENED : Outcome.LOSS_NARROWED;
	}

	/**
	 * Returns the rate in %, to {@value #SCALE} decimals; of two losses (|current| −
	 * |base|) / |base|, which is above zero where the loss widened; null if there is
	 * none.
	 */
	public @Nullable BigDecimal rate() {
		return rate(SCALE);
	}

	/**
	 * Returns what people read, the rate with one decimal, half up from the unrounded
	 * values: {@code 12.3%}, {@code 扭亏为盈}, {@code 增亏25.0%} or {@code —}.
	 */
	public String text(Locale locale) {
		return outcome().text(rate(1), locale);
	}

	private @Nullable BigDecimal rate(int scale) {
		return switch (outcome()) {
			case VALUE, LOSS_WIDENED, LOSS_NARROWED ->
				this.current.subtract(this.base).multiply(HUNDRED).divide(this.base, scale, RoundingMode.HALF_UP);
			default -> null;
		};
	}

}
