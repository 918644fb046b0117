package org.srdi.monitor.batch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

import org.jspecify.annotations.Nullable;

/** Lets one process at a time take reports in and check them; others wait for it. */
final class IntakeLock implements StepExecutionListener {

	private static final Duration PATIENCE = Duration.ofMinutes(30);

	private final RunLocks locks;

	private final Map<StepExecution, RunLocks.Held> held = new ConcurrentHashMap<>();

	IntakeLock(RunLocks locks) {
		this.locks = locks;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.held.put(step, this.locks.hold("intake", PATIENCE));
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		RunLocks.Held lock = this.held.remove(step);
		if (lock != null) {
			lock.close();
		}
		return null;
	}

}
