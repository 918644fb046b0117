package org.srdi.monitor.batch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.job.Job;

import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.RollupDefinition.Every;
import org.srdi.monitor.publication.Publications;

/**
 * Assesses quarters: once the last month of a quarter has been worked off, the targets of
 * the plans are measured and what is published every quarter is published. It rests on
 * the figures as that month left them, so that month and quarter never disagree.
 */
public final class Quarters {

	/** The job that assesses a quarter. */
	static final String QUARTER = "quarterly-assessment";

	private static final Logger log = LoggerFactory.getLogger(Quarters.class);

	private final Runs runs;

	private final Job job;

	private final RunLocks locks;

	private final RunRecords records;

	private final RunInputs inputs;

	private final Publications publications;

	Quarters(Runs runs, Job job, RunLocks locks, RunRecords records, RunInputs inputs, Publications publications) {
		this.runs = runs;
		this.job = job;
		this.locks = locks;
		this.records = records;
		this.inputs = inputs;
		this.publications = publications;
	}

	/**
	 * Assesses a quarter, unless nothing has changed since it was assessed last.
	 * @param actor who starts it
	 * @param period the last month of the quarter
	 * @param out the folder the assessment is written to
	 * @throws IllegalArgumentException if no quarter ends with that month
	 */
	public RunOutcome assess(Actor actor, ReportingPeriod period, Path out, Progress watcher) {
		if (!period.endsQuarter()) {
			throw new IllegalArgumentException("No quarter ends with " + period);
		}
		if (!this.publications.has(Every.QUARTER)) {
			return RunOutcome.nothingNew(null);
		}
		return this.runs.unlessEnding(() -> assessClosed(actor, period, out, watcher));
	}

	private RunOutcome assessClosed(Actor actor, ReportingPeriod period, Path out, Progress watcher) {
		// a new edition of the month would change the figures under it
		Optional<RunLocks.Held> lock = this.locks.tryHold("month/" + period);
		if (lock.isEmpty()) {
			return RunOutcome.busy();
		}
		try (var held = lock.get()) {
			log.info("Holding {}", held);
			Optional<RunRecords.Run> month = this.records.last(Runs.MONTH, period);
			if (month.isEmpty() || !month.get().done()) {
				return RunOutcome.notYet(Texts.of("batch", Locale.CHINA).get("quarter.month-open", period));
			}
			return assess(actor, period, month.get(), out, watcher);
		}
	}

	private RunOutcome assess(Actor actor, ReportingPeriod period, RunRecords.Run month, Path out, Progress watcher) {
		Optional<RunRecords.Run> last = this.records.last(QUARTER, period);
		Optional<Path> published = this.publications.latest(Every.QUARTER, period, out);
		String digest = this.inputs.ofQuarter(month).digest();
		if (published.isPresent() && last.isPresent() && last.get().done()
				&& digest.equals(last.get().inputsDigest())) {
			return RunOutcome.nothingNew(published.get());
		}
		RunRecords.Run run = last.map(RunRecords.Run::following)
			.orElseGet(() -> new RunRecords.Run(QUARTER, period, 1, false, null));
		return this.runs.carryOut(
				new Runs.Task(this.job, run, actor, null, out, Every.QUARTER, () -> this.inputs.ofQuarter(month)),
				watcher);
	}

}
