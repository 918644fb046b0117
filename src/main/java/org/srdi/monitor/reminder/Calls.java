package org.srdi.monitor.reminder;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Deadlines;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition;

/** Tells staff whom to call first about missing reports, and where to stop. */
public final class Calls {

	private final OwedQuery owed;

	private final Deadlines deadlines;

	private final JobDefinition job;

	private final List<Region> regions;

	private final Clock clock;

	Calls(OwedQuery owed, Deadlines deadlines, Definitions definitions, Clock clock) {
		this.owed = owed;
		this.deadlines = deadlines;
		this.job = definitions.job();
		this.regions = definitions.regions();
		this.clock = clock;
	}

	/**
	 * Ranks the missing reports of a month.
	 * @param scope the region whose coverage is to be raised
	 * @param goal the coverage in %; null for the one of job.yaml
	 */
	public CallList list(ReportingPeriod period, Region scope, @Nullable BigDecimal goal) {
		return new Ranking(this.owed.find(period, scope, (ids) -> this.deadlines.due(period, ids)),
				this.clock.instant())
			.list(period, scope, (goal != null) ? goal : this.job.coverageGoal());
	}

	/**
	 * Returns the province of job.yaml.
	 * @throws IllegalStateException if it is none, which the check of job.yaml excludes
	 */
	public Region province() {
		return this.regions.stream()
			.filter((region) -> region.code().value().equals(this.job.province()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No province " + this.job.province()));
	}

}
