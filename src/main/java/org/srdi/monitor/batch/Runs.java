package org.srdi.monitor.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryOperations;
import org.springframework.dao.PessimisticLockingFailureException;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Causes;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.publication.Publications;
import org.srdi.monitor.register.Rosters;
import org.srdi.monitor.submission.Submissions;
import org.srdi.monitor.submission.Tally;
import org.srdi.monitor.core.Progress;

/**
 * Starts the jobs, one at a time for each month, and knows whether there is anything to
 * do. A run is named by its job, its month and a revision; one that broke off keeps its
 * name and goes on where it stopped, one that was done is followed by the next revision.
 */
public final class Runs {

	/** The job that works off a month. */
	static final String MONTH = "monthly-operations";

	/** The job that takes reports of any month in and checks them. */
	static final String INTAKE = "report-intake";

	private static final Logger log = LoggerFactory.getLogger(Runs.class);

	private final JobOperator operator;

	private final JobRepository repository;

	private final Job monthJob;

	private final Job intakeJob;

	private final RunLocks locks;

	private final RunRecords records;

	private final RunningNow running;

	private final CurrentProgress progress;

	private final Inboxes inboxes;

	private final RunInputs inputs;

	private final Rosters rosters;

	private final Submissions submissions;

	private final Publications publications;

	private final RetryOperations lockRetries;

	Runs(JobOperator operator, JobRepository repository, Job monthJob, Job intakeJob, RunLocks locks,
			RunRecords records, RunningNow running, CurrentProgress progress, Inboxes inboxes, RunInputs inputs,
			Rosters rosters, Submissions submissions, Publications publications, RetryOperations lockRetries) {
		this.operator = operator;
		this.repository = repository;
		this.monthJob = monthJob;
		this.intakeJob = intakeJob;
		this.locks = locks;
		this.records = records;
		this.running = running;
		this.progress = progress;
		this.inboxes = inboxes;
		this.inputs = inputs;
		this.rosters = rosters;
		this.submissions = submissions;
		this.publications = publications;
		this.lockRetries = lockRetries;
	}

	/**
	 * Works a month off: takes in, checks, aggregates, flags and publishes.
	 * @param inbox the folder the files lie in
	 * @param out the folder the rollup is written to
	 */
	public RunOutcome month(ReportingPeriod period, Path inbox, Path out, Progress watcher) {
		return month(Actor.command("run"), period, inbox, out, watcher);
	}

	/**
	 * Works a month off: takes in, checks, aggregates, flags and publishes.
	 * @param actor who starts it
	 * @param inbox the folder the files lie in
	 * @param out the folder the rollup is written to
	 */
	public RunOutcome month(Actor actor, ReportingPeriod period, Path inbox, Path out, Progress watcher) {
		Optional<RunLocks.Held> lock = this.locks.tryHold("month/" + period);
		if (lock.isEmpty()) {
			return RunOutcome.busy();
		}
		try (var held = lock.get()) {
			log.info("Holding {}", held);
			this.rosters.freeze(period);
			Optional<RunRecords.Run> last = this.records.last(MONTH, period);
			Optional<Path> published = this.publications.latest(period, out);
			if (last.isPresent() && published.isPresent() && isNothingNew(last.get(), inbox)) {
				return RunOutcome.nothingNew(published.get());
			}
			RunRecords.Run run = last.map(RunRecords.Run::following)
				.orElseGet(() -> new RunRecords.Run(MONTH, period, 1, false, null));
			return run(this.monthJob, run, actor, inbox, out, watcher);
		}
	}

	private boolean isNothingNew(RunRecords.Run last, Path inbox) {
		return last.done() && this.inboxes.isEmpty(inbox) && !this.submissions.hasWaiting()
				&& this.inputs.now().digest().equals(last.inputsDigest());
	}

	/**
	 * Takes in and checks what lies in a folder, of whatever month.
	 * @param inbox the folder the files lie in
	 */
	public RunOutcome ingest(Path inbox, Progress watcher) {
		return ingest(Actor.command("ingest"), inbox, watcher);
	}

