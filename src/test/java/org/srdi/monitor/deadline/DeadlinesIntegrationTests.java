package org.srdi.monitor.deadline;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition.Roll;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlinesIntegrationTests {

	private static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	private final Office office = new Office();

	@Test
	void resolvesAPeriodOnceAndKeepsHowItCameAbout() {
		Deadlines deadlines = this.office.deadlines("2026-10-05T09:00", Calendars.shipped());
		assertThat(deadlines.of(OCTOBER)).isEqualTo(new Deadline(OCTOBER, at("2026-10-01T00:00"),
				at("2026-10-29T00:00"), at("2026-10-29T00:00"), at("2029-10-29T00:00")));
		assertThat(deadlines.explained(OCTOBER)).returns(Calendars.shipped().digest(), DeadlineRecord::definitions)
			.returns(at("2026-10-05T09:00"), DeadlineRecord::resolvedAt)
			.returns(Roll.NONE, DeadlineRecord::roll);
		assertThat(this.office.count("deadline")).isEqualTo(1);
	}

	@Test
	void storesNothingForMonthsNobodyMayReport() {
		Deadlines deadlines = this.office.deadlines("2026-10-05T09:00", Calendars.shipped());
		assertThat(deadlines.of(ReportingPeriod.of(2087, 3)).due()).isEqualTo(at("2087-03-29T00:00"));
		assertThat(deadlines.of(ReportingPeriod.of(1999, 1)).due()).isEqualTo(at("1999-01-29T00:00"));
		assertThat(this.office.count("deadline")).isZero();
	}

	@Test
	void followsTheCalendarWhileTheDeadlineIsAhead() {
		assertThat(this.office.deadlines("2026-10-05T09:00", Calendars.shipped()).of(OCTOBER).due())
			.isEqualTo(at("2026-10-29T00:00"));
		Deadlines later = this.office.deadlines("2026-10-20T09:00", Calendars.due(10, 1, Roll.NONE));
		assertThat(later.of(OCTOBER).due()).isEqualTo(at("2026-11-11T00:00"));
		assertThat(later.changes(OCTOBER)).singleElement()
			.returns(at("2026-10-29T00:00"), DeadlineChange::dueBefore)
			.returns(at("2026-11-11T00:00"), DeadlineChange::dueAfter)
			.returns("system", DeadlineChange::actor);
	}

	@Test
	void keepsADeadlineThatIsOverWhateverTheCalendarSaysLater() {
		this.office.deadlines("2026-10-05T09:00", Calendars.shipped()).of(OCTOBER);
		Deadlines later = this.office.deadlines("2026-10-29T00:00", Calendars.due(10, 1, Roll.NONE));
		assertThat(later.of(OCTOBER).due()).isEqualTo(at("2026-10-29T00:00"));
		assertThat(later.resolved(OCTOBER).due()).isEqualTo(at("2026-11-11T00:00"));
		assertThat(later.changes(OCTOBER)).isEmpty();
	}

	@Test
	void doesNotBringADeadlineForwardIntoThePast() {
		this.office.deadlines("2026-10-05T09:00", Calendars.shipped()).of(OCTOBER);
		Deadlines later = this.office.deadlines("2026-10-21T09:00", Calendars.due(20, 0, Roll.NONE));
		assertThat(later.of(OCTOBER).due()).isEqualTo(at("2026-10-29T00:00"));
	}

	@Test
	void resolvesAPastPeriodAnewWhenSomebodySaysSo() {
		this.office.deadlines("2026-10-05T09:00", Calendars.shipped()).of(OCTOBER);
		Deadlines later = this.office.deadlines("2026-12-01T09:00", Calendars.due(10, 1, Roll.NONE));
		assertThat(later.resolveAnew(OCTOBER, "省厅通知改期", "王某")).isPresent();
		assertThat(later.of(OCTOBER).due()).isEqualTo(at("2026-11-11T00:00"));
		assertThat(later.changes(OCTOBER)).singleElement().returns("王某", DeadlineChange::actor);
		assertThat(later.resolveAnew(OCTOBER, "again", "王某")).isEmpty();
	}

	@Test
	void tellsWhatIsOpenAndWhatHasFallenDue() {
		Deadlines deadlines = this.office.deadlines("2027-01-01T09:00", Calendars.due(10, 1, Roll.NONE));
		assertThat(deadlines.open(at("2026-11-05T09:00"))).extracting(ReportingPeriod::toString)
			.containsExactly("2026-10", "2026-11");
		assertThat(deadlines.open(at("2026-11-11T00:00"))).extracting(ReportingPeriod::toString)
			.containsExactly("2026-11");
		assertThat(deadlines.fallenDue(at("2026-11-10T23:59"))).hasToString("2026-09");
		assertThat(deadlines.fallenDue(at("2026-11-11T00:00"))).hasToString("2026-10");
		assertThat(this.office.deadlines("2027-01-01T09:00", Calendars.shipped()).latest(at("2026-11-01T00:00")))
			.hasToString("2026-11");
	}

	static Instant at(String local) {
		return OffsetDateTime.parse(local + "+08:00").toInstant();
	}

}
