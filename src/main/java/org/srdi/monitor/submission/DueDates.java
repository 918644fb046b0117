package org.srdi.monitor.submission;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Deadlines;

/** Until when reports are on time, asked for once per month. */
final class DueDates {

	private final Deadlines deadlines;

	private final Map<ReportingPeriod, Set<Long>> wanted = new HashMap<>();

	private final Map<ReportingPeriod, Map<Long, Instant>> known = new HashMap<>();

	DueDates(Deadlines deadlines) {
		this.deadlines = deadlines;
	}

	/** Says whose dates will be asked for. */
	void want(@Nullable ReportingPeriod period, @Nullable Long enterpriseId) {
		if (period != null && enterpriseId != null) {
			this.wanted.computeIfAbsent(period, (month) -> new HashSet<>()).add(enterpriseId);
		}
	}

	/** Returns until when a report is on time; null where it names no month. */
	@Nullable Instant of(@Nullable ReportingPeriod period, @Nullable Long enterpriseId) {
		if (period == null) {
			return null;
		}
		Instant own = this.known
			.computeIfAbsent(period,
					(month) -> this.deadlines.onTimeUntil(month, this.wanted.getOrDefault(month, Set.of())))
			.get(enterpriseId);
		return (own != null) ? own : this.deadlines.onTimeUntil(period);
	}

}
