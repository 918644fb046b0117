package org.srdi.monitor.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition.Calendar;

/** When the reports of a period are due, in general and for each enterprise. */
public final class Deadlines {

	private static final Logger log = LoggerFactory.getLogger(Deadlines.class);

	private static final String SYSTEM = "system";

	private final DeadlineTable table;

	private final ExtensionTable extensions;

	private final OutageTable outages;

	private final Resolver resolver;

	private final Calendar calendar;

	private final String digest;

	private final Clock clock;

	Deadlines(DeadlineTable table, ExtensionTable extensions, OutageTable outages, Definitions definitions,
			Clock clock) {
		this.table = table;
		this.extensions = extensions;
		this.outages = outages;
		this.calendar = definitions.job().calendar();
		this.resolver = new Resolver(this.calendar, definitions.workingDays());
		this.digest = definitions.digest();
		this.clock = clock;
	}

	/** Returns the general deadline of a period, resolved and stored on first need. */
	public Deadline of(ReportingPeriod period) {
		return explained(period).deadline();
	}

	/**
	 * Returns the deadline of a period and how it came about, resolved and stored on
	 * first need. Where {@code job.yaml} has changed, the stored one follows it while
	 * neither of both is over.
	 */
	public DeadlineRecord explained(ReportingPeriod period) {
		DeadlineRecord stored = this.table.find(period).orElse(null);
		if (stored != null && stored.definitions().equals(this.digest)) {
			return stored;
		}
		DeadlineRecord resolved = resolved(period);
		if (stored == null) {
			return store(resolved);
		}
		return stored.agreesWith(resolved) ? stored : follow(stored, resolved);
	}

	/** Returns what the calendar of now would say, stored or not. */
	public DeadlineRecord resolved(ReportingPeriod period) {
		Resolution calendar = this.resolver.resolve(period);
		Instant due = this.outages.serviceTime(calendar.due().minus(this.calendar.outageWindow()))
			.due(calendar.due(), this.calendar.outageWindow());
		int grace = this.calendar.graceDays();
		return new DeadlineRecord(period, calendar.opens(), calendar.nominalDay(), calendar.dueDay(),
				this.calendar.roll(), calendar.rolledOver(), calendar.holidaysKnown(), calendar.due(), due, grace,
				this.calendar.graceOnTime() ? grace : 0, this.calendar.onTime(), this.calendar.outageWindow(),
				calendar.locks(), this.digest, null);
	}

	/**
	 * Returns the deadline of a period and keeps others from moving it until the end of
	 * the transaction; what is not stored cannot be moved by others either.
	 */
	DeadlineRecord lock(ReportingPeriod period) {
		DeadlineRecord known = explained(period);
		return this.table.lock(period).orElse(known);
	}

	/** Periods that nobody may report yet, or never could, are not worth a row. */
	private DeadlineRecord store(DeadlineRecord resolved) {
		Instant now = this.clock.instant();
		if (resolved.period().isBefore(this.calendar.firstPeriod()) || resolved.opens().isAfter(now)) {
			return resolved;
		}
		this.table.add(resolved, now);
		if (!resolved.holidaysKnown()) {
			log.warn("The deadline of {} looks at a year whose holidays are not in holidays.csv: only weekends count",
					resolved.period());
		}
		return this.table.find(resolved.period()).orElse(resolved);
	}

	private DeadlineRecord follow(DeadlineRecord stored, DeadlineRecord resolved) {
		Instant now = this.clock.instant();
		if (!stored.due().isAfter(now) || !resolved.due().isAfter(now)) {
			return stored;
		}
		log.info("job.yaml has changed: {} is due {} instead of {}", stored.period(), resolved.due(), stored.due());
		return replace(stored, resolved, SYSTEM, "job.yaml");
	}

	/**
	 * Resolves a period anew although its deadline may be over, because somebody says so.
	 * @return the deadline before, empty if nothing changes
	 */
	public Optional<DeadlineRecord> resolveAnew(ReportingPeriod period, String reason, String actor) {
		DeadlineRecord stored = explained(period);
		DeadlineRecord resolved = resolved(period);
		if (stored.agreesWith(resolved)) {
			return Optional.empty();
		}
		replace(stored, resolved, actor, reason);
		return Optional.of(stored);
	}

