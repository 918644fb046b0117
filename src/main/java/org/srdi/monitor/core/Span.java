package org.srdi.monitor.core;

import java.util.Locale;

/** The stretch of time a figure covers: the columns of the form. */
public enum Span {

	/** This month (本月). */
	M,
	/** January to this month (本年累计). */
	YTD,
	/** The same month last year (上年同月). */
	M_LY,
	/** January to the same month last year (上年同期累计). */
	YTD_LY,
	/** The end of the period (期末). */
	EOP,
	/** The end of the same period last year (上年同期末). */
	EOP_LY,
	/** The average of the year to date (本年平均). */
	AVG,
	/** The average of the same months last year (上年平均). */
	AVG_LY;

	private final String key = name().toLowerCase(Locale.ROOT);

	/** Returns the name used in definitions and column names: {@code ytd_ly}. */
	public String key() {
		return this.key;
	}

	/** Returns whether the span lies in the year before. */
	public boolean isLastYear() {
		return name().endsWith("_LY");
	}

	/**
	 * Returns the span of the year before that this one is compared with.
	 * @throws IllegalStateException if this span lies in the year before itself
	 */
	public Span lastYear() {
		return switch (this) {
			case M -> M_LY;
			case YTD -> YTD_LY;
			case EOP -> EOP_LY;
			case AVG -> AVG_LY;
			default -> throw new IllegalStateException(key() + " lies in the year before already");
		};
	}

	/**
	 * Reads a {@linkplain #key() key}.
	 * @throws IllegalArgumentException if there is no such span
	 */
	public static Span parse(String key) {
		for (Span span : values()) {
			if (span.key.equals(key)) {
				return span;
			}
		}
		throw new IllegalArgumentException(
				"'" + key + "' is no span: expected m, ytd, m_ly, ytd_ly, eop, eop_ly, avg or avg_ly");
	}

}
