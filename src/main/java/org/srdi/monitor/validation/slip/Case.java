package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Report;

/**
 * A report under examination, as it is or as it would be after a repair.
 *
 * @param slots the figures of the form
 * @param history what is on file
 * @param report the report as it was read
 * @param amounts its amounts
 */
record Case(Slots slots, History history, Report report, Amounts amounts) {

	/** Beyond a factor of five from everything known, a figure stands out. */
	static final double FAR = 0.7;

	/** Within a factor of 2.5 of everything known, a figure is in line. */
	static final double NEAR = 0.4;

	private static final double OTHER_SIGN = 1;

	private static final double FARTHEST = 2;

	@Nullable BigDecimal amount(int number) {
		return this.amounts.get(number);
	}

	/** Returns the sum of figures, null if one of them is missing. */
	@Nullable BigDecimal sum(int[] numbers) {
		BigDecimal sum = BigDecimal.ZERO;
		for (int number : numbers) {
			BigDecimal amount = amount(number);
			if (amount == null) {
				return null;
			}
			sum = sum.add(amount);
		}
		return sum;
	}

	Case with(Map<Integer, @Nullable BigDecimal> changes) {
		return new Case(this.slots, this.history, this.report, this.amounts.with(changes));
	}

	/**
	 * Returns how far a figure is from the nearest thing known about it, in powers of
	 * ten; NaN where there is no figure or nothing is known.
	 */
	double nearest(int number) {
		return distance(number, false);
	}

	/** Returns how far a figure is from the farthest thing known about it. */
	double farthest(int number) {
		return distance(number, true);
	}

	/** Returns how many independent things are known about a figure. */
	int witnesses(int number) {
		return (Double.isNaN(recent(number)) ? 0 : 1) + (Double.isNaN(earlier(number)) ? 0 : 1);
	}

	/** Returns whether the firm has reports on file and never gave this figure. */
	boolean isUnheardOf(int number) {
		return this.history.isKnown() && Double.isNaN(this.history.fromLastMonth(number))
				&& Double.isNaN(this.history.fromYearAgo(number));
	}

	/**
	 * Returns whether what is known comes from other columns only: in January nobody
	 * knows of last year's cumulative figure but from its report of a year ago.
	 */
	boolean isHearsay(int number) {
		return this.slots.get(number).isLastYear() && this.history.startsYear()
				&& Double.isNaN(this.history.fromYearAgo(number));
	}

	private double distance(int number, boolean farthest) {
		BigDecimal amount = amount(number);
		if (amount == null) {
			return Double.NaN;
		}
		double value = amount.doubleValue();
		double trifle = this.slots.get(number).trifle();
		double recent = distance(value, recent(number), trifle);
		double earlier = distance(value, earlier(number), trifle);
		if (Double.isNaN(recent) || Double.isNaN(earlier)) {
			return Double.isNaN(recent) ? earlier : recent;
		}
		return farthest ? Math.max(recent, earlier) : Math.min(recent, earlier);
	}

	/** Compares magnitudes; nothing is neither near nor far, as business may pause. */
	static double distance(double value, double known, double trifle) {
		if (Double.isNaN(known)) {
			return Double.NaN;
		}
		double apart = Math.abs(Math.log10((Math.abs(value) + trifle) / (Math.abs(known) + trifle)));
		if (value == 0 || known == 0) {
			return Math.min(apart, NEAR);
		}
		boolean other = value > 0 != known > 0 && Math.abs(value) > trifle && Math.abs(known) > trifle;
		return Math.min(FARTHEST, other ? apart + OTHER_SIGN : apart);
	}

	/**
	 * Returns what this year lets expect: last month or, without it, the other column.
	 */
	private double recent(int number) {
		double known = this.history.fromLastMonth(number);
		if (!Double.isNaN(known)) {
			return known;
		}
		Slot slot = this.slots.get(number);
		BigDecimal twin = (slot.twin() != Slots.NONE) ? amount(slot.twin()) : null;
		if (twin == null) {
			return Double.NaN;
		}
		double months = this.history.months();
		return twin.doubleValue() * (slot.isCumulative() ? months : 1 / months);
	}

	/**
	 * Returns what the other year lets expect: as accepted or, without that, as given.
	 */
	private double earlier(int number) {
		double known = this.history.fromYearAgo(number);
		if (!Double.isNaN(known)) {
			return known;
		}
		int counterpart = this.slots.get(number).counterpart();
		BigDecimal amount = (counterpart != Slots.NONE) ? amount(counterpart) : null;
		return (amount != null) ? amount.doubleValue() : Double.NaN;
	}

}
