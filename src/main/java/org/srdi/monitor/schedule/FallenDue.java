package org.srdi.monitor.schedule;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.srdi.monitor.core.ReportingPeriod;

/**
 * Tells when periods fall due.
 *
 * @param last the last period that is due by an instant
 * @param due the instant a period is due
 * @param counts whether a period is one that is worked off, as every third month
 */
record FallenDue(Function<Instant, ReportingPeriod> last, Function<ReportingPeriod, Instant> due,
		Predicate<ReportingPeriod> counts) {

	/** Returns the periods from one on that are due by an instant, the oldest first. */
	Stream<ReportingPeriod> since(ReportingPeriod first, Instant at) {
		ReportingPeriod end = this.last.apply(at);
		return Stream.iterate(first, (period) -> !period.isAfter(end), ReportingPeriod::next)
			.filter(this.counts)
			.filter((period) -> !this.due.apply(period).isAfter(at));
	}

	/** Returns the first period that is not due by an instant. */
	ReportingPeriod next(Instant at) {
		return this.last.apply(at).next();
	}

	/** Returns the same for some of the periods. */
	FallenDue only(Predicate<ReportingPeriod> some) {
		return new FallenDue(this.last, this.due, this.counts.and(some));
	}

}
