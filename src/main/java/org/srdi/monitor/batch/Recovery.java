package org.srdi.monitor.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.submission.SubmissionProperties;

/**
 * Finds the runs that broke off and lets them go on from where they were: at once where
 * the process died, after a while where the run itself failed. What a person started and
 * saw fail is left to that person; what a person stopped as well.
 * <p>
 * Several nodes may do this at the same time: the lock of a run lets one of them do it,
 * and a run that is under way is not touched.
 */
public final class Recovery {

	private static final Logger log = LoggerFactory.getLogger(Recovery.class);

	private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Runs runs;

	private final Quarters quarters;

	private final Breaks breaks;

	private final SubmissionProperties folders;

	private final InstantSource machineClock;

	private final Set<String> toldOf = ConcurrentHashMap.newKeySet();

	Recovery(JdbcClient jdbc, Runs runs, Quarters quarters, Breaks breaks, SubmissionProperties folders,
			InstantSource machineClock) {
		this.jdbc = jdbc;
		this.runs = runs;
		this.quarters = quarters;
		this.breaks = breaks;
		this.folders = folders;
		this.machineClock = machineClock;
	}

	/**
	 * A run that was found broken off.
	 *
	 * @param run its name
	 * @param outcome what came of letting it go on; null if it is left for people
	 * @param text says so, for people
	 */
	public record Found(String run, @Nullable RunOutcome outcome, String text) {

	}

	private record Broken(String run, String job, @Nullable ReportingPeriod period, boolean died) {

	}

	/** Lets every run go on that broke off, and tells what came of it. */
	public List<Found> recover() {
		List<Found> found = new ArrayList<>();
		for (Broken broken : broken()) {
			Breaks.Row row = this.breaks.of(broken.run());
			if (row.isTooMany()) {
				found.add(leave(broken, row));
			}
			else if (broken.died() || isDue(row)) {
				goOn(broken, found);
			}
		}
		return found;
	}

	/** A run that its owner is at work on counts as running as well; its lock tells. */
	private List<Broken> broken() {
		return this.jdbc.sql("""
				SELECT r.run_id, r.job, r.period, r.status FROM run_record r
				WHERE r.status IN ('RUNNING', 'FAILED', 'STOPPED') AND (r.status = 'RUNNING' OR EXISTS
					(SELECT 1 FROM run_attempt a WHERE a.run_id = r.run_id AND a.actor LIKE 'schedule %'
						AND a.attempt = (SELECT MAX(b.attempt) FROM run_attempt b WHERE b.run_id = r.run_id)))
				ORDER BY r.period, r.started_at
				""").query((rs, n) -> {
			String period = rs.getString(3);
			return new Broken(rs.getString(1), rs.getString(2), (period != null) ? ReportingPeriod.parse(period) : null,
					!"FAILED".equals(rs.getString(4)));
		}).list();
	}

	private boolean isDue(Breaks.Row row) {
		Instant last = row.last();
		return last == null || !last.plus(FIRST_PAUSE.multipliedBy(1L << Math.max(0, row.times() - 1)))
			.isAfter(this.machineClock.instant());
	}

	private void goOn(Broken broken, List<Found> found) {
		RunOutcome outcome = start(broken);
		if (outcome != null && outcome.status() != RunOutcome.Status.BUSY) {
			log.warn("Run {} had broken off and went on: {}", broken.run(), outcome.status());
			found.add(new Found(broken.run(), outcome,
					Texts.of("batch", Locale.CHINA).get("recovery.went-on", broken.run())));
		}
	}

	private @Nullable RunOutcome start(Broken broken) {
		Actor actor = Actor.schedule("recovery");
		Path inbox = this.folders.inbox();
		ReportingPeriod period = broken.period();
		return switch (broken.job()) {
			case Runs.INTAKE -> this.runs.ingest(actor, inbox, Progress.NONE);
			case Runs.MONTH ->
				(period != null) ? this.runs.month(actor, period, inbox, this.folders.out(), Progress.NONE) : null;
			default -> (period != null) ? this.quarters.assess(actor, period, this.folders.out(), Progress.NONE) : null;
		};
	}

	private Found leave(Broken broken, Breaks.Row row) {
		Found left = new Found(broken.run(), null, row.text(broken.run()));
		if (this.toldOf.add(broken.run() + "/" + row.times())) {
			log.error("{}", left.text());
		}
		return left;
	}

}
