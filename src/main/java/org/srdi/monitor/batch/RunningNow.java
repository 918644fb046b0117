package org.srdi.monitor.batch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * The runs of this process. When the application is told to end it asks them to stop
 * after what they are just storing, and waits until they have noted so: closing the
 * database under them would leave them to be found as killed.
 */
final class RunningNow implements SmartLifecycle, JobExecutionListener {

	private static final Logger log = LoggerFactory.getLogger(RunningNow.class);

	private final ObjectProvider<JobOperator> operator;

	private final Set<JobExecution> executions = ConcurrentHashMap.newKeySet();

	private int runs;

	private boolean ending;

	private volatile boolean started;

	RunningNow(ObjectProvider<JobOperator> operator) {
		this.operator = operator;
	}

	/** Counts a run until it is left; none may begin once the application is ending. */
	synchronized boolean enter() {
		if (!this.ending) {
			this.runs++;
		}
		return !this.ending;
	}

	synchronized void leave() {
		this.runs--;
		notifyAll();
	}

	@Override
	public void beforeJob(JobExecution execution) {
		this.executions.add(execution);
		if (isEnding()) {
			stop(execution);
		}
	}

	@Override
	public void afterJob(JobExecution execution) {
		this.executions.remove(execution);
	}

	synchronized boolean isEnding() {
		return this.ending;
	}

	@Override
	public void start() {
		this.started = true;
	}

	@Override
	public void stop() {
		synchronized (this) {
			this.ending = true;
		}
		this.executions.forEach(this::stop);
		this.started = false;
	}

	private void stop(JobExecution execution) {
		try {
			log.warn("Asking {} to stop", execution.getJobParameters().getString("run"));
			var unused = this.operator.getObject().stop(execution);
		}
		catch (Exception ex) { // it is over by now, or ends as killed
			log.warn("{} could not be asked to stop", execution.getJobParameters().getString("run"), ex);
		}
	}

	/** Spring waits as long as {@code spring.lifecycle.timeout-per-shutdown-phase}. */
	@Override
	public void stop(Runnable over) {
		stop();
		Thread waiting = new Thread(() -> {
			awaitEnd();
			over.run();
		}, "await-runs");
		waiting.setDaemon(true);
		waiting.start();
	}

	private synchronized void awaitEnd() {
		try {
			while (this.runs > 0) {
				wait();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.started;
	}

}
