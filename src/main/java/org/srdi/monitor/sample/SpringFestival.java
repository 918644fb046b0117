package org.srdi.monitor.sample;

import java.time.LocalDate;
import java.util.Map;

import org.srdi.monitor.core.ReportingPeriod;

/**
 * How far the Spring Festival slows a month down. It moves between January and February,
 * which is why growth of these months is judged together.
 */
final class SpringFestival {

	/** New Year's Day of the Chinese calendar as month × 100 + day. */
	private static final Map<Integer, Integer> NEW_YEAR = Map.ofEntries(Map.entry(2017, 128), Map.entry(2018, 216),
			Map.entry(2019, 205), Map.entry(2020, 125), Map.entry(2021, 212), Map.entry(2022, 201),
			Map.entry(2023, 122), Map.entry(2024, 210), Map.entry(2025, 129), Map.entry(2026, 217),
			Map.entry(2027, 206), Map.entry(2028, 126), Map.entry(2029, 213), Map.entry(2030, 203),
			Map.entry(2031, 123), Map.entry(2032, 211), Map.entry(2033, 131), Map.entry(2034, 219),
			Map.entry(2035, 208));

	private static final int IN_THE_MIDDLE = 205;

	private static final int DAYS_BEFORE = 6;

	private static final int DAYS = 16;

	private static final double SLOWDOWN = 0.45;

	private SpringFestival() {
	}

	/** Returns the share of its usual business that a month keeps, 1 from March on. */
	static double factor(ReportingPeriod period) {
		if (period.months() > 2) {
			return 1;
		}
		LocalDate first = newYear(period.year()).minusDays(DAYS_BEFORE);
		long days = first.datesUntil(first.plusDays(DAYS))
			.filter((day) -> ReportingPeriod.of(day).equals(period))
			.count();
		return 1 - SLOWDOWN * days / period.lastDay().getDayOfMonth();
	}

	private static LocalDate newYear(int year) {
		int day = NEW_YEAR.getOrDefault(year, IN_THE_MIDDLE);
		return LocalDate.of(year, day / 100, day % 100);
	}

}
