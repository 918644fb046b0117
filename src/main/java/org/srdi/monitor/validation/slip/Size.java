package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;

/**
 * The size of a firm as its staff shows it: a cumulative amount per head and month stays
 * within limits, whatever the firm.
 */
final class Size {

	/** 元, 百万元 and 亿元; 千元 is too near to tell by this alone. */
	private static final int[] POWERS = { 4, -2, -4 };

	private final int amount;

	private final int heads;

	private final double min;

	private final double max;

	/**
	 * Takes the measure.
	 * @param figures the amount and the number of people; none if size tells nothing
	 * @param min the least amount per head and month
	 * @param max the greatest
	 */
	Size(Slots slots, List<FigureKey> figures, @Nullable BigDecimal min, @Nullable BigDecimal max) {
		boolean told = figures.size() == 2 && min != null && max != null;
		this.amount = told ? slots.number(figures.get(0)) : Slots.NONE;
		this.heads = told ? slots.number(figures.get(1)) : Slots.NONE;
		this.min = (min != null) ? min.doubleValue() : 0;
		this.max = (max != null) ? max.doubleValue() : 0;
	}

	/** Returns whether the amounts fit the size; not if that cannot be told. */
	boolean isPlausible(Case report) {
		return isWithin(perHead(report), 0);
	}

	/** Returns the power of ten the amounts are too large by; 0 if that is not told. */
	int power(Case report) {
		double perHead = perHead(report);
		if (Double.isNaN(perHead) || isWithin(perHead, 0)) {
			return 0;
		}
		for (int power : POWERS) {
			if (isWithin(perHead, power)) {
				return power;
			}
		}
		return 0;
	}

	private boolean isWithin(double perHead, int power) {
		double scaled = perHead / Math.pow(10, power);
		return scaled >= this.min && scaled <= this.max;
	}

	private double perHead(Case report) {
		BigDecimal amount = (this.amount != Slots.NONE) ? report.amount(this.amount) : null;
		BigDecimal heads = (this.heads != Slots.NONE) ? report.amount(this.heads) : null;
		if (amount == null || heads == null || amount.signum() <= 0 || heads.signum() <= 0) {
			return Double.NaN;
		}
		return amount.doubleValue() / heads.doubleValue() / report.history().months();
	}

}
