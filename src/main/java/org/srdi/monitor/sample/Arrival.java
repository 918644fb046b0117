package org.srdi.monitor.sample;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.srdi.monitor.core.ReportingPeriod;

/**
 * When files come in. Reports of a month are due on its 28th, to the end of the day, in
 * China.
 */
final class Arrival {

	private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

	private Arrival() {
	}

	/** Returns when the workbook of a month of the history came in. */
	static OffsetDateTime ofHistory(ReportingPeriod period) {
		return at(period, 27, LocalTime.of(10, 0));
	}

	/** Draws an instant in the office hours of a day from the first to the last. */
	static OffsetDateTime drawn(ReportingPeriod period, Chance chance, int firstDay, int lastDay) {
		int day = firstDay + chance.below(lastDay - firstDay + 1);
		return at(period, day, LocalTime.of(8 + chance.below(10), chance.below(60), chance.below(60)));
	}

	/** Draws an instant a few minutes after the deadline. */
	static OffsetDateTime late(ReportingPeriod period, Chance chance) {
		return at(period, 28, LocalTime.MIDNIGHT).plusDays(1).plusMinutes(5 + chance.below(15));
	}

	private static OffsetDateTime at(ReportingPeriod period, int day, LocalTime time) {
		return period.month().atDay(day).atTime(time).atOffset(CHINA);
	}

}
