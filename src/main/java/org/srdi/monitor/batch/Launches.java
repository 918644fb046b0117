package org.srdi.monitor.batch;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryOperations;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Launches jobs, and launches them again after what passes by itself: a lock that was
 * lost to another transaction, and a database that was away. That is safe because a job
 * goes on where it was, and its steps go by the state of the rows: whether the last
 * commit before the connection broke was carried out is found out by looking.
 */
final class Launches {

	private static final Logger log = LoggerFactory.getLogger(Launches.class);

	/** A database that leaves more often than that during a run needs people. */
	private static final int OUTAGES = 3;

	private final JobOperator operator;

	private final JobRepository repository;

	private final RetryOperations lockRetries;

	private final JdbcClient jdbc;

	private final Duration patience;

	/**
	 * Launches jobs.
	 * @param patience how long a database that is away is waited for
	 */
	Launches(JobOperator operator, JobRepository repository, RetryOperations lockRetries, JdbcClient jdbc,
			Duration patience) {
		this.operator = operator;
		this.repository = repository;
		this.lockRetries = lockRetries;
		this.jdbc = jdbc;
		this.patience = patience;
	}

	/**
	 * Launches a job, from where it broke off if it did. The caller holds the lock of the
	 * run.
	 */
	JobExecution launch(Job job, JobParameters parameters) throws RetryException {
		for (int outages = 0;; outages++) {
			try {
				JobExecution execution = this.lockRetries.execute(() -> launchOrLose(job, parameters));
				if (execution.getAllFailureExceptions().stream().noneMatch(Launches::isOutage)
						|| !isWorthWaiting(outages)) {
					return execution;
				}
			}
			catch (RetryException ex) {
				if (!isOutage(ex) || !isWorthWaiting(outages)) {
					throw ex;
				}
			}
		}
	}

	private boolean isWorthWaiting(int outages) {
		return outages < OUTAGES && isBack();
	}

	/** Waits for the database; each look takes as long as a connection may. */
	private boolean isBack() {
		long begin = System.nanoTime();
		log.warn("The database is away: waiting for it for {}", this.patience);
		while (System.nanoTime() - begin < this.patience.toNanos()) {
			try {
				this.jdbc.sql("SELECT 1").query(Integer.class).single();
				log.warn("The database is back: going on");
				return true;
			}
			catch (RuntimeException ex) {
				log.debug("The database is still away", ex);
				pause();
			}
		}
		return false;
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(500);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while the database is away", ex);
		}
	}

	/** Returns whether something failed because the database could not be reached. */
	static boolean isOutage(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && isOutage(sql)) {
				return true;
			}
		}
		return false;
	}

	/** 08 are the connection exceptions of the standard. */
	private static boolean isOutage(SQLException failure) {
		return failure instanceof SQLTransientConnectionException
				|| failure instanceof SQLNonTransientConnectionException || failure instanceof SQLRecoverableException
				|| (failure.getSQLState() != null && failure.getSQLState().startsWith("08"));
	}

	private JobExecution launchOrLose(Job job, JobParameters parameters) throws JobExecutionException {
		JobExecution execution = launchOnce(job, parameters);
		List<Throwable> failures = execution.getAllFailureExceptions();
		for (Throwable failure : failures) {
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				if (cause instanceof PessimisticLockingFailureException lost) {
					log.warn("{} lost a lock to another: {}", parameters.getString("run"), lost.getMessage());
					throw lost;
				}
			}
		}
		return execution;
	}

	/**
	 * Starts the job, or restarts it where it broke off. The lock is held, so whatever
	 * the repository says is still running belongs to a process that died.
	 */
	private JobExecution launchOnce(Job job, JobParameters parameters) throws JobExecutionException {
		for (JobExecution running : this.repository.findRunningJobExecutions(job.getName())) {
			if (running.getJobParameters().getIdentifyingParameters().equals(parameters.getIdentifyingParameters())) {
				this.operator.recover(running);
			}
		}
		JobInstance instance = this.repository.getJobInstance(job.getName(), parameters);
		JobExecution last = (instance != null) ? this.repository.getLastJobExecution(instance) : null;
		if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
			return last;
		}
		if (last != null) {
			settle(last);
		}
		return this.operator.start(job, parameters);
	}

	/**
	 * Where the connection broke in the middle of a commit, Spring Batch does not know
	 * whether it was carried out, and would not go on. Steps of ours need not know.
	 */
	private void settle(JobExecution execution) {
		for (StepExecution step : execution.getStepExecutions()) {
			if (step.getStatus() == BatchStatus.UNKNOWN) {
				step.setStatus(BatchStatus.FAILED);
				this.repository.update(step);
			}
		}
		if (execution.getStatus() == BatchStatus.UNKNOWN) {
			execution.setStatus(BatchStatus.FAILED);
			this.repository.update(execution);
		}
	}

}
