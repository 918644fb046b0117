package org.srdi.monitor.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Texts;

/**
 * What came of comparing two values, for a base that is negative or zero gives no rate
 * (usage of the profit releases of the National Bureau of Statistics).
 */
public enum Outcome {

	/** A value like any other. */
	VALUE,
	/** No value: nothing to compare with, or nothing reported. */
	NONE,
	/** From a loss to a profit or zero (扭亏为盈); no rate. */
	TURNED_TO_PROFIT,
	/** From a profit to a loss (由盈转亏); no rate. */
	TURNED_TO_LOSS,
	/** A loss became greater (增亏), by a positive rate. */
	LOSS_WIDENED,
	/** A loss became smaller or stayed (减亏), by a rate of zero or below. */
	LOSS_NARROWED;

	/**
	 * Returns what people read: {@code 12.3%}, {@code 扭亏为盈}, {@code 增亏25.0%} or
	 * {@code —}.
	 * @param rate the rate in %, printed with one decimal, half up; null for none
	 * @param locale the language
	 */
	public String text(@Nullable BigDecimal rate, Locale locale) {
		return Texts.of("indicator", locale).get("outcome." + name(), (rate != null) ? printed(rate) : "");
	}

	private String printed(BigDecimal rate) {
		BigDecimal shown = (this == LOSS_NARROWED) ? rate.abs() : rate;
		return shown.setScale(1, RoundingMode.HALF_UP).toPlainString();
	}

}
