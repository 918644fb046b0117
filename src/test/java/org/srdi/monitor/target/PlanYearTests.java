package org.srdi.monitor.target;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition.Pace;
import org.srdi.monitor.target.Flag.Level;
import org.srdi.monitor.target.Flag.PathBasis;
import org.srdi.monitor.target.Flag.State;
import org.srdi.monitor.target.PlanYear.Reported;

import static org.assertj.core.api.Assertions.assertThat;

/** The target is 1200 on a linear path: 100 a month; amber below 95 %, red below 85 %. */
class PlanYearTests {

	private static final Pace PACE = new Pace("revenue", "营业收入", "Revenue", FigureKey.parse("operating_revenue.ytd"),
			new BigDecimal("0.95"), new BigDecimal("0.85"));

	private final Map<Integer, Reported> reports = new TreeMap<>();

	@Test
	void isOnTrackAtTheLimitAndAmberBelow() {
		report(10, "950");
		assertThat(judge(10).level()).isEqualTo(Level.ON_TRACK);
		report(10, "949.99");
		assertThat(judge(10).level()).isEqualTo(Level.AMBER);
	}

	@Test
	void isAmberAtTheRedLimitAndRedBelow() {
		report(10, "850");
		assertThat(judge(10).level()).isEqualTo(Level.AMBER);
		report(10, "849.99");
		assertThat(judge(10).level()).isEqualTo(Level.RED);
	}

	@Test
	void bringsTheEvidence() {
		report(10, "800");
		assertThat(judge(10)).isEqualTo(new Flag(ReportingPeriod.of(2026, 10), 7, "revenue", Level.RED, State.NEW, 1,
				new BigDecimal("1200"), new BigDecimal("1000.000000"), PathBasis.LINEAR, new BigDecimal("800"),
				new BigDecimal("-200.000000"), new BigDecimal("0.80000000"), new BigDecimal("2.0000")));
	}

	@Test
	void isNewInTheFirstMonthOfTheYear() {
		report(1, "50");
		assertThat(judge(1)).returns(Level.RED, Flag::level)
			.returns(State.NEW, Flag::state)
			.returns(1, Flag::monthsFlagged);
	}

	@Test
	void persistsMonthByMonth() {
		report(7, "700");
		report(8, "700");
		report(9, "850");
		report(10, "900");
		assertThat(judge(10)).returns(Level.AMBER, Flag::level)
			.returns(State.PERSISTING, Flag::state)
			.returns(3, Flag::monthsFlagged);
	}

	@Test
	void recoversOnceAndIsThenOnTrackLikeAnyOther() {
		report(8, "600");
		report(9, "900");
		report(10, "1000");
		assertThat(judge(9)).returns(Level.ON_TRACK, Flag::level)
			.returns(State.RECOVERED, Flag::state)
			.returns(0, Flag::monthsFlagged);
		assertThat(judge(10)).returns(State.NONE, Flag::state);
	}

	@Test
	void isNewAgainAfterARecovery() {
		report(8, "600");
		report(9, "900");
		report(10, "900");
		assertThat(judge(10)).returns(State.NEW, Flag::state).returns(1, Flag::monthsFlagged);
	}

	@Test
	void isMissingWithoutAReportAndNeverJudged() {
		report(9, "600");
		assertThat(judge(10)).returns(Level.MISSING, Flag::level)
			.returns(State.NONE, Flag::state)
			.returns(0, Flag::monthsFlagged)
			.returns(null, Flag::actual)
			.returns(null, Flag::gap)
			.returns(null, Flag::pace)
			.returns(null, Flag::monthsBehind)
			.returns(new BigDecimal("1000.000000"), Flag::path);
	}

	@Test
	void isUndecidedWhereTheFigureIsBlank() {
		report(10, null);
		assertThat(judge(10)).returns(Level.UNDECIDED, Flag::level).returns(State.NONE, Flag::state);
	}

	@Test
	void staysPersistingAcrossMonthsWithoutAJudgement() {
		report(7, "600");
		report(9, null);
		report(10, "900");
		assertThat(judge(10)).returns(State.PERSISTING, Flag::state).returns(2, Flag::monthsFlagged);
	}

	@Test
	void tellsZeroFromBlank() {
		report(10, "0");
		assertThat(judge(10)).returns(Level.RED, Flag::level)
			.returns(new BigDecimal("0E-8"), Flag::pace)
			.returns(new BigDecimal("10.0000"), Flag::monthsBehind);
	}

	@Test
	void isOnTrackWhereThePathAsksForNothing() {
		Map<Integer, BigDecimal> lastYear = Map.of(10, BigDecimal.ZERO, 12, BigDecimal.TEN);
		report(10, "0");
		Flag flag = new PlanYear(7, PACE, new BigDecimal("1200"), lastYear, this.reports)
			.judge(ReportingPeriod.of(2026, 10));
		assertThat(flag).returns(Level.ON_TRACK, Flag::level)
			.returns(PathBasis.SEASONAL, Flag::basis)
			.returns(null, Flag::pace);
	}

	private void report(int month, String actual) {
		this.reports.put(month, new Reported((actual != null) ? new BigDecimal(actual) : null, null));
	}

	private Flag judge(int month) {
		return new PlanYear(7, PACE, new BigDecimal("1200"), Map.of(), this.reports)
			.judge(ReportingPeriod.of(2026, month));
	}

}
