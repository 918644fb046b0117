package org.srdi.monitor.reminder;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition;

/** Tells staff whom to call first about missing reports, and where to stop. */
public final class Calls {

	private final OwedQuery owed;

	private final JobDefinition job;

	private final Clock clock;

	Calls(OwedQuery owed, JobDefinition job, Clock clock) {
		this.owed = owed;
		this.job = job;
		this.clock = clock;
	}

	/**
	 * Ranks the missing reports of a month.
	 * @param scope the region whose coverage is to be raised
	 * @param goal the coverage in %; null for the one of job.yaml
	 */
	public CallList list(ReportingPeriod period, Region scope, @Nullable BigDecimal goal) {
		return new Ranking(this.owed.find(period, scope, due(period)), this.clock.instant()).list(period, scope,
				(goal != null) ? goal : this.job.coverageGoal());
	}

	private Function<Collection<Long>, Map<Long, Instant>> due(ReportingPeriod period) {
		Instant due = this.job.calendar().due(period);
		return (ids) -> ids.stream().collect(Collectors.toMap(Function.identity(), (id) -> due));
	}

}
