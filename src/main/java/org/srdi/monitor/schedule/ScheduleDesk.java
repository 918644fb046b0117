package org.srdi.monitor.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.quartz.JobDataMap;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;

import org.springframework.beans.factory.ObjectProvider;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.JobDefinition.Schedule;

/**
 * What people see of the schedules and do with them. Works on the store: the service need
 * not run here.
 */
public final class ScheduleDesk {

	private static final int LONGEST_ACTOR = 60;

	private final ObjectProvider<Scheduler> scheduler;

	private final Timetable timetable;

	private final Firings firings;

	private final ScheduleStore store;

	private final Clock businessClock;

	ScheduleDesk(ObjectProvider<Scheduler> scheduler, Timetable timetable, Firings firings, ScheduleStore store,
			Clock businessClock) {
		this.scheduler = scheduler;
		this.timetable = timetable;
		this.firings = firings;
		this.store = store;
		this.businessClock = businessClock;
	}

	/**
	 * A schedule as it stands.
	 *
	 * @param code its name
	 * @param action what it does
	 * @param cron when
	 * @param enabled whether it runs at all
	 * @param catchesUp whether missed times are made up for
	 * @param next when it fires next; null if it does not
	 * @param last when it was last to fire; null if it never did
	 * @param actor who did that
	 * @param status how that ended; null if it never fired
	 * @param outcome what came of it; null while it runs
	 * @param pausedAt since when it is paused; null if it is not
	 * @param pausedBy who paused it
	 * @param lastMisfire when times were last found to have been missed; null if never
	 */
	public record Entry(String code, String action, String cron, boolean enabled, boolean catchesUp,
			@Nullable Instant next, @Nullable Instant last, @Nullable String actor, @Nullable String status,
			@Nullable String outcome, @Nullable Instant pausedAt, @Nullable String pausedBy,
			@Nullable Instant lastMisfire) {

	}

	/** Returns all schedules as they stand. */
	public List<Entry> list() {
		return this.timetable.schedules().stream().map(this::entry).toList();
	}

	private Entry entry(Schedule schedule) {
		String code = schedule.code();
		ScheduleStore.Fire fire = this.store.lastFire(code).orElse(null);
		ScheduleStore.Pause pause = this.store.paused(code).orElse(null);
		boolean fires = schedule.enabled() && pause == null;
		return new Entry(code, schedule.action().name().toLowerCase(Locale.ROOT).replace('_', '-'), schedule.cron(),
				schedule.enabled(), isCatchingUp(schedule),
				fires ? this.timetable.times(schedule).after(this.businessClock.instant()).orElse(null) : null,
				(fire != null) ? fire.scheduledAt() : null, (fire != null) ? fire.actor() : null,
				(fire != null) ? fire.status() : null, (fire != null) ? fire.outcome() : null,
				(pause != null) ? pause.at() : null, (pause != null) ? pause.actor() : null,
				this.store.lastMisfire(code).orElse(null));
	}

	private static boolean isCatchingUp(Schedule schedule) {
		return switch (schedule.misfire()) {
			case CATCH_UP_ONCE -> true;
			case SKIP -> false;
		};
	}

	/** Returns whether there is such a schedule. */
	public boolean knows(String code) {
		return this.timetable.find(code).isPresent();
	}

	/** Returns the codes of all schedules, for people. */
	public String codes() {
		return this.timetable.codes();
	}

	/** Does in this process what a schedule does, and returns what came of it. */
	public Outcome runHere(String code, String actor) {
		return this.firings.fire(code, this.businessClock.instant(), name(actor));
	}

	/**
	 * Asks the service to do what a schedule does.
	 * @return whether the store knows the schedule; it does not before the service was
	 * first started
	 * @throws IllegalStateException if the store cannot be written
	 */
	public boolean ask(String code, String actor) {
		JobKey key = JobKey.jobKey(code, this.timetable.job());
		return withStore((quartz) -> {
			if (!quartz.checkExists(key)) {
				return false;
			}
			JobDataMap data = new JobDataMap();
			data.put(RunTick.ACTOR, name(actor));
			quartz.triggerJob(key, data);
			return true;
		});
	}

	/**
	 * Pauses a schedule until somebody resumes it, through restarts and changes.
	 * @throws IllegalStateException if the store cannot be written
	 */
	public void pause(String code, String actor) {
		this.store.pause(code, name(actor));
		withStore((quartz) -> {
			quartz.pauseTrigger(TriggerKey.triggerKey(code, this.timetable.job()));
			return true;
		});
	}

	/**
	 * Lets a schedule go on; what it missed is made up for or not, as its policy says.
	 * @return whether it makes up for what it missed
	 * @throws IllegalStateException if the store cannot be written
	 */
	public boolean resume(String code) {
		this.store.resume(code);
		withStore((quartz) -> {
			quartz.resumeTrigger(TriggerKey.triggerKey(code, this.timetable.job()));
			return true;
		});
		return isCatchingUp(this.timetable.schedule(code));
	}

	private boolean withStore(Work work) {
		try {
			return work.on(this.scheduler.getObject());
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException("Cannot change the schedules", ex);
		}
	}

	private static String name(String actor) {
		String name = actor.equals(Firings.BY_SCHEDULE) ? "user " + actor : actor;
		return (name.length() <= LONGEST_ACTOR) ? name : name.substring(0, LONGEST_ACTOR);
	}

	/** Something done with the store. */
	private interface Work {

		boolean on(Scheduler quartz) throws SchedulerException;

	}

}
