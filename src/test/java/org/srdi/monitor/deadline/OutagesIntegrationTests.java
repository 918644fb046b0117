package org.srdi.monitor.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Extensions.Scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OutagesIntegrationTests {

	private static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	private final Office office = new Office();

	private final AtomicReference<Instant> now = new AtomicReference<>(at("2026-10-28T20:00"));

	private final AtomicLong nanos = new AtomicLong();

	private final Deadlines deadlines = this.office.deadlines("2026-12-01T00:00", Calendars.shipped());

	@Test
	void aGapBetweenBeatsMovesTheDeadlineItHits() {
		node("a").beat();
		pass(Duration.ofHours(1));
		node("a").beat();
		assertThat(this.deadlines.of(OCTOBER).due()).isEqualTo(at("2026-10-29T01:00"));
		assertThat(this.office.outages("2026-12-01T00:00").all()).singleElement().satisfies((outage) -> {
			assertThat(outage.from()).isEqualTo(at("2026-10-28T20:00"));
			assertThat(outage.to()).isEqualTo(at("2026-10-28T21:00"));
			assertThat(outage.node()).isEqualTo("a");
			assertThat(outage.effects()).singleElement()
				.returns(Duration.ofHours(1), Outage.Effect::overlap)
				.returns(OCTOBER, Outage.Effect::period)
				.returns(at("2026-10-29T01:00"), Outage.Effect::dueAfter);
		});
	}

	@Test
	void aNodeThatStaysAwayIsNoOutageWhileAnotherBeats() {
		Heartbeat b = node("b");
		node("a").beat();
		for (int i = 0; i < 10; i++) {
			pass(Duration.ofMinutes(2));
			b.beat();
		}
		node("a").beat();
		assertThat(this.office.count("outage")).isZero();
		assertThat(this.deadlines.of(OCTOBER).due()).isEqualTo(at("2026-10-29T00:00"));
		assertThat(b.lastBeat()).contains(at("2026-10-28T20:20"));
	}

	@Test
	void threeMinutesAreNoOutage() {
		node("a").beat();
		pass(Duration.ofMinutes(3));
		node("a").beat();
		assertThat(this.office.count("outage")).isZero();
	}

	@Test
	void aGapThatTwoNodesNoticeIsOneOutage() {
		Outages outages = this.office.outages("2026-12-01T00:00");
		Outage first = outages.detected(at("2026-10-28T20:00"), at("2026-10-28T21:00"), "a");
		Outage second = outages.detected(at("2026-10-28T20:00"), at("2026-10-28T21:00:01"), "a");
		assertThat(second).isEqualTo(first);
		assertThat(this.deadlines.of(OCTOBER).due()).isEqualTo(at("2026-10-29T01:00"));
	}

	@Test
	void aClockSetForwardIsNoOutage() {
		Heartbeat node = node("a");
		node.beat();
		this.now.updateAndGet((time) -> time.plus(Duration.ofHours(2)));
		this.nanos.addAndGet(Duration.ofSeconds(30).toNanos());
		node.beat();
		assertThat(this.office.count("outage")).isZero();
	}

	@Test
	void aStopForWeeksMovesNothingUntilSomebodySaysSo() {
		node("a").beat();
		pass(Duration.ofDays(20));
		node("a").beat();
		assertThat(this.deadlines.of(OCTOBER).due()).isEqualTo(at("2026-10-29T00:00"));
		assertThat(this.office.outages("2026-12-01T00:00").all()).singleElement().returns(false, Outage::counts);
	}

	@Test
	void movesGrantedTimeAsWellAndTwoDeadlinesAtOnce() {
		this.office.enterprise(1, "420100", "420102");
		Extensions extensions = this.office.extensions("2026-10-20T09:00");
		extensions.grant(OCTOBER, new Scope(1L, null), at("2026-11-28T23:00"), "搬迁", "张某");
		this.office.outages("2026-12-01T00:00").record(at("2026-10-28T22:00"), at("2026-11-28T23:30"), "门户无法访问", "王某");
		ReportingPeriod november = OCTOBER.next();
		// two hours before the end of October's and five and a half of November's window
		assertThat(this.deadlines.of(OCTOBER).due()).isEqualTo(at("2026-11-29T01:30"));
		assertThat(this.deadlines.of(november).due()).isEqualTo(at("2026-11-29T05:30"));
		assertThat(this.deadlines.due(OCTOBER, 1)).isEqualTo(at("2026-11-29T05:30"));
	}

	@Test
	void recordedTwiceItIsGivenBackOnce() {
		Outages outages = this.office.outages("2026-12-01T00:00");
		Outage first = outages.record(at("2026-10-28T18:00"), at("2026-10-28T18:30"), "门户无法访问", "王某");
		Outage second = outages.record(at("2026-10-28T18:00"), at("2026-10-28T18:30"), "门户无法访问", "王某");
		assertThat(second.id()).isEqualTo(first.id());
		assertThat(this.deadlines.of(OCTOBER).due()).isEqualTo(at("2026-10-29T00:30"));
		outages.record(at("2026-10-28T12:00"), at("2026-10-28T18:00"), "门户无法访问", "王某");
		assertThat(this.deadlines.of(OCTOBER).due()).isEqualTo(at("2026-10-29T00:30"));
	}

	@Test
	void refusesOutagesThatCannotBe() {
		Outages outages = this.office.outages("2026-10-20T00:00");
		assertThatExceptionOfType(DeadlineRefusedException.class)
			.isThrownBy(() -> outages.record(at("2026-10-19T10:00"), at("2026-10-19T10:00"), "x", "y"));
		assertThatExceptionOfType(DeadlineRefusedException.class)
			.isThrownBy(() -> outages.record(at("2026-10-19T10:00"), at("2026-10-20T00:01"), "x", "y"))
			.withMessage("the outage ends 2026-10-20 00:01, after now (2026-10-20 00:00); record it once it is over");
	}

	private Heartbeat node(String name) {
		return this.office.node(name, this.now::get, this.nanos::get);
	}

	private void pass(Duration time) {
		this.now.updateAndGet((before) -> before.plus(time));
		this.nanos.addAndGet(time.toNanos());
	}

	private static Instant at(String local) {
		return DeadlinesIntegrationTests.at(local);
	}

}
