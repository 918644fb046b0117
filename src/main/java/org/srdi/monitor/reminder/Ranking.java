package org.srdi.monitor.reminder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.reminder.CallList.Basis;
import org.srdi.monitor.reminder.CallList.Call;
import org.srdi.monitor.reminder.CallList.Outcome;

/**
 * Orders calls by what they add to the expected coverage. Each enterprise that is not
 * called sends its report with the probability 1 − lateness, one that is called sends it,
 * so that a call adds its weight × its lateness, and the calls that add most come first.
 * All sums are exact: weights are decimals, probabilities whole numbers of
 * {@link Lateness#WHOLE}ths.
 */
final class Ranking {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final BigDecimal WHOLE = BigDecimal.valueOf(Lateness.WHOLE);

	private static final int DECIMALS = 2;

	private static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::gain)
		.reversed()
		.thenComparing((candidate) -> candidate.report.name())
		.thenComparing((candidate) -> Objects.requireNonNullElse(candidate.report.creditCode(), ""))
		.thenComparing((candidate) -> candidate.report.enterpriseId());

	private final Owed owed;

	private final Basis basis;

	/** What all enterprises weigh × {@link #WHOLE}. */
	private final BigDecimal all;

	private final BigDecimal accepted;

	private final List<Candidate> candidates;

	private final BigDecimal uncalled;

	Ranking(Owed owed, Instant now) {
		this.owed = owed;
		this.basis = (owed.weight().signum() > 0) ? Basis.REVENUE : Basis.COUNT;
		boolean byRevenue = this.basis == Basis.REVENUE;
		this.all = (byRevenue ? owed.weight() : BigDecimal.valueOf(owed.due())).multiply(WHOLE);
		this.accepted = (byRevenue ? owed.covered() : BigDecimal.valueOf(owed.accepted())).multiply(WHOLE);
		this.candidates = owed.missing()
			.stream()
			.filter((report) -> report.standing() != Standing.WAITING)
			.map((report) -> candidate(report, now))
			.sorted(ORDER)
			.toList();
		this.uncalled = this.candidates.stream().map(Candidate::withoutCall).reduce(this.accepted, BigDecimal::add);
	}

	private Candidate candidate(MissingReport report, Instant now) {
		BigDecimal weight = (this.basis == Basis.COUNT) ? BigDecimal.ONE
				: Objects.requireNonNullElse(report.weight(), BigDecimal.ZERO);
		return new Candidate(report, weight, Lateness.of(report.history(), report.standing(), report.isOverdue(now)));
	}

	/** Returns the calls with the least number of them that reaches the goal. */
	CallList list(ReportingPeriod period, Region scope, BigDecimal goal) {
		List<Call> calls = new ArrayList<>();
		BigDecimal reached = this.uncalled;
		int needed = reaches(reached, goal) ? 0 : -1;
		for (Candidate candidate : this.candidates) {
			reached = reached.add(candidate.gain());
			calls.add(call(calls.size() + 1, candidate, reached));
			if (needed < 0 && reaches(reached, goal)) {
				needed = calls.size();
			}
		}
		return new CallList(period, scope, goal, this.basis, this.owed.due(), this.owed.accepted(),
				percent(this.accepted), percent(this.uncalled), outcome(needed), (needed < 0) ? calls.size() : needed,
				List.copyOf(calls), this.owed.missing().size() - calls.size());
	}

	private static Outcome outcome(int needed) {
		if (needed < 0) {
			return Outcome.OUT_OF_REACH;
		}
		return (needed == 0) ? Outcome.REACHED_ALREADY : Outcome.REACHED_BY_CALLS;
	}

	/** Compares without dividing; where nothing is owed, there is nothing to reach. */
	private boolean reaches(BigDecimal covered, BigDecimal goal) {
		return covered.multiply(HUNDRED).compareTo(goal.multiply(this.all)) >= 0;
	}

	private Call call(int rank, Candidate candidate, BigDecimal reached) {
		return new Call(rank, candidate.report, cut(candidate.weight.multiply(WHOLE)), candidate.lateness.percent(),
				cut(candidate.gain()), cut(reached));
	}

	private @Nullable BigDecimal percent(BigDecimal covered) {
		return (this.all.signum() > 0) ? cut(covered) : null;
	}

	private BigDecimal cut(BigDecimal covered) {
		return covered.multiply(HUNDRED).divide(this.all, DECIMALS, RoundingMode.FLOOR);
	}

	/** An enterprise that may be called. */
	private record Candidate(MissingReport report, BigDecimal weight, Lateness lateness, BigDecimal gain) {

		Candidate(MissingReport report, BigDecimal weight, Lateness lateness) {
			this(report, weight, lateness, lateness.times(weight));
		}

		BigDecimal withoutCall() {
			return this.weight.multiply(WHOLE).subtract(this.gain);
		}

	}

}
