package org.srdi.monitor.sample;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;

/**
 * What a firm knows about itself from the first January on, a line per field. Reports of
 * any month are taken from here, so they agree with each other. Months are entered in
 * order, counted from 0.
 */
final class Books {

	/** Decimals of amounts: 0.01 万元. */
	static final int CENTS = 2;

	private final ReportingPeriod first;

	private final int months;

	private final Map<String, Series> lines = new HashMap<>();

	/**
	 * Opens empty books.
	 * @param first a January
	 * @param months how many months they cover
	 */
	Books(ReportingPeriod first, int months) {
		this.first = first;
		this.months = months;
	}

	/** Enters an amount, rounded to cents, and returns these. */
	long post(String line, int index, double amount) {
		return post(line, index, StrictMath.round(amount * 100));
	}

	/** Enters an amount in cents and returns it. */
	long post(String line, int index, long cents) {
		return post(line, index, cents, CENTS);
	}

	/** Enters a number of that many decimals, in units of its last digit. */
	long post(String line, int index, long units, int scale) {
		this.lines.computeIfAbsent(line, (name) -> new Series(scale, this.months)).post(index, units);
		return units;
	}

	/** Returns a month in units of its last digit. */
	long at(String line, int index) {
		Series series = this.lines.get(line);
		if (series == null) {
			throw new IllegalArgumentException("The books have no line " + line);
		}
		return series.at(index);
	}

	/** Returns an amount that is kept in cents. */
	double amount(String line, int index) {
		return at(line, index) / 100.0;
	}

	/** Returns what a report says; null where the firm has nothing to say. */
	@Nullable BigDecimal figure(String line, Span span, ReportingPeriod period) {
		Series series = this.lines.get(line);
		return (series != null) ? series.figure(span, (int) this.first.month().until(period.month(), ChronoUnit.MONTHS))
				: null;
	}

	/** Returns the figures for the keys that have one, in the order of the keys. */
	Map<FigureKey, BigDecimal> figures(List<FigureKey> keys, ReportingPeriod period) {
		Map<FigureKey, BigDecimal> figures = new LinkedHashMap<>();
		for (FigureKey key : keys) {
			BigDecimal figure = figure(key.field().value(), key.span(), period);
			if (figure != null) {
				figures.put(key, figure);
			}
		}
		return figures;
	}

}
