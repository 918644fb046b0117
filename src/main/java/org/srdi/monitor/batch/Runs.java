package org.srdi.monitor.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

import org.springframework.core.retry.RetryException;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.RollupDefinition.Every;
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

	private final Launches launches;

	private final Breaks breaks;

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

	Runs(Launches launches, Breaks breaks, Job monthJob, Job intakeJob, RunLocks locks, RunRecords records,
			RunningNow running, CurrentProgress progress, Inboxes inboxes, RunInputs inputs, Rosters rosters,
			Submissions submissions, Publications publications) {
		this.launches = launches;
		this.breaks = breaks;
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
		return unlessEnding(() -> workOff(actor, period, inbox, out, false, watcher));
	}

	/** Works a month off even if it rests on what it rested on before. */
	RunOutcome again(Actor actor, ReportingPeriod period, Path inbox, Path out, Progress watcher) {
		return unlessEnding(() -> workOff(actor, period, inbox, out, true, watcher));
	}

	private RunOutcome workOff(Actor actor, ReportingPeriod period, Path inbox, Path out, boolean again,
			Progress watcher) {
		Optional<RunLocks.Held> lock = this.locks.tryHold("month/" + period);
		if (lock.isEmpty()) {
			return RunOutcome.busy();
		}
		try (var held = lock.get()) {
			log.info("Holding {}", held);
			this.rosters.freeze(period);
			Optional<RunRecords.Run> last = this.records.last(MONTH, period);
			Optional<Path> published = this.publications.latest(period, out);
			if (!again && last.isPresent() && published.isPresent() && isNothingNew(last.get(), inbox)) {
				return RunOutcome.nothingNew(published.get());
			}
			RunRecords.Run run = last.map(RunRecords.Run::following)
				.orElseGet(() -> new RunRecords.Run(MONTH, period, 1, false, null));
			return carryOut(new Task(this.monthJob, run, actor, inbox, out, Every.MONTH, this.inputs::now), watcher);
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
		return unlessEnding(() -> takeIn(actor, inbox, watcher));
	}

	private RunOutcome takeIn(Actor actor, Path inbox, Progress watcher) {
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
			return carryOut(new Task(this.intakeJob, run, actor, inbox, null, Every.MONTH, this.inputs::now), watcher);
		}
	}

	/**
	 * What is to be run.
	 *
	 * @param job the job
	 * @param run its name
	 * @param actor who starts it
	 * @param inbox the folder files lie in; null where none are taken in
	 * @param out the folder published files go to; null where nothing is published
	 * @param every what is published: that of a month or that of a quarter
	 * @param inputs what it works on, asked for when it is done
	 */
	record Task(Job job, RunRecords.Run run, Actor actor, @Nullable Path inbox, @Nullable Path out, Every every,
			Supplier<RunResult.Inputs> inputs) {

	}

	/** The application waits for it, and its lock, before it closes the database. */
	RunOutcome unlessEnding(Supplier<RunOutcome> work) {
		if (!this.running.enter()) {
			return RunOutcome.stopped();
		}
		try {
			return work.get();
		}
		finally {
			this.running.leave();
		}
	}

	/** Runs a job, from where it broke off if it did; the lock is the caller's. */
	RunOutcome carryOut(Task task, Progress watcher) {
		if (task.actor().isSchedule()) {
			Breaks.Row deaths = this.breaks.deaths(task.run().id());
			if (deaths.isTooMany()) {
				return RunOutcome.failed(deaths.text(task.run().id()));
			}
		}
		LogContext.enter(task.run());
		this.progress.watch(watcher);
		try {
			int attempt = this.records.begin(task.run(), task.actor());
			JobParameters parameters = parameters(task, attempt);
			JobExecution execution = this.launches.launch(task.job(), parameters);
			return switch (execution.getStatus()) {
				case COMPLETED -> done(task);
				case STOPPED -> stopped(task.run());
				default -> failed(task.run(), execution);
			};
		}
		catch (RetryException ex) {
			return failed(task.run(), ex.getCause());
		}
		catch (RuntimeException ex) {
			return failed(task.run(), ex);
		}
		finally {
			this.progress.watch(Progress.NONE);
			LogContext.leave();
		}
	}

	private RunOutcome stopped(RunRecords.Run run) {
		log.warn("Run {} was stopped; the next start goes on from there", run.id());
		this.records.stop(run);
		return RunOutcome.stopped();
	}

	private static JobParameters parameters(Task task, int attempt) {
		RunRecords.Run run = task.run();
		JobParametersBuilder parameters = new JobParametersBuilder().addLong("revision", (long) run.revision())
			.addString("run", run.id(), false)
			.addLong("attempt", (long) attempt, false);
		if (task.inbox() != null) {
			parameters.addString("inbox", task.inbox().toAbsolutePath().toString(), false);
		}
		if (run.period() != null) {
			parameters.addString("period", run.period().toString());
		}
		if (task.out() != null) {
			parameters.addString("out", task.out().toAbsolutePath().toString(), false);
		}
		return parameters.toJobParameters();
	}

	private RunOutcome done(Task task) {
		RunRecords.Run run = task.run();
		Tally tally = this.submissions.tallyOfRun(run.id());
		if (!tally.isBalanced()) {
			String message = "The run lost count: files in = accepted + held + returned + duplicate + unreadable reads "
					+ tally;
			this.records.fail(run, message);
			return RunOutcome.failed(message);
		}
		this.records.finish(run, result(task, tally));
		Path rollup = (task.out() != null && run.period() != null)
				? this.publications.latest(task.every(), run.period(), task.out()).orElse(null) : null;
		int unsettled = (task.inbox() != null) ? this.inboxes.count(task.inbox()) : 0;
		return new RunOutcome(RunOutcome.Status.DONE, tally, unsettled, rollup, null);
	}

	private RunOutcome failed(RunRecords.Run run, JobExecution execution) {
		return failed(run,
				execution.getAllFailureExceptions()
					.stream()
					.findFirst()
					.orElseGet(() -> new IllegalStateException("The job ended " + execution.getStatus())));
	}

	private static boolean isTakenOver(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof LeaseLostException) {
				return true;
			}
		}
		return false;
	}

	/** The record is told as well, unless the database itself is what went away. */
	private RunOutcome failed(RunRecords.Run run, Throwable cause) {
		log.error("Run {} broke off", run.id(), cause);
		String message = Mishaps.tell(cause);
		if (isTakenOver(cause)) {
			// the record is another's now
			return RunOutcome.failed(message);
		}
		try {
			this.records.fail(run, message);
		}
		catch (RuntimeException ex) {
			log.error("Run {} cannot be noted as failed", run.id(), ex);
		}
		return RunOutcome.failed(message);
	}

	private RunResult result(Task task, Tally tally) {
		RunResult.Inputs rested = task.inputs().get();
		ReportingPeriod period = task.run().period();
		return (period == null) ? new RunResult(tally, rested, List.of(), Map.of())
				: new RunResult(tally, rested, this.publications.published(task.every(), period, task.run().revision()),
						Figures.of(this.publications.headline(period)));
	}

}
