package org.srdi.monitor.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Progress;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * Works months off again from the stored reports. What would change is found out first;
 * only months in which something would are run, the earlier before the later, each as its
 * next revision.
 */
public final class Reruns {

	/** So many later months are looked at: flags go back two years at most. */
	private static final int LATER = 24;

	private final Runs runs;

	private final RunRecords records;

	private final RunLocks locks;

	private final Rehearsal rehearsal;

	Reruns(Runs runs, RunRecords records, RunLocks locks, Rehearsal rehearsal) {
		this.runs = runs;
		this.records = records;
		this.locks = locks;
		this.rehearsal = rehearsal;
	}

	/** Which of the months asked for are meant. */
	public enum Scope {

		/** All of them. */
		ALL,
		/** Those that have never been worked off. */
		ONLY_MISSING,
		/** Those whose last run broke off. */
		FAILED

	}

	/**
	 * Finds out what working months off again would change. Stores nothing.
	 * @param periods the months
	 * @return the changes of these months and of later ones that rest on them, in order;
	 * empty if a run of one of them is under way
	 */
	public Optional<List<PeriodChange>> rehearse(List<ReportingPeriod> periods, Scope scope, Progress watcher) {
		List<Rehearsal.Month> months = months(periods, scope);
		List<RunLocks.Held> held = new ArrayList<>();
		try {
			for (Rehearsal.Month month : months) {
				Optional<RunLocks.Held> lock = month.asked() ? this.locks.tryHold("month/" + month.period())
						: Optional.empty();
				if (month.asked() && lock.isEmpty()) {
					return Optional.empty();
				}
				lock.ifPresent(held::add);
			}
			return Optional.of(months.isEmpty() ? List.of() : this.rehearsal.of(months, watcher));
		}
		finally {
			held.forEach(RunLocks.Held::close);
		}
	}

	private List<Rehearsal.Month> months(List<ReportingPeriod> periods, Scope scope) {
		SortedMap<ReportingPeriod, Rehearsal.Month> months = new TreeMap<>();
		for (ReportingPeriod period : periods) {
			RunRecords.Run last = this.records.last(Runs.MONTH, period).orElse(null);
			if (isMeant(last, scope)) {
				months.put(period, new Rehearsal.Month(period, true, isClosed(last)));
			}
		}
		if (!months.isEmpty()) {
			this.records.closedAfter(Runs.MONTH, months.firstKey(), LATER)
				.forEach((later) -> months.putIfAbsent(later, new Rehearsal.Month(later, false, true)));
		}
		return List.copyOf(months.values());
	}

	private static boolean isMeant(RunRecords.@Nullable Run last, Scope scope) {
		return switch (scope) {
			case ALL -> true;
			case ONLY_MISSING -> !isClosed(last);
			case FAILED -> last != null && !last.done();
		};
	}

	/** A later revision follows only one that was done. */
	private static boolean isClosed(RunRecords.@Nullable Run last) {
		return last != null && (last.done() || last.revision() > 1);
	}

	/**
	 * Works off the months that were asked for and would change, in order, until one is
	 * not done.
	 * @param actor who starts it
	 * @param changes what was found out before
	 * @param inbox files that wait there are taken in
	 * @param out the folder the rollups are written to
	 * @return how each ended, by month; one in which nothing would change is left alone
	 */
	public Map<ReportingPeriod, RunOutcome> apply(Actor actor, List<PeriodChange> changes, Path inbox, Path out,
			Progress watcher) {
		Map<ReportingPeriod, RunOutcome> outcomes = new LinkedHashMap<>();
		for (PeriodChange change : changes) {
			if (!change.asked()) {
				continue;
			}
			RunOutcome outcome = change.isAny() ? this.runs.again(actor, change.period(), inbox, out, watcher)
					: RunOutcome.nothingNew(null);
			outcomes.put(change.period(), outcome);
			if (outcome.status() != RunOutcome.Status.DONE && outcome.status() != RunOutcome.Status.NOTHING_NEW) {
				break; // later months rest on it
			}
		}
		return outcomes;
	}

}
