package org.srdi.monitor.reminder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.reminder.CallList.Basis;
import org.srdi.monitor.reminder.CallList.Outcome;
import org.srdi.monitor.reminder.MissingReport.Findings;
import org.srdi.monitor.reminder.MissingReport.History;
import org.srdi.monitor.reminder.MissingReport.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RankingTests {

	private static final Instant DUE = Instant.parse("2026-10-28T16:00:00Z");

	private static final Instant BEFORE = DUE.minusSeconds(1);

	private static final Region PROVINCE = new Region(new RegionCode("420000"), null, Region.Level.PROVINCE, "湖北省",
			"Hubei");

	/**
	 * 1000 are owed, 600 accepted. A weighs 100 and was late in 3 of 8 months: 4/10, a
	 * call adds 40. B weighs 200, never late in 10 months: 1/12, 16.67. C weighs 60 and
	 * has no history: 1/2, 30. D weighs 40, was late in 6 of 10 months: 7/12, 23.33.
	 */
	private static final List<MissingReport> FOUR = List.of(missing("B", "200", 0, 10), missing("D", "40", 6, 10),
			missing("A", "100", 3, 8), missing("C", "60", 0, 0));

	@Test
	void ordersByWhatACallAddsToTheExpectedCoverage() {
		CallList list = list(FOUR, BEFORE, "97.5");
		// 600 + 60 + 183.33 + 30 + 16.67 = 890, then + 40, 30, 23.33, 16.67
		assertThat(list.uncalled()).isEqualByComparingTo("89");
		assertThat(list.coverage()).isEqualByComparingTo("60");
		assertThat(list.calls())
			.extracting(CallList.Call::rank, (call) -> call.report().name(), (call) -> "" + call.share(),
					(call) -> "" + call.probability(), (call) -> "" + call.gain(), (call) -> "" + call.reached())
			.containsExactly(tuple(1, "A", "10.00", "40.0", "4.00", "93.00"),
					tuple(2, "C", "6.00", "50.0", "3.00", "96.00"), tuple(3, "D", "4.00", "58.3", "2.33", "98.33"),
					tuple(4, "B", "20.00", "8.3", "1.66", "100.00"));
	}

	@Test
	void stopsAtTheLeastNumberOfCallsThatReachesTheGoal() {
		assertThat(list(FOUR, BEFORE, "97.5")).returns(3, CallList::needed)
			.returns(Outcome.REACHED_BY_CALLS, CallList::outcome)
			.returns(new BigDecimal("98.33"), CallList::expected);
		assertThat(list(FOUR, BEFORE, "96")).returns(2, CallList::needed);
		assertThat(list(FOUR, BEFORE, "96.0000001")).returns(3, CallList::needed);
		assertThat(list(FOUR, BEFORE, "100")).returns(4, CallList::needed);
	}

	@Test
	void needsNoCallWhereTheGoalIsExpectedToBeReachedAnyway() {
		assertThat(list(FOUR, BEFORE, "89")).returns(0, CallList::needed)
			.returns(Outcome.REACHED_ALREADY, CallList::outcome)
			.returns(new BigDecimal("89.00"), CallList::expected);
	}

	@Test
	void countsOnNobodyOnceTheDeadlineIsOver() {
		CallList list = list(FOUR, DUE, "97.5");
		assertThat(list.uncalled()).isEqualByComparingTo("60");
		assertThat(list.calls()).extracting((call) -> call.report().name(), (call) -> "" + call.reached())
			.containsExactly(tuple("B", "80.00"), tuple("A", "90.00"), tuple("C", "96.00"), tuple("D", "100.00"));
		assertThat(list.needed()).isEqualTo(4);
	}

	@Test
	void takesAReturnedOrHeldVersionForOneLateMonthMore() {
		History history = new History(2, 9);
		// 3/11, then 4/12
		assertThat(Lateness.of(history, Standing.SILENT, false).percent()).isEqualByComparingTo("27.3");
		assertThat(Lateness.of(history, Standing.RETURNED, false).percent()).isEqualByComparingTo("33.3");
		assertThat(Lateness.of(history, Standing.HELD, false).percent()).isEqualByComparingTo("33.3");
		assertThat(Lateness.of(history, Standing.RETURNED, true).percent()).isEqualByComparingTo("100");
	}

	@Test
	void callsNobodyAboutAReportThatWaitsToBeCheckedAndDoesNotCountOnIt() {
		List<MissingReport> missing = List.of(missing("A", "100", 0, 0),
				missing(9, "W", new BigDecimal("300"), 0, 0, Standing.WAITING));
		CallList list = list(missing, DUE, "97.5");
		assertThat(list).returns(1, CallList::waiting)
			.returns(Outcome.OUT_OF_REACH, CallList::outcome)
			.returns(1, CallList::needed)
			.returns(new BigDecimal("70.00"), CallList::expected);
	}

	@Test
	void breaksTiesByNameThenCode() {
		List<MissingReport> missing = List.of(missing("C", "10", 0, 0), missing("A", "10", 0, 0),
				missing(1, "B", null, 0, 0, Standing.SILENT), missing("B", "10", 0, 0));
		assertThat(list(missing, DUE, "100").calls()).extracting((call) -> call.report().name() + call.share())
			.containsExactly("A1.00", "B1.00", "C1.00", "B0.00");
	}

	@Test
	void countsHeadsWhereNoRevenueIsKnown() {
		Owed owed = new Owed(4, 2, BigDecimal.ZERO, BigDecimal.ZERO,
				List.of(missing(1, "A", null, 0, 0, Standing.SILENT), missing(2, "B", null, 0, 0, Standing.SILENT)));
		CallList list = new Ranking(owed, DUE).list(ReportingPeriod.of(2026, 10), PROVINCE, new BigDecimal("75"));
		assertThat(list).returns(Basis.COUNT, CallList::basis)
			.returns(new BigDecimal("50.00"), CallList::coverage)
			.returns(1, CallList::needed)
			.returns(new BigDecimal("75.00"), CallList::expected);
	}

	@Test
	void hasNothingToReachWhereNothingIsOwed() {
		Owed owed = new Owed(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, List.of());
		CallList list = new Ranking(owed, DUE).list(ReportingPeriod.of(2026, 10), PROVINCE, new BigDecimal("97.5"));
		assertThat(list).returns(null, CallList::coverage)
			.returns(0, CallList::needed)
			.returns(null, CallList::expected);
	}

	private static CallList list(List<MissingReport> missing, Instant now, String goal) {
		Owed owed = new Owed(20, 20 - missing.size(), new BigDecimal("1000.00000000"), new BigDecimal("600.00000000"),
				missing);
		return new Ranking(owed, now).list(ReportingPeriod.of(2026, 10), PROVINCE, new BigDecimal(goal));
	}

	private static MissingReport missing(String name, String weight, int late, int months) {
		return missing(2, name, new BigDecimal(weight), late, months, Standing.SILENT);
	}

	private static MissingReport missing(long id, String name, BigDecimal weight, int late, int months,
			Standing standing) {
		return new MissingReport(id, name, "CODE" + id, new RegionCode("420100"), null, weight, standing,
				new Findings(0, 0, "", null, null), new History(late, months), new Person(null, null), DUE);
	}

}
