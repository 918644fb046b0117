package org.srdi.monitor.batch;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.target.RegionalProgress;

/** Measures the targets of the plans before the enterprises are judged. */
final class RegionalProgressListener implements StepExecutionListener {

	private final RegionalProgress regions;

	RegionalProgressListener(RegionalProgress regions) {
		this.regions = regions;
	}

	@Override
	public void beforeStep(StepExecution step) {
		String period = step.getJobParameters().getString("period");
		this.regions.update(ReportingPeriod.parse(String.valueOf(period)));
	}

}
