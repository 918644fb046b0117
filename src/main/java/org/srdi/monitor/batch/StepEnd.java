package org.srdi.monitor.batch;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Progress;

/** Tells the watcher that a step is over. */
final class StepEnd implements StepExecutionListener {

	private final Progress progress;

	StepEnd(Progress progress) {
		this.progress = progress;
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		this.progress.end(step.getStepName());
		return null;
	}

}
