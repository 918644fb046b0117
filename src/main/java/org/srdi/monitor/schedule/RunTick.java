package org.srdi.monitor.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

import org.springframework.scheduling.quartz.QuartzJobBean;

/** Tells a schedule that its time has come; all else is {@link Firings}' business. */
@DisallowConcurrentExecution
class RunTick extends QuartzJobBean {

	/** The entry of the job data that says who asked for it by hand. */
	static final String ACTOR = "actor";

	private final Firings firings;

	RunTick(Firings firings) {
		this.firings = firings;
	}

	@Override
	protected void executeInternal(JobExecutionContext context) throws JobExecutionException {
		String code = context.getJobDetail().getKey().getName();
		String actor = context.getMergedJobDataMap().getString(ACTOR);
		Outcome outcome = this.firings.fire(code, context.getScheduledFireTime().toInstant(),
				(actor != null) ? actor : Firings.BY_SCHEDULE);
		if (outcome.status() == Outcome.Status.FAILED) {
			throw new JobExecutionException(code + " failed: " + outcome.text());
		}
	}

}
