package org.srdi.monitor.deadline;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Extensions.Scope;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition.OnTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExtensionsIntegrationTests {

	private static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	private static final Scope WUHAN = new Scope(null, new RegionCode("420100"));

	private static final Scope JIANGAN = new Scope(null, new RegionCode("420102"));

	private static final Scope FIRST = new Scope(1L, null);

	private final Office office = new Office();

	private final Extensions extensions = this.office.extensions("2026-10-20T09:00");

	private final Deadlines deadlines = this.office.deadlines("2026-10-20T09:00", Calendars.shipped());

	@BeforeEach
	void addFirms() {
		this.office.enterprise(1, "420100", "420102");
		this.office.enterprise(2, "420100", "420103");
		this.office.enterprise(3, "420500", null);
	}

	@Test
	void theLongestExtensionCounts() {
		grant(WUHAN, "2026-11-03T00:00");
		grant(FIRST, "2026-11-02T00:00");
		assertThat(due(1)).isEqualTo(at("2026-11-03T00:00"));
		grant(FIRST, "2026-11-05T00:00");
		assertThat(due(1)).isEqualTo(at("2026-11-05T00:00"));
		assertThat(due(2)).isEqualTo(at("2026-11-03T00:00"));
		assertThat(due(3)).isEqualTo(at("2026-10-29T00:00"));
		assertThat(this.deadlines.of(OCTOBER).due()).isEqualTo(at("2026-10-29T00:00"));
	}

	@Test
	void reachesACountyAndEverybody() {
		grant(JIANGAN, "2026-11-03T00:00");
		assertThat(this.deadlines.due(OCTOBER, List.of(1L, 2L, 3L))).containsEntry(1L, at("2026-11-03T00:00"))
			.containsEntry(2L, at("2026-10-29T00:00"))
			.containsEntry(3L, at("2026-10-29T00:00"));
		grant(Scope.ALL, "2026-10-30T00:00");
		assertThat(this.deadlines.due(OCTOBER, List.of(1L, 2L, 3L))).containsEntry(1L, at("2026-11-03T00:00"))
			.containsEntry(2L, at("2026-10-30T00:00"))
			.containsEntry(3L, at("2026-10-30T00:00"));
	}

	@Test
	void anEnterpriseThatMovesKeepsTheTimeOfWhereItWasOnTheRoster() {
		grant(WUHAN, "2026-11-03T00:00");
		this.office.jdbc.sql("""
				INSERT INTO roster (period, enterprise_id, duty, city_code) VALUES ('2026-10', 3, 'DUE', '420100')
				""").update();
		assertThat(due(3)).isEqualTo(at("2026-11-03T00:00"));
	}

	@Test
	void grantedTwiceIsGrantedOnce() {
		assertThat(grant(WUHAN, "2026-11-03T00:00")).isEqualTo(grant(WUHAN, "2026-11-03T00:00"));
		assertThat(this.extensions.all()).hasSize(1);
	}

	@Test
	void revokedBeforeTheDeadlineItNeverWas() {
		Extension granted = grant(WUHAN, "2026-11-03T00:00");
		Extension revoked = this.office.extensions("2026-10-21T09:00").revoke(granted.id(), "误批", "李某");
		assertThat(revoked.revocation()).isEqualTo(new Extension.Revocation(at("2026-10-21T09:00"), "李某", "误批"));
		assertThat(due(1)).isEqualTo(at("2026-10-29T00:00"));
		assertThat(this.extensions.of(OCTOBER)).hasSize(1);
	}

	@Test
	void revokedLaterItHoldsForWhatCameInUntilThen() {
		Extension granted = grant(WUHAN, "2026-11-03T00:00");
		this.office.extensions("2026-11-01T12:00").revoke(granted.id(), "误批", "李某");
		this.office.extensions("2026-11-02T12:00").revoke(granted.id(), "again", "王某");
		assertThat(due(1)).isEqualTo(at("2026-11-01T12:00"));
		assertThat(this.extensions.of(OCTOBER)).singleElement()
			.extracting(Extension::revocation)
			.isEqualTo(new Extension.Revocation(at("2026-11-01T12:00"), "李某", "误批"));
	}

	@Test
	void refusesWhatWouldShortenADeadlineOrMistypesTheYear() {
		assertThatExceptionOfType(DeadlineRefusedException.class).isThrownBy(() -> grant(WUHAN, "2026-10-28T12:00"))
			.withMessage(
					"2026-10 is due 2026-10-28 24:00 anyway, so until 2026-10-28 12:00 is no extension; name a later "
							+ "instant (--until)");
		assertThatExceptionOfType(DeadlineRefusedException.class).isThrownBy(() -> grant(WUHAN, "2062-11-03T00:00"));
		assertThatExceptionOfType(DeadlineRefusedException.class)
			.isThrownBy(() -> this.extensions.revoke(4711, "reason", "actor"))
			.withMessageContaining("4711");
	}

	@Test
	void makesALateReportOneInTimeAlsoWhenGrantedLater() {
		this.office.version("2026-10", 1, 1, "RETURNED", at("2026-10-27T10:00"));
		this.office.version("2026-10", 1, 2, "ACCEPTED", at("2026-10-30T10:00"));
		this.office.version("2026-10", 1, 3, "ACCEPTED", at("2026-11-20T10:00"));
		this.office.version("2026-10", 2, 1, "RETURNED", at("2026-10-27T10:00"));
		Timeliness timeliness = this.office.timeliness("2026-11-25T09:00", Calendars.shipped());
		assertThat(timeliness.clocks(OCTOBER, 1)).contains(new Timeliness.Clocks(at("2026-10-27T10:00"),
				at("2026-10-30T10:00"), at("2026-11-20T10:00"), at("2026-10-29T00:00"), false));
		assertThat(punctual(timeliness)).isEmpty();
		this.office.extensions("2026-11-25T09:00").grant(OCTOBER, JIANGAN, at("2026-10-31T00:00"), "洪水", "张某");
		assertThat(timeliness.clocks(OCTOBER, 1)).get().returns(true, Timeliness.Clocks::onTime);
		assertThat(punctual(timeliness)).containsExactly(1L);
		assertThat(timeliness.clocks(OCTOBER, 2)).get().returns(false, Timeliness.Clocks::onTime);
		assertThat(timeliness.clocks(OCTOBER, 3)).isEmpty();
	}

	@Test
	void theClockAndTheDaysOfGraceOfTheCalendarDecide() {
		this.office.version("2026-10", 1, 1, "RETURNED", at("2026-10-28T10:00"));
		this.office.version("2026-10", 1, 2, "ACCEPTED", at("2026-10-31T10:00"));
		assertThat(punctual(Calendars.grace(0, false, OnTime.FIRST_ARRIVAL))).containsExactly(1L);
		assertThat(punctual(Calendars.grace(3, false, OnTime.FIRST_ACCEPTED))).isEmpty();
		assertThat(punctual(Calendars.grace(3, true, OnTime.FIRST_ACCEPTED))).containsExactly(1L);
		assertThat(punctual(Calendars.grace(2, true, OnTime.FIRST_ACCEPTED))).isEmpty();
	}

	@Test
	void countsTheReportingUnderTheFiveNames() {
		for (long id = 1; id <= 3; id++) {
			this.office.jdbc.sql(
					"INSERT INTO roster (period, enterprise_id, duty, city_code) VALUES ('2026-10', :id, 'DUE', '420100')")
				.param("id", id)
				.update();
		}
		this.office.version("2026-10", 1, 1, "ACCEPTED", at("2026-10-27T10:00"));
		this.office.version("2026-10", 2, 1, "ACCEPTED", at("2026-10-29T10:00"));
		this.office.jdbc.sql("""
				INSERT INTO monthly_report (enterprise_id, period, submission_id)
				SELECT enterprise_id, period, id FROM submission
				""").update();
		Timeliness.Rates rates = this.office.timeliness("2026-11-25T09:00", Calendars.shipped()).rates(OCTOBER);
		assertThat(rates).isEqualTo(new Timeliness.Rates(3, 2, 1));
		assertThat(rates.reportingRate()).hasToString("66.67");
		assertThat(rates.reportingRateOnTime()).hasToString("33.33");
	}

	private List<Long> punctual(Definitions definitions) {
		this.office.jdbc.sql("DELETE FROM deadline").update();
		return punctual(this.office.timeliness("2026-11-25T09:00", definitions));
	}

	private List<Long> punctual(Timeliness timeliness) {
		return this.office.jdbc.sql(Timeliness.PUNCTUAL)
			.params(timeliness.parameters(OCTOBER))
			.query(Long.class)
			.list();
	}

	private Extension grant(Scope scope, String until) {
		return this.extensions.grant(OCTOBER, scope, at(until), "停电", "张某");
	}

	private Instant due(long enterprise) {
		return this.deadlines.due(OCTOBER, enterprise);
	}

	private static Instant at(String local) {
		return DeadlinesIntegrationTests.at(local);
	}

}
