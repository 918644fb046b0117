package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * What is on file about the enterprise, and what its figures are likely to be: NaN where
 * nobody knows.
 */
final class History {

	private static final int YEAR = 12;

	private final Slots slots;

	private final ReportingPeriod period;

	private final boolean startsYear;

	private final @Nullable Amounts lastMonth;

	private final @Nullable Amounts yearAgo;

	private final double[] fromLastMonth;

	private final double[] fromYearAgo;

	History(Slots slots, ReportingPeriod period, boolean startsYear, @Nullable Map<FigureKey, BigDecimal> lastMonth,
			@Nullable Map<FigureKey, BigDecimal> yearAgo) {
		this.slots = slots;
		this.period = period;
		this.startsYear = startsYear;
		this.lastMonth = amounts(lastMonth);
		this.yearAgo = amounts(yearAgo);
		this.fromLastMonth = slots.all().stream().mapToDouble(this::fromLastMonth).toArray();
		this.fromYearAgo = slots.all().stream().mapToDouble(this::fromYearAgo).toArray();
	}

	private @Nullable Amounts amounts(@Nullable Map<FigureKey, BigDecimal> figures) {
		if (figures == null || figures.isEmpty()) {
			return null;
		}
		Function<FigureKey, @Nullable BigDecimal> source = figures::get;
		return Amounts.of(this.slots, source);
	}

	/** A cumulative figure grows by a month; in January it starts from a twelfth. */
	private double fromLastMonth(Slot slot) {
		BigDecimal amount = (this.lastMonth != null) ? this.lastMonth.get(slot.index()) : null;
		if (amount == null) {
			return Double.NaN;
		}
		double months = this.period.months();
		double grown = this.startsYear ? months / YEAR : months / (months - 1);
		return amount.doubleValue() * (slot.isCumulative() ? grown : 1);
	}

	private double fromYearAgo(Slot slot) {
		int then = slot.isLastYear() ? slot.counterpart() : slot.index();
		BigDecimal amount = (this.yearAgo != null && then != Slots.NONE) ? this.yearAgo.get(then) : null;
		return (amount != null) ? amount.doubleValue() : Double.NaN;
	}

	boolean startsYear() {
		return this.startsYear;
	}

	/** Returns how many months the year to date covers. */
	int months() {
		return this.period.months();
	}

	/** Returns what was accepted for last month, null if nothing was. */
	@Nullable BigDecimal lastMonth(int number) {
		return (this.lastMonth != null) ? this.lastMonth.get(number) : null;
	}

	/**
	 * Returns what was accepted a year ago for a figure of last year, null if nothing.
	 */
	@Nullable BigDecimal acceptedThen(int lastYear) {
		int then = this.slots.get(lastYear).counterpart();
		return (this.yearAgo != null && then != Slots.NONE) ? this.yearAgo.get(then) : null;
	}

	/** Returns whether anything is on file. */
	boolean isKnown() {
		return this.lastMonth != null || this.yearAgo != null;
	}

	/** Returns what last month lets expect. */
	double fromLastMonth(int number) {
		return this.fromLastMonth[number];
	}

	/** Returns what the year before lets expect, as far as it is on file. */
	double fromYearAgo(int number) {
		return this.fromYearAgo[number];
	}

}
