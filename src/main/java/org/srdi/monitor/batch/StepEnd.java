package org.srdi.monitor.batch;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Progress;

/** Tells the watcher that a step is over, and the log which step it is in. */
final class StepEnd implements StepExecutionListener {

	private final Progress progress;

	StepEnd(Progress progress) {
		this.progress = progress;
	}

	@Override
	public void beforeStep(StepExecution step) {
		LogContext.enterStep(step.getStepName());
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		LogContext.leaveStep();
		this.progress.end(step.getStepName());
		return null;
	}

}
