package org.srdi.monitor.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition.Misfire;
import org.srdi.monitor.definition.JobDefinition.Schedule;

/**
 * Works off the periods that have fallen due and are not done, in order and each once. A
 * period is claimed before and marked after: one that broke off in between is done again,
 * which its job takes, and marked once. One that fails holds up those after it, because
 * they rest on it.
 */
final class PeriodWork {

	private static final String DONE = "DONE";

	private static final String SKIPPED = "SKIPPED";

	private final ScheduleStore store;

	PeriodWork(ScheduleStore store) {
		this.store = store;
	}

	/**
	 * Settles from which period on a schedule works by itself: the first one that was not
	 * due when the schedule was first met. What is older is left to people.
	 */
	ReportingPeriod first(Schedule schedule, FallenDue periods, Instant at) {
		return this.store.firstPeriod(schedule.code(), periods.next(at));
	}

	Outcome workOff(Schedule schedule, Actions.ByPeriod work, CronTimes times, Instant at) {
		ReportingPeriod first = first(schedule, work.periods(), at);
		List<String> said = new ArrayList<>();
		for (ReportingPeriod period : work.periods().since(first, at).toList()) {
			Outcome outcome = once(schedule, work, times, period, at);
			if (outcome.status() != Outcome.Status.NOTHING) {
				said.add(period + ": " + outcome.text());
			}
			if (!outcome.isSettled()) {
				return new Outcome(outcome.status(), String.join("; ", said));
			}
		}
		return said.isEmpty() ? Outcome.nothing("no period is due; the first one is " + first)
				: Outcome.done(String.join("; ", said));
	}

	private Outcome once(Schedule schedule, Actions.ByPeriod work, CronTimes times, ReportingPeriod period,
			Instant at) {
		Optional<String> state = this.store.state(schedule.code(), period);
		if (state.filter((known) -> known.equals(DONE) || known.equals(SKIPPED)).isPresent()) {
			return Outcome.nothing("done before");
		}
		this.store.claim(schedule.code(), period, at);
		if (state.isEmpty() && isMissed(schedule, work.periods().due().apply(period), times, at)) {
			this.store.settle(schedule.code(), period, SKIPPED, "its time was missed");
			return Outcome.done("skipped, its time was missed");
		}
		Outcome outcome = work.call().apply(period);
		switch (outcome.status()) {
			case DONE, NOTHING -> this.store.settle(schedule.code(), period, DONE, outcome.text());
			case FAILED -> this.store.settle(schedule.code(), period, "FAILED", outcome.text());
			case LATER -> {
			}
		}
		return (outcome.status() == Outcome.Status.NOTHING) ? Outcome.done(outcome.text()) : outcome;
	}

	/** Under the policy skip, a period is missed if it was due before the last tick. */
	private static boolean isMissed(Schedule schedule, Instant due, CronTimes times, Instant at) {
		return schedule.misfire() == Misfire.SKIP
				&& times.before(at).filter((previous) -> !due.isAfter(previous)).isPresent();
	}

}