	private DeadlineRecord replace(DeadlineRecord stored, DeadlineRecord resolved, String actor, String reason) {
		Instant now = this.clock.instant();
		this.table.replace(resolved, now);
		this.table.note(new DeadlineChange(stored.period(), now, stored.due(), resolved.due(), stored.definitions(),
				resolved.definitions(), actor, reason));
		return this.table.find(stored.period()).orElse(resolved);
	}

	/**
	 * Returns how the deadline of a period came to be another one, the first change
	 * first.
	 */
	public List<DeadlineChange> changes(ReportingPeriod period) {
		return this.table.changes(period);
	}

	/** Returns the instant the report of an enterprise is due, extensions included. */
	public Instant due(ReportingPeriod period, long enterpriseId) {
		return due(period, List.of(enterpriseId)).getOrDefault(enterpriseId, of(period).due());
	}

	/** Returns the instants the reports of enterprises are due, extensions included. */
	public Map<Long, Instant> due(ReportingPeriod period, Collection<Long> enterpriseIds) {
		Instant general = of(period).due();
		Map<Long, Instant> due = new HashMap<>();
		enterpriseIds.forEach((id) -> due.put(id, general));
		this.extensions.longest(period, due.keySet())
			.forEach((id, extended) -> due.merge(id, extended, (one, other) -> one.isAfter(other) ? one : other));
		return due;
	}

	/**
	 * Returns the last instants at which reports of enterprises are on time, extensions
	 * and, where they count, days of grace included.
	 */
	public Map<Long, Instant> onTimeUntil(ReportingPeriod period, Collection<Long> enterpriseIds) {
		DeadlineRecord general = explained(period);
		Map<Long, Instant> until = due(period, enterpriseIds);
		until.replaceAll((id, due) -> general.onTimeUntil(due));
		return until;
	}

	/** Returns the last instant at which reports are on time in general. */
	public Instant onTimeUntil(ReportingPeriod period) {
		DeadlineRecord general = explained(period);
		return general.onTimeUntil(general.due());
	}

	/**
	 * Returns from when on a period is locked for enterprises, never before their own
	 * days of grace are over.
	 */
	public Map<Long, Instant> locks(ReportingPeriod period, Collection<Long> enterpriseIds) {
		DeadlineRecord general = explained(period);
		Map<Long, Instant> locks = due(period, enterpriseIds);
		locks.replaceAll((id, due) -> general.locks(due));
		return locks;
	}

	/** Returns the deadline with the instants of one enterprise, extensions included. */
	public Deadline of(ReportingPeriod period, long enterpriseId) {
		DeadlineRecord general = explained(period);
		Instant due = due(period, enterpriseId);
		return new Deadline(period, general.opens(), due, general.graceEnds(due), general.locks(due));
	}

	/** Returns the last period whose general deadline is over at an instant. */
	public ReportingPeriod fallenDue(Instant at) {
		ReportingPeriod period = latest(at);
		while (of(period).due().isAfter(at)) {
			period = before(period);
		}
		return period;
	}

	/**
	 * Returns the periods that may be reported and are not yet due, the earliest first.
	 */
	public List<ReportingPeriod> open(Instant at) {
		List<ReportingPeriod> open = new ArrayList<>();
		ReportingPeriod period = latest(at);
		while (of(period).due().isAfter(at)) {
			open.add(0, period);
			period = before(period);
		}
		return open;
	}

	/** Returns the last period that may be reported at an instant. */
	public ReportingPeriod latest(Instant at) {
		ReportingPeriod period = this.calendar.periodOf(at);
		while (of(period).opens().isAfter(at) || !this.calendar.isReported(period)) {
			period = period.previous();
		}
		return period;
	}

	private ReportingPeriod before(ReportingPeriod period) {
		ReportingPeriod before = period.previous();
		return this.calendar.isReported(before) ? before : before.previous();
	}

}