	/**
	 * Takes in and checks what lies in a folder, of whatever month.
	 * @param actor who starts it
	 * @param inbox the folder the files lie in
	 */
	public RunOutcome ingest(Actor actor, Path inbox, Progress watcher) {
		Optional<RunLocks.Held> lock = this.locks.tryHold("ingest");
		if (lock.isEmpty()) {
			return RunOutcome.busy();
		}
		try (var held = lock.get()) {
			log.info("Holding {}", held);
			if (this.inboxes.isEmpty(inbox) && !this.submissions.hasWaiting()) {
				return RunOutcome.nothingNew(null);
			}
			RunRecords.Run run = this.records.last(INTAKE, null)
				.map(RunRecords.Run::following)
				.orElseGet(() -> new RunRecords.Run(INTAKE, null, 1, false, null));
			return run(this.intakeJob, run, actor, inbox, null, watcher);
		}
	}

	private RunOutcome run(Job job, RunRecords.Run run, Actor actor, Path inbox, @Nullable Path out, Progress watcher) {
		if (!this.running.enter()) {
			return RunOutcome.stopped();
		}
		LogContext.enter(run);
		this.progress.watch(watcher);
		try {
			int attempt = this.records.begin(run, actor);
			JobParameters parameters = parameters(run, attempt, inbox, out);
			JobExecution execution = this.lockRetries.execute(() -> launchOrLose(job, parameters));
			return switch (execution.getStatus()) {
				case COMPLETED -> done(run, inbox, out);
				case STOPPED -> stopped(run);
				default -> failed(run, execution);
			};
		}
		catch (RetryException ex) {
			return failed(run, ex.getCause());
		}
		catch (RuntimeException ex) {
			return failed(run, ex);
		}
		finally {
			this.progress.watch(Progress.NONE);
			LogContext.leave();
			this.running.leave();
		}
	}

	private RunOutcome stopped(RunRecords.Run run) {
		log.warn("Run {} was stopped; the next start goes on from there", run.id());
		this.records.stop(run);
		return RunOutcome.stopped();
	}

	private static JobParameters parameters(RunRecords.Run run, int attempt, Path inbox, @Nullable Path out) {
		JobParametersBuilder parameters = new JobParametersBuilder().addLong("revision", (long) run.revision())
			.addString("run", run.id(), false)
			.addLong("attempt", (long) attempt, false)
			.addString("inbox", inbox.toAbsolutePath().toString(), false);
		if (run.period() != null) {
			parameters.addString("period", run.period().toString());
		}
		if (out != null) {
			parameters.addString("out", out.toAbsolutePath().toString(), false);
		}
		return parameters.toJobParameters();
	}

	/**
	 * Launches the job; one that lost a lock to another process is over, but can be
	 * launched again, and goes on where it was.
	 */
	private JobExecution launchOrLose(Job job, JobParameters parameters) throws JobExecutionException {
		JobExecution execution = launch(job, parameters);
		for (Throwable failure : execution.getAllFailureExceptions()) {
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
	private JobExecution launch(Job job, JobParameters parameters) throws JobExecutionException {
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
		return this.operator.start(job, parameters);
	}

	private RunOutcome done(RunRecords.Run run, Path inbox, @Nullable Path out) {
		Tally tally = this.submissions.tallyOfRun(run.id());
		if (!tally.isBalanced()) {
			String message = "The run lost count: files in = accepted + held + returned + duplicate + unreadable reads "
					+ tally;
			this.records.fail(run, message);
			return RunOutcome.failed(message);
		}
		this.records.finish(run, result(run, tally));
		Path rollup = (out != null && run.period() != null) ? this.publications.latest(run.period(), out).orElse(null)
				: null;
		return new RunOutcome(RunOutcome.Status.DONE, tally, this.inboxes.count(inbox), rollup, null);
	}

	private RunOutcome failed(RunRecords.Run run, JobExecution execution) {
		return failed(run,
				execution.getAllFailureExceptions()
					.stream()
					.findFirst()
					.orElseGet(() -> new IllegalStateException("The job ended " + execution.getStatus())));
	}

	/** The record is told as well, unless the database itself is what went away. */
	private RunOutcome failed(RunRecords.Run run, Throwable cause) {
		log.error("Run {} broke off", run.id(), cause);
		String message = Causes.of(cause);
		try {
			this.records.fail(run, message);
		}
		catch (RuntimeException ex) {
			log.error("Run {} cannot be noted as failed", run.id(), ex);
		}
		return RunOutcome.failed(message);
	}

	private RunResult result(RunRecords.Run run, Tally tally) {
		ReportingPeriod period = run.period();
		return (period == null) ? new RunResult(tally, this.inputs.now(), List.of(), Map.of())
				: new RunResult(tally, this.inputs.now(), this.publications.published(period, run.revision()),
						Figures.of(this.publications.headline(period)));
	}

}
