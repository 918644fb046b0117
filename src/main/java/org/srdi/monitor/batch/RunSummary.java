package org.srdi.monitor.batch;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.submission.Tally;

/**
 * A run in a line.
 *
 * @param run its name: job, period or none, revision
 * @param job the job
 * @param period the period; null for one of any period
 * @param revision counts the runs of a job and period from 1
 * @param status RUNNING, DONE, FAILED or STOPPED
 * @param attempts how often it was started
 * @param actor who started it last; null where nobody noted it
 * @param startedAt when it was first started
 * @param finishedAt when it ended last; null while it runs
 * @param received what it took in; null unless it is done
 * @param message why it failed; null unless it did
 */
public record RunSummary(String run, String job, @Nullable ReportingPeriod period, int revision, String status,
		int attempts, @Nullable String actor, Instant startedAt, @Nullable Instant finishedAt, @Nullable Tally received,
		@Nullable String message) {

}
