package org.srdi.monitor.schedule;

import org.quartz.Trigger;
import org.quartz.listeners.TriggerListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes which schedules have missed their times. */
final class MisfireNotes extends TriggerListenerSupport {

	private static final Logger log = LoggerFactory.getLogger(MisfireNotes.class);

	private final ScheduleStore store;

	MisfireNotes(ScheduleStore store) {
		this.store = store;
	}

	@Override
	public String getName() {
		return "misfires";
	}

	@Override
	public void triggerMisfired(Trigger trigger) {
		log.warn("{} has missed its times since {}", trigger.getKey().getName(), trigger.getNextFireTime());
		try {
			this.store.misfired(trigger.getKey().getName());
		}
		catch (RuntimeException ex) {
			// what counts is that it is made up for
			log.warn("That {} missed its times cannot be noted", trigger.getKey().getName(), ex);
		}
	}

}
