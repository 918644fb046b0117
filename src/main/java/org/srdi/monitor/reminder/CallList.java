package org.srdi.monitor.reminder;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.ReportingPeriod;

/**
 * Whom to call first about a missing report, and where to stop. Coverages are in %, cut
 * to two decimals, so that a goal is never shown as reached before it is.
 *
 * @param period the month
 * @param scope the region it is about
 * @param goal the coverage to be reached
 * @param basis what the coverages are shares of
 * @param due how many enterprises owe a report
 * @param accepted how many of them have one accepted
 * @param coverage the coverage now; null if nothing is owed
 * @param uncalled the coverage expected if nobody is called; null if nothing is owed
 * @param outcome whether calls reach the goal
 * @param needed the least number of calls that reach the goal; if they do not, all
 * @param calls the calls, the most effective first
 * @param waiting how many reports have come in and are not checked yet: no calls for them
 */
public record CallList(ReportingPeriod period, Region scope, BigDecimal goal, Basis basis, int due, int accepted,
		@Nullable BigDecimal coverage, @Nullable BigDecimal uncalled, Outcome outcome, int needed, List<Call> calls,
		int waiting) {

	/** What a coverage is a share of. */
	public enum Basis {

		/** The last known revenue of the enterprises. */
		REVENUE,
		/** Their number, where no revenue is known. */
		COUNT

	}

	/** Whether calls reach the goal. */
	public enum Outcome {

		/** It is expected to be reached without any. */
		REACHED_ALREADY,
		/** They do. */
		REACHED_BY_CALLS,
		/** Not even all of them do. */
		OUT_OF_REACH

	}

	/**
	 * A call.
	 *
	 * @param rank its place, from 1
	 * @param report the missing report
	 * @param share the enterprise's share of the coverage, in percentage points
	 * @param probability how probable it is that the report stays missing without a call,
	 * in %
	 * @param gain what the call adds to the expected coverage, in percentage points
	 * @param reached the expected coverage after this call and those before it
	 */
	public record Call(int rank, MissingReport report, BigDecimal share, BigDecimal probability, BigDecimal gain,
			BigDecimal reached) {

	}

	/** Returns the number of enterprises with a missing report. */
	public int missing() {
		return this.due - this.accepted;
	}

	/** Returns the coverage expected after the needed calls; null if nothing is owed. */
	public @Nullable BigDecimal expected() {
		return (this.needed > 0) ? this.calls.get(this.needed - 1).reached() : this.uncalled;
	}

	/** Counts the missing reports of a standing. */
	public long count(Standing standing) {
		return (standing == Standing.WAITING) ? this.waiting
				: this.calls.stream().filter((call) -> call.report().standing() == standing).count();
	}

}
