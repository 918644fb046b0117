package org.srdi.monitor.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionOperations;

import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;

/** Grants more time, and takes it back. Nothing is ever deleted. */
public final class Extensions {

	/** Whoever grants more has mistyped the year. */
	private static final Duration LONGEST = Duration.ofDays(366);

	private final ExtensionTable table;

	private final OutageTable outages;

	private final Deadlines deadlines;

	private final TransactionOperations transactions;

	private final Clock clock;

	Extensions(ExtensionTable table, OutageTable outages, Deadlines deadlines, TransactionOperations transactions,
			Clock clock) {
		this.table = table;
		this.outages = outages;
		this.deadlines = deadlines;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Whom more time is for.
	 *
	 * @param enterpriseId an enterprise; null for a region or all
	 * @param region a city or county; null for an enterprise or all
	 */
	public record Scope(@Nullable Long enterpriseId, @Nullable RegionCode region) {

		/** Everybody. */
		public static final Scope ALL = new Scope(null, null);

	}

	/**
	 * Grants more time. Granted twice, it is the same extension.
	 * @param until the instant reports are due then
	 * @throws DeadlineRefusedException if that is not later than the general deadline, or
	 * more than a year later
	 */
	public Extension grant(ReportingPeriod period, Scope scope, Instant until, String reason, String actor) {
		DeadlineRecord general = this.deadlines.explained(period);
		if (!until.isAfter(general.due())) {
			throw new DeadlineRefusedException("extension.no-longer", period, Times.text(until),
					Times.text(general.due()));
		}
		if (until.isAfter(general.due().plus(LONGEST))) {
			throw new DeadlineRefusedException("extension.too-long", period, Times.text(until),
					Times.text(general.due()));
		}
		Extension granted = this.transactions.execute((status) -> {
			this.deadlines.lock(period); // so that the same grant is not entered twice at
											// once
			return find(period, scope, until).orElseGet(() -> {
				Instant due = this.outages.serviceTime(until.minus(general.outageWindow()))
					.due(until, general.outageWindow());
				this.table.add(new Extension(0, period, scope.enterpriseId(), scope.region(), until, due, reason, actor,
						this.clock.instant(), null));
				return find(period, scope, until).orElseThrow();
			});
		});
		return Objects.requireNonNull(granted);
	}

	private Optional<Extension> find(ReportingPeriod period, Scope scope, Instant until) {
		return this.table.of(period)
			.stream()
			.filter((one) -> one.revocation() == null && one.until().equals(until)
					&& new Scope(one.enterpriseId(), one.region()).equals(scope))
			.findFirst();
	}

	/**
	 * Revokes an extension: what came in until now counts as it did, later reports have
	 * only the time they would have had without it. Revoked twice, the first one counts.
	 * @throws DeadlineRefusedException if there is no such extension
	 */
	public Extension revoke(long id, String reason, String actor) {
		Extension extension = this.table.find(id)
			.orElseThrow(() -> new DeadlineRefusedException("extension.unknown", String.valueOf(id)));
		Instant now = this.clock.instant();
		this.table.revoke(id, extension.due().isBefore(now) ? extension.due() : now,
				new Extension.Revocation(now, actor, reason));
		return this.table.find(id).orElseThrow();
	}

	/**
	 * Returns the extensions of a period, the earliest grant first, revoked ones
	 * included.
	 */
	public List<Extension> of(ReportingPeriod period) {
		return this.table.of(period);
	}

	/** Returns all extensions by period, revoked ones included. */
	public List<Extension> all() {
		return this.table.all();
	}

}
