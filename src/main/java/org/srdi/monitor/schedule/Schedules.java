package org.srdi.monitor.schedule;

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

import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition;

/** Brings the job store in line with {@code job.yaml} and starts it. */
public final class Schedules {

	private static final String GROUP = "srdi";

	private final ObjectProvider<Scheduler> scheduler;

	private final Definitions definitions;

	Schedules(ObjectProvider<Scheduler> scheduler, Definitions definitions) {
		this.scheduler = scheduler;
		this.definitions = definitions;
	}

	/**
	 * A schedule that is not as it was.
	 *
	 * @param code the schedule
	 * @param kind added, changed, removed or kept
	 * @param cron when it runs now
	 */
	public record Change(String code, Kind kind, String cron) {

		/** What happened to a schedule. */
		public enum Kind {

			/** It is new. */
			ADDED,
			/** It runs at other times. */
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
			Scheduler store = this.scheduler.getObject();
			List<Change> changes = reconcile(store);
			store.start();
			return changes;
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException("Cannot start the schedules", ex);
		}
	}

	List<Change> reconcile(Scheduler store) throws SchedulerException {
		List<Change> changes = new ArrayList<>();
		for (JobDefinition.Schedule schedule : this.definitions.job().schedules()) {
			changes.add(reconcile(store, schedule));
		}
		for (JobKey key : store.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
			if (changes.stream().noneMatch((change) -> change.code().equals(key.getName()))) {
				store.deleteJob(key);
				changes.add(new Change(key.getName(), Change.Kind.REMOVED, ""));
			}
		}
		return changes;
	}

	private Change reconcile(Scheduler store, JobDefinition.Schedule schedule) throws SchedulerException {
		TriggerKey key = TriggerKey.triggerKey(schedule.code(), GROUP);
		CronTrigger wanted = trigger(schedule, key);
		Trigger present = store.getTrigger(key);
		if (present == null) {
			store.scheduleJob(job(schedule), Set.of(wanted), true);
			return new Change(schedule.code(), Change.Kind.ADDED, schedule.cron());
		}
		if (isSame(present, wanted)) {
			return new Change(schedule.code(), Change.Kind.KEPT, schedule.cron());
		}
		var unused = store.rescheduleJob(key, wanted);
		return new Change(schedule.code(), Change.Kind.CHANGED, schedule.cron());
	}

	private static boolean isSame(Trigger present, CronTrigger wanted) {
		return present instanceof CronTrigger cron && cron.getCronExpression().equals(wanted.getCronExpression())
				&& cron.getTimeZone().getID().equals(wanted.getTimeZone().getID())
				&& cron.getMisfireInstruction() == wanted.getMisfireInstruction();
	}

	private static JobDetail job(JobDefinition.Schedule schedule) {
		return JobBuilder.newJob(RunTick.class)
			.withIdentity(schedule.code(), GROUP)
			.usingJobData(RunTick.ACTION, schedule.action().name())
			.storeDurably()
			.requestRecovery()
			.build();
	}

	private CronTrigger trigger(JobDefinition.Schedule schedule, TriggerKey key) {
		CronScheduleBuilder times = CronScheduleBuilder.cronSchedule(schedule.cron())
			.inTimeZone(TimeZone.getTimeZone(this.definitions.job().calendar().zone()));
		return TriggerBuilder.newTrigger()
			.withIdentity(key)
			.forJob(schedule.code(), GROUP)
			.withSchedule(switch (schedule.misfire()) {
				case CATCH_UP_ONCE -> times.withMisfireHandlingInstructionFireAndProceed();
				case SKIP -> times.withMisfireHandlingInstructionDoNothing();
			})
			.build();
	}

}
