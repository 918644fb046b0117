package org.srdi.monitor.schedule;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition.Action;
import org.srdi.monitor.definition.JobDefinition.Misfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FiringsIntegrationTests {

	private static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	private final Desk desk = new Desk(Desk.INGEST, Desk.CLOSE);

	@Test
	void closesEachMonthOnceAtTheFirstTickAfterItsDeadline() {
		this.desk.begun("2026-10-20T09:00");
		assertThat(this.desk.tick("close-month", "2026-10-28T23:30"))
			.isEqualTo(Outcome.nothing("no period is due; the first one is 2026-10"));
		assertThat(this.desk.tick("close-month", "2026-10-29T00:30")).isEqualTo(Outcome.done("2026-10: closed"));
		assertThat(this.desk.tick("close-month", "2026-10-29T01:30").status()).isEqualTo(Outcome.Status.NOTHING);
		assertThat(this.desk.calls).containsExactly("close 2026-10");
		assertThat(this.desk.state(OCTOBER)).isEqualTo("DONE");
	}

	@Test
	void catchesUpOnceForEachMissedMonthInOrder() {
		this.desk.begun("2026-10-20T09:00");
		assertThat(this.desk.tick("close-month", "2027-01-05T08:12"))
			.isEqualTo(Outcome.done("2026-10: closed; 2026-11: closed; 2026-12: closed"));
		this.desk.tick("close-month", "2027-01-05T08:30");
		assertThat(this.desk.calls).containsExactly("close 2026-10", "close 2026-11", "close 2026-12");
	}

	@Test
	void leavesOutMissedMonthsWhereThePolicySaysSo() {
		Desk skipping = new Desk(Desk.schedule("close-month", Action.CLOSE_MONTH, "0 30 * * * ?", Misfire.SKIP))
			.begun("2026-10-20T09:00");
		assertThat(skipping.tick("close-month", "2026-12-05T08:30"))
			.isEqualTo(Outcome.done("2026-10: skipped, its time was missed; 2026-11: skipped, its time was missed"));
		skipping.tick("close-month", "2026-12-29T00:30");
		skipping.tick("close-month", "2026-12-29T01:30");
		assertThat(skipping.calls).containsExactly("close 2026-12");
		assertThat(skipping.state(OCTOBER)).isEqualTo("SKIPPED");
	}

	@Test
	void triesAgainWhatFailedEvenIfMissedMonthsAreLeftOut() {
		Desk skipping = new Desk(Desk.schedule("close-month", Action.CLOSE_MONTH, "0 30 * * * ?", Misfire.SKIP))
			.begun("2026-10-20T09:00");
		skipping.close = (period) -> Outcome.failed("disk full");
		skipping.tick("close-month", "2026-10-29T00:30");
		assertThat(skipping.state(OCTOBER)).isEqualTo("FAILED");
		skipping.close = (period) -> Outcome.done("closed");
		skipping.tick("close-month", "2026-10-29T01:30");
		assertThat(skipping.state(OCTOBER)).isEqualTo("DONE");
	}

	@Test
	void holdsUpTheMonthsAfterOneThatFails() {
		this.desk.begun("2026-10-20T09:00");
		this.desk.close = (period) -> period.equals(OCTOBER) ? Outcome.failed("disk full") : Outcome.done("closed");
		assertThat(this.desk.tick("close-month", "2026-12-05T08:30")).isEqualTo(Outcome.failed("2026-10: disk full"));
		assertThat(this.desk.state(OCTOBER)).isEqualTo("FAILED");
		this.desk.close = (period) -> Outcome.done("closed");
		this.desk.tick("close-month", "2026-12-05T09:30");
		assertThat(this.desk.calls).containsExactly("close 2026-10", "close 2026-10", "close 2026-11");
	}

	@Test
	void doesAMonthAgainThatBrokeOffAndMarksItOnce() {
		this.desk.begun("2026-10-20T09:00");
		this.desk.close = (period) -> {
			throw new IllegalStateException("killed");
		};
		assertThat(this.desk.tick("close-month", "2026-10-29T00:30")).isEqualTo(Outcome.failed("killed"));
		assertThat(this.desk.state(OCTOBER)).isEqualTo("CLAIMED");
		this.desk.close = (period) -> Outcome.nothing("nothing new");
		assertThat(this.desk.tick("close-month", "2026-10-29T00:30")).isEqualTo(Outcome.done("2026-10: nothing new"));
		assertThat(this.desk.state(OCTOBER)).isEqualTo("DONE");
		assertThat(this.desk.jdbc.sql("SELECT attempts FROM schedule_fire").query(Integer.class).list())
			.isEqualTo(List.of(2));
	}

	@Test
	void waitsForAnotherRunOfTheMonth() {
		this.desk.begun("2026-10-20T09:00");
		this.desk.close = (period) -> Outcome.later("another run is under way");
		assertThat(this.desk.tick("close-month", "2026-10-29T00:30").status()).isEqualTo(Outcome.Status.LATER);
		assertThat(this.desk.state(OCTOBER)).isEqualTo("CLAIMED");
	}

	@Test
	void leavesTheYearsBeforeItsFirstStartAlone() {
		this.desk.begun("2026-10-29T00:10");
		assertThat(this.desk.tick("close-month", "2026-10-29T00:30").text())
			.isEqualTo("no period is due; the first one is 2026-11");
		this.desk.begun("2026-12-20T09:00"); // a later start changes nothing
		this.desk.tick("close-month", "2026-12-20T09:30");
		assertThat(this.desk.calls).containsExactly("close 2026-11");
	}

	@Test
	void doesNothingWhilePausedUnlessByHand() {
		this.desk.store.pause("ingest", "li");
		assertThat(this.desk.tick("ingest", "2026-10-20T09:05")).isEqualTo(Outcome.nothing("paused"));
		this.desk.firings.fire("ingest", Desk.at("2026-10-20T09:06"), "wang");
		this.desk.store.resume("ingest");
		this.desk.tick("ingest", "2026-10-20T09:10");
		assertThat(this.desk.calls).containsExactly("ingest 09:06", "ingest 09:10");
	}

	@Test
	void keepsWhoDidWhatAndWhatCameOfIt() {
		this.desk.firings.fire("ingest", Desk.at("2026-10-20T09:06"), "wang");
		assertThat(this.desk.store.lastFire("ingest")).get()
			.returns(Desk.at("2026-10-20T09:06"), ScheduleStore.Fire::scheduledAt)
			.returns("wang", ScheduleStore.Fire::actor)
			.returns("NOTHING", ScheduleStore.Fire::status)
			.returns("nothing new", ScheduleStore.Fire::outcome);
	}

	@Test
	void listsWhatThereIsForACodeThatIsNotThere() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.desk.tick("ingets", "2026-10-20T09:05"))
			.withMessage("There is no schedule 'ingets'; there are ingest, close-month");
	}

}
