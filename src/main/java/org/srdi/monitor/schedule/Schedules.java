package org.srdi.monitor.schedule;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;

import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

import org.springframework.beans.factory.ObjectProvider;

import org.srdi.monitor.definition.JobDefinition.Schedule;

/** Brings the job store in line with {@code job.yaml} and starts it. */
public final class Schedules {

	private final ObjectProvider<Scheduler> scheduler;

	private final Timetable timetable;

	private final Firings firings;

	private final ScheduleStore store;

	private final Clock businessClock;

	Schedules(ObjectProvider<Scheduler> scheduler, Timetable timetable, Firings firings, ScheduleStore store,
			Clock businessClock) {
		this.scheduler = scheduler;
		this.timetable = timetable;
		this.firings = firings;
		this.store = store;
		this.businessClock = businessClock;
	}

	/**
	 * A schedule and whether it is as it was.
	 *
	 * @param code the schedule
	 * @param kind added, changed, removed or kept
	 * @param times when it runs now: cron expression, zone and policy; empty if removed
	 * @param paused whether it stays paused
	 */
	public record Change(String code, Kind kind, String times, boolean paused) {

		/** What happened to a schedule. */
		public enum Kind {

			/** It is new. */
			ADDED,
			/** It runs at other times, or treats missed ones differently. */
			CHANGED,
			/** It is no more. */
			REMOVED,
			/** It is as before. */
			KEPT

		}

	}

	/**
	 * Reconciles the store with the definitions, then starts to fire.
	 * @return what became of each schedule
	 * @throws IllegalStateException if the store cannot be read or written
	 */
	public List<Change> start() {
		try {
			Scheduler quartz = this.scheduler.getObject();
			this.firings.settle(this.businessClock.instant());
			List<Change> changes = reconcile(quartz);
			quartz.getListenerManager().addTriggerListener(new MisfireNotes(this.store));
			quartz.start();
			return changes;
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException("Cannot start the schedules", ex);
		}
	}

	List<Change> reconcile(Scheduler quartz) throws SchedulerException {
		List<Change> changes = new ArrayList<>();
		for (Schedule schedule : this.timetable.schedules()) {
			if (schedule.enabled()) {
				changes.add(reconcile(quartz, schedule));
			}
		}
		// all jobs of the store are ours, also those of a job that is no more
		for (JobKey key : quartz.getJobKeys(GroupMatcher.anyJobGroup())) {
			boolean wanted = key.getGroup().equals(this.timetable.job())
					&& changes.stream().anyMatch((change) -> change.code().equals(key.getName()));
			if (!wanted) {
				quartz.deleteJob(key);
				changes.add(new Change(key.getName(), Change.Kind.REMOVED, "", false));
			}
		}
		return changes;
	}

	private Change reconcile(Scheduler quartz, Schedule schedule) throws SchedulerException {
		TriggerKey key = TriggerKey.triggerKey(schedule.code(), this.timetable.job());
		boolean paused = this.store.paused(schedule.code()).isPresent();
		Change.Kind kind = reconcile(quartz, schedule, key);
		if (paused) {
			quartz.pauseTrigger(key); // a new trigger would run
		}
		return new Change(schedule.code(), kind, this.timetable.shown(schedule), paused);
	}

	private Change.Kind reconcile(Scheduler quartz, Schedule schedule, TriggerKey key) throws SchedulerException {
		CronTrigger wanted = trigger(schedule, key);
		Trigger present = quartz.getTrigger(key);
		if (present == null) {
			quartz.scheduleJob(job(schedule), Set.of(wanted), true);
			return Change.Kind.ADDED;
		}
		if (isSame(present, wanted)) {
			return Change.Kind.KEPT;
		}
		var unused = quartz.rescheduleJob(key, wanted);
		return Change.Kind.CHANGED;
	}

	private static boolean isSame(Trigger present, CronTrigger wanted) {
		return present instanceof CronTrigger cron && cron.getCronExpression().equals(wanted.getCronExpression())
				&& cron.getTimeZone().getID().equals(wanted.getTimeZone().getID())
				&& cron.getMisfireInstruction() == wanted.getMisfireInstruction();
	}

	private JobDetail job(Schedule schedule) {
		return JobBuilder.newJob(RunTick.class)
			.withIdentity(schedule.code(), this.timetable.job())
			.storeDurably()
			.requestRecovery()
			.build();
	}

	private CronTrigger trigger(Schedule schedule, TriggerKey key) {
		CronScheduleBuilder times = CronScheduleBuilder.cronSchedule(schedule.cron())
			.inTimeZone(TimeZone.getTimeZone(this.timetable.zone(schedule)));
		return TriggerBuilder.newTrigger()
			.withIdentity(key)
			.forJob(schedule.code(), this.timetable.job())
			.withSchedule(switch (schedule.misfire()) {
				case CATCH_UP_ONCE -> times.withMisfireHandlingInstructionFireAndProceed();
				case SKIP -> times.withMisfireHandlingInstructionDoNothing();
			})
			.build();
	}

}
