package org.srdi.monitor.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.srdi.monitor.definition.JobDefinition.Reminder;

/**
 * Which stage of reminding a missing report is at: the newest one that has begun, whether
 * or not the ones before it were ever sent.
 *
 * @param stages the stages, the earliest first
 * @param zone the zone of their times
 */
record Stages(List<Reminder> stages, ZoneId zone) {

	/** What is older is no reminder any more: the next month is what matters then. */
	static final Duration LAPSE = Duration.ofDays(14);

	/** Returns the stage of a report that is due then; empty if none is to be sent. */
	Optional<Reminder> of(Instant due, Instant now) {
		return this.stages.stream()
			.filter((stage) -> !stage.at(due, this.zone).isAfter(now))
			.reduce((earlier, later) -> later)
			.filter((stage) -> stage.at(due, this.zone).plus(LAPSE).isAfter(now));
	}

	/** Returns whether any report may be at a stage, if none is due before that. */
	boolean haveBegun(Instant earliestDue, Instant now) {
		return !this.stages.isEmpty() && !this.stages.get(0).at(earliestDue, this.zone).isAfter(now);
	}

}
