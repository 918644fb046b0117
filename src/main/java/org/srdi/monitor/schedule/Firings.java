package org.srdi.monitor.schedule;

import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;

import org.srdi.monitor.definition.JobDefinition.Schedule;

/**
 * Does what a schedule says, by the clock or by hand, and keeps what came of it. What is
 * done follows from the time the tick was due, so that a tick that comes late, or again
 * after a crash, does the same.
 */
public final class Firings {

	/** The actor of a tick that nobody asked for. */
	public static final String BY_SCHEDULE = "schedule";

	private static final Logger log = LoggerFactory.getLogger(Firings.class);

	private final Timetable timetable;

	private final Actions actions;

	private final ScheduleStore store;

	private final PeriodWork periods;

	Firings(Timetable timetable, Actions actions, ScheduleStore store) {
		this.timetable = timetable;
		this.actions = actions;
		this.store = store;
		this.periods = new PeriodWork(store);
	}

	/**
	 * Does what a schedule does at a time.
	 * @param code the schedule
	 * @param scheduledAt the time it was to fire
	 * @param actor {@link #BY_SCHEDULE}, or who does it by hand, which a pause does not
	 * hinder
	 * @return what came of it; a failure is told, not thrown
	 * @throws IllegalArgumentException if there is no such schedule
	 */
	public Outcome fire(String code, Instant scheduledAt, String actor) {
		Schedule schedule = this.timetable.schedule(code);
		if (actor.equals(BY_SCHEDULE) && (!schedule.enabled() || this.store.paused(code).isPresent())) {
			return Outcome.nothing("paused");
		}
		this.store.begin(code, scheduledAt, actor);
		Outcome outcome = attempt(schedule, scheduledAt);
		this.store.finish(code, scheduledAt, actor, outcome);
		if (outcome.status() != Outcome.Status.NOTHING) {
			log.info("{} of {} by {}: {} ({})", code, scheduledAt, actor, outcome.status(), outcome.text());
		}
		return outcome;
	}

	private Outcome attempt(Schedule schedule, Instant scheduledAt) {
		try {
			return perform(schedule, scheduledAt);
		}
		catch (RuntimeException ex) {
			log.error("{} of {} failed", schedule.code(), scheduledAt, ex);
			Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
			return Outcome.failed((cause.getMessage() != null) ? cause.getMessage() : cause.toString());
		}
	}

	private Outcome perform(Schedule schedule, Instant scheduledAt) {
		if (!this.actions.isPerPeriod(schedule.action())) {
			return this.actions.perform(schedule.action(), scheduledAt);
		}
		return this.periods.workOff(schedule, this.actions.byPeriod(schedule.action()), this.timetable.times(schedule),
				scheduledAt);
	}

	/** Settles since when there are these schedules, and where those by period begin. */
	void settle(Instant now) {
		for (Schedule schedule : this.timetable.schedules()) {
			this.store.meet(schedule.code(), now);
			if (schedule.enabled() && this.actions.isPerPeriod(schedule.action())) {
				this.periods.first(schedule, this.actions.byPeriod(schedule.action()).periods(), now);
			}
		}
	}

}
