package org.srdi.monitor.schedule;

import java.util.Set;

import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Tells whether schedules fire: started, and not all of them paused. */
final class SchedulerHealthIndicator extends AbstractHealthIndicator {

	private final ObjectProvider<Scheduler> scheduler;

	SchedulerHealthIndicator(ObjectProvider<Scheduler> scheduler) {
		super("The scheduler cannot be asked");
		this.scheduler = scheduler;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) throws SchedulerException {
		Scheduler store = this.scheduler.getObject();
		boolean started = store.isStarted() && !store.isInStandbyMode() && !store.isShutdown();
		Set<TriggerKey> triggers = store.getTriggerKeys(GroupMatcher.anyGroup());
		long paused = 0;
		for (TriggerKey trigger : triggers) {
			paused += (store.getTriggerState(trigger) == Trigger.TriggerState.PAUSED) ? 1 : 0;
		}
		health.status((started && paused < triggers.size()) ? Status.UP : Status.OUT_OF_SERVICE)
			.withDetail("started", started)
			.withDetail("schedules", triggers.size())
			.withDetail("paused", paused);
	}

}
