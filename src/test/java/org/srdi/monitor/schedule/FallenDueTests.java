package org.srdi.monitor.schedule;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.core.ReportingPeriod;

import static org.assertj.core.api.Assertions.assertThat;

class FallenDueTests {

	private static final ReportingPeriod JULY = ReportingPeriod.of(2026, 7);

	private static final ReportingPeriod AUGUST = JULY.next();

	private static final ReportingPeriod SEPTEMBER = AUGUST.next();

	/** More time was given for August than for September. */
	private final Map<ReportingPeriod, Instant> due = Map.of(JULY, Desk.at("2026-07-29T00:00"), AUGUST,
			Desk.at("2026-10-02T00:00"), SEPTEMBER, Desk.at("2026-09-29T00:00"));

	private final FallenDue months = new FallenDue((at) -> SEPTEMBER, this.due::get, (period) -> true);

	@Test
	void leavesAPeriodOutUntilItsOwnDeadlineIsOver() {
		assertThat(this.months.since(JULY, Desk.at("2026-09-29T00:00"))).containsExactly(JULY, SEPTEMBER);
		assertThat(this.months.since(JULY, Desk.at("2026-10-02T00:00"))).containsExactly(JULY, AUGUST, SEPTEMBER);
	}

	@Test
	void takesSomeOfThePeriodsOnly() {
		assertThat(this.months.only(ReportingPeriod::endsQuarter).since(JULY, Desk.at("2026-10-02T00:00")))
			.containsExactly(SEPTEMBER);
		assertThat(this.months.next(Desk.at("2026-10-02T00:00"))).isEqualTo(ReportingPeriod.of(2026, 10));
	}

}
