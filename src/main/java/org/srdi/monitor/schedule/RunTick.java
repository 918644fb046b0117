package org.srdi.monitor.schedule;

import java.time.Instant;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.quartz.QuartzJobBean;

import org.srdi.monitor.core.Progress;
import org.srdi.monitor.batch.RunOutcome;
import org.srdi.monitor.batch.Runs;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.submission.SubmissionProperties;

/**
 * Does what a schedule says. The month it works off follows from the time it was due to
 * fire, so a tick that comes late, or again after a crash, keeps its month.
 */
@DisallowConcurrentExecution
class RunTick extends QuartzJobBean {

	/** The entry of the job data that holds the {@link JobDefinition.Action}. */
	static final String ACTION = "action";

	private static final Logger log = LoggerFactory.getLogger(RunTick.class);

	private final Runs runs;

	private final SubmissionProperties properties;

	private final JobDefinition.Calendar calendar;

	RunTick(Runs runs, SubmissionProperties properties, Definitions definitions) {
		this.runs = runs;
		this.properties = properties;
		this.calendar = definitions.job().calendar();
	}

	@Override
	protected void executeInternal(JobExecutionContext context) throws JobExecutionException {
		String name = context.getJobDetail().getKey().getName();
		JobDefinition.Action action = JobDefinition.Action.valueOf(context.getMergedJobDataMap().getString(ACTION));
		RunOutcome outcome = run(action, context.getScheduledFireTime().toInstant());
		log.info("{}: {} {}", name, outcome.status(), outcome.tally());
		if (outcome.status() == RunOutcome.Status.FAILED) {
			throw new JobExecutionException(name + " failed: " + outcome.message());
		}
	}

	private RunOutcome run(JobDefinition.Action action, Instant due) {
		return switch (action) {
			case INGEST -> this.runs.ingest(this.properties.inbox(), Progress.NONE);
			case CLOSE_MONTH -> this.runs.month(fallenDue(this.calendar, due), this.properties.inbox(),
					this.properties.out(), Progress.NONE);
		};
	}

	/** Returns the last period whose deadline is over at an instant. */
	static ReportingPeriod fallenDue(JobDefinition.Calendar calendar, Instant instant) {
		ReportingPeriod period = calendar.periodOf(instant);
		while (calendar.due(period).isAfter(instant)) {
			period = period.previous();
		}
		return period;
	}

}
