package org.srdi.monitor.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * The outages of ours, and the deadlines they move. A deadline follows from the calendar
 * or from what was granted, and from all outages, so the order in which they are entered
 * does not matter and nothing is given back twice.
 */
public final class Outages {

	private static final Logger log = LoggerFactory.getLogger(Outages.class);

	private static final String SYSTEM = "system";

	private final OutageTable table;

	private final DeadlineTable deadlineTable;

	private final ExtensionTable extensions;

	private final Deadlines deadlines;

	private final Duration limit;

	private final TransactionOperations transactions;

	private final Clock clock;

	Outages(OutageTable table, DeadlineTable deadlineTable, ExtensionTable extensions, Deadlines deadlines,
			Duration limit, TransactionOperations transactions, Clock clock) {
		this.table = table;
		this.deadlineTable = deadlineTable;
		this.extensions = extensions;
		this.deadlines = deadlines;
		this.limit = limit;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Enters an outage that somebody saw, as one of the upload portal. Entered twice, it
	 * is the same outage.
	 * @throws DeadlineRefusedException if it ends before it begins, or after now
	 */
	public Outage record(Instant from, Instant to, String evidence, String actor) {
		if (!from.isBefore(to)) {
			throw new DeadlineRefusedException("outage.order", Times.moment(from), Times.moment(to));
		}
		Instant now = this.clock.instant();
		if (to.isAfter(now)) {
			throw new DeadlineRefusedException("outage.future", Times.moment(to), Times.moment(now));
		}
		return enter("recorded/" + from + "/" + to,
				new Outage(0, from, to, Outage.Kind.RECORDED, true, null, evidence, actor, now, List.of()));
	}

	/**
	 * Enters an outage that the beats show. One gap is one outage, however many nodes
	 * notice it, because all of them know the same last beat.
	 */
	Outage detected(Instant from, Instant to, String node) {
		boolean counts = Duration.between(from, to).compareTo(this.limit) <= 0;
		if (!counts) {
			log.warn("Nobody served from {} to {}, which is too long to move a deadline by itself: enter it with "
					+ "'outage record' if nobody could report", from, to);
		}
		String evidence = "no beat of the service between " + Times.moment(from) + " (" + node + ") and "
				+ Times.moment(to);
		return enter("detected/" + from,
				new Outage(0, from, to, Outage.Kind.DETECTED, counts, node, evidence, SYSTEM, to, List.of()));
	}

	/** Returns all outages with what they did, the earliest first. */
	public List<Outage> all() {
		return this.table.all();
	}

	private Outage enter(String key, Outage outage) {
		String shortKey = (key.length() <= 80) ? key : key.substring(0, 80);
		Outage entered = this.transactions.execute((status) -> {
			this.table.add(shortKey, outage);
			Outage stored = this.table.get(shortKey);
			if (stored.counts()) {
				affected(stored).forEach(this::move);
			}
			return find(stored.id());
		});
		return Objects.requireNonNull(entered);
	}

	private Outage find(long id) {
		return this.table.all().stream().filter((one) -> one.id() == id).findFirst().orElseThrow();
	}

	/**
	 * Returns the periods whose deadline, or an extension of it, an outage may have hit.
	 */
	private SortedSet<ReportingPeriod> affected(Outage outage) {
		SortedSet<ReportingPeriod> periods = new TreeSet<>();
		ReportingPeriod last = this.deadlines.latest(outage.to().plus(31, ChronoUnit.DAYS));
		for (ReportingPeriod period = this.deadlines.fallenDue(outage.from()); !period.isAfter(last); period = period
			.next()) {
			periods.add(period);
		}
		this.extensions.all()
			.stream()
			.filter((one) -> one.due().isAfter(outage.from()))
			.forEach((one) -> periods.add(one.period()));
		return periods;
	}

	private void move(ReportingPeriod period) {
		DeadlineRecord deadline = this.deadlines.lock(period);
		Instant general = move(deadline, null, deadline.calendarDue());
		if (general.isAfter(deadline.due())) {
			this.deadlineTable.move(period, general);
			log.info("An outage moves the deadline of {} from {} to {}", period, deadline.due(), general);
		}
		for (Extension extension : this.extensions.of(period)) {
			Instant due = move(deadline, extension.id(), extension.until());
			Extension.Revocation revoked = extension.revocation();
			Instant end = (revoked != null && revoked.at().isBefore(due)) ? revoked.at() : due;
			if (end.isAfter(extension.due())) {
				this.extensions.move(extension.id(), end);
			}
		}
	}

	/** Returns where a deadline moves to, and notes which outages did that. */
	private Instant move(DeadlineRecord deadline, @Nullable Long extension, Instant due) {
		Instant start = due.minus(deadline.outageWindow());
		List<Outage> outages = this.table.counting(start);
		Instant moved = this.table.serviceTime(start).due(due, deadline.outageWindow());
		for (Outage outage : outages) {
			Duration overlap = new ServiceTime.Gap(outage.from(), outage.to()).within(start, moved);
			if (outage.from().isBefore(moved) && !overlap.isZero()) {
				this.table.note(outage.id(),
						new Outage.Effect(deadline.period(), extension, overlap, due, moved, this.clock.instant()));
			}
		}
		return moved;
	}

}
