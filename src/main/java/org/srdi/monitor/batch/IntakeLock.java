package org.srdi.monitor.batch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time take reports in and check them; others wait for it. A thread
 * holds it for a step at a time: what is left of a step whose end nobody told, because
 * the database went away in between, is given back before the thread begins the next.
 */
final class IntakeLock implements StepExecutionListener {

	private static final Duration PATIENCE = Duration.ofMinutes(30);

	private final RunLocks locks;

	private final Map<Thread, RunLocks.Held> held = new ConcurrentHashMap<>();

	IntakeLock(RunLocks locks) {
		this.locks = locks;
	}

	@Override
	public void beforeStep(StepExecution step) {
		release();
		this.held.put(Thread.currentThread(), this.locks.hold("intake", PATIENCE));
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		release();
		return null;
	}

	private void release() {
		RunLocks.Held lock = this.held.remove(Thread.currentThread());
		if (lock != null) {
			lock.close();
		}
	}

}
