package org.srdi.monitor.reminder;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.Region.Level;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.indicator.TinyProvince;
import org.srdi.monitor.register.Rosters;
import org.srdi.monitor.reminder.MissingReport.Findings;
import org.srdi.monitor.reminder.MissingReport.History;
import org.srdi.monitor.reminder.MissingReport.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class OwedQueryIntegrationTests {

	private static final ReportingPeriod OCTOBER = ReportingPeriod.of(2026, 10);

	private static final Instant DUE = Instant.parse("2026-10-28T16:00:00Z");

	private final TinyProvince province = new TinyProvince();

	private final OwedQuery query = new OwedQuery(this.province.client(),
			new Rosters(this.province.client(), this.province.transaction()), FigureKey.parse("operating_revenue.ytd"));

	@Test
	void findsWhoOwesAReportAndHasNoneAccepted() {
		roster(OCTOBER, 1, "DUE", "420102");
		roster(OCTOBER, 2, "DUE", "420202");
		roster(OCTOBER, 3, "EXEMPT", "420102");
		roster(OCTOBER, 4, "DUE", "420103");
		this.province.report(OCTOBER.yearBefore(), 1, "operating_revenue_ytd", "400");
		this.province.report(OCTOBER.yearBefore(), 2, "operating_revenue_ytd", "600");
		this.province.report(OCTOBER, 2);
		Owed owed = find("420000", Level.PROVINCE);
		assertThat(owed.due()).isEqualTo(3);
		assertThat(owed.accepted()).isEqualTo(1);
		assertThat(owed.weight()).isEqualByComparingTo("1000");
		assertThat(owed.covered()).isEqualByComparingTo("600");
		assertThat(owed.missing()).extracting(MissingReport::name, MissingReport::standing, MissingReport::due)
			.containsExactlyInAnyOrder(tuple("示例企业1", Standing.SILENT, DUE), tuple("示例企业4", Standing.SILENT, DUE));
	}

	@Test
	void keepsToTheRegion() {
		roster(OCTOBER, 1, "DUE", "420102");
		roster(OCTOBER, 2, "DUE", "420103");
		roster(OCTOBER, 3, "DUE", "420202");
		assertThat(names(find("420100", Level.CITY))).containsExactlyInAnyOrder("示例企业1", "示例企业2");
		assertThat(names(find("420202", Level.COUNTY))).containsExactly("示例企业3");
		assertThat(find("420103", Level.COUNTY).due()).isEqualTo(1);
	}

	@Test
	void tellsWhatKeepsTheLatestVersionFromBeingAccepted() {
		roster(OCTOBER, 1, "DUE", "420102");
		roster(OCTOBER, 2, "DUE", "420102");
		roster(OCTOBER, 3, "DUE", "420102");
		state(this.province.submission(OCTOBER, 1, 1, false), "HELD");
		int returned = this.province.submission(OCTOBER, 1, 2, false);
		state(returned, "RETURNED");
		violations(returned, "V12:ERROR:FALSE", "V10:ERROR:FALSE", "V10:ERROR:FALSE", "V50:WARNING:TRUE");
		int held = this.province.submission(OCTOBER, 2, 1, false);
		state(held, "HELD");
		violations(held, "V50:WARNING:FALSE", "V51:WARNING:TRUE");
		state(this.province.submission(OCTOBER, 3, 1, false), "RECEIVED");
		assertThat(find("420000", Level.PROVINCE).missing())
			.extracting(MissingReport::enterpriseId, MissingReport::standing, MissingReport::findings)
			.containsExactlyInAnyOrder(tuple(1L, Standing.RETURNED, new Findings(3, 0, "V10 V12", 1L, "file.xlsx")),
					tuple(2L, Standing.HELD, new Findings(0, 1, "V50", 1L, "file.xlsx")),
					tuple(3L, Standing.WAITING, new Findings(0, 0, "", 1L, "file.xlsx")));
	}

	@Test
	void recallsHowPunctualTheEnterpriseWas() {
		roster(OCTOBER, 1, "DUE", "420102");
		// within the twelve months: September in time, August late, July silent, June
		// exempt, May without a roster
		month(9, "DUE", 1, false);
		month(8, "DUE", 1, true);
		this.province.roster(ReportingPeriod.of(2026, 7), 1, "DUE", "420102", null, null);
		month(6, "EXEMPT", 1, false);
		this.province.submission(ReportingPeriod.of(2026, 5), 1, 1, true);
		// before them
		this.province.roster(ReportingPeriod.of(2025, 9), 1, "DUE", "420102", null, null);
		assertThat(find("420000", Level.PROVINCE).missing()).singleElement()
			.returns(new History(3, 4), MissingReport::history);
	}

	@Test
	void namesWhoFilledInTheLastAcceptedReport() {
		roster(OCTOBER, 1, "DUE", "420102");
		this.province.report(ReportingPeriod.of(2026, 3), 1);
		this.province.report(ReportingPeriod.of(2026, 8), 1);
		this.province.client()
			.sql("UPDATE monthly_report SET filler = CONCAT('某', period), filler_phone = '027-1' WHERE period <> 'x'")
			.update();
		assertThat(find("420000", Level.PROVINCE).missing()).singleElement()
			.returns(new Person("某2026-08", "027-1"), MissingReport::person);
	}

	@Test
	void goesByTheRegisterBeforeTheRosterIsWrittenDown() {
		this.province.enterprise(1, "420102");
		this.province.enterprise(2, "420102");
		this.province.enterprise(3, "420102");
		this.province.enterprise(4, "420102");
		member(1, "2020-01-01", null, "DUE");
		member(2, "2026-10-26", null, "DUE"); // new in the middle of the month
		member(3, "2020-01-01", "2026-10-20", "DUE"); // closed in the middle of the month
		member(4, "2020-01-01", null, "EXEMPT");
		assertThat(names(find("420000", Level.PROVINCE))).containsExactlyInAnyOrder("示例企业1", "示例企业2");
		assertThat(names(find("420100", Level.CITY))).containsExactlyInAnyOrder("示例企业1", "示例企业2");
	}

	private void roster(ReportingPeriod period, long id, String duty, String county) {
		this.province.enterprise(id, county);
		this.province.roster(period, id, duty, county, null, null);
	}

	private void month(int month, String duty, long id, boolean late) {
		ReportingPeriod period = ReportingPeriod.of(2026, month);
		this.province.roster(period, id, duty, "420102", null, null);
		this.province.submission(period, id, 1, late);
	}

	private void member(long id, String from, String to, String duty) {
		this.province.client()
			.sql("INSERT INTO membership (enterprise_id, valid_from, valid_to, duty) VALUES (:id, :from, :to, :duty)")
			.param("id", id)
			.param("from", from)
			.param("to", to)
			.param("duty", duty)
			.update();
	}

	private void state(int submission, String state) {
		this.province.client()
			.sql("UPDATE submission SET state = :state WHERE id = :id")
			.param("state", state)
			.param("id", submission)
			.update();
	}

	private void violations(int submission, String... violations) {
		int number = 0;
		for (String violation : violations) {
			String[] parts = violation.split(":", -1);
			this.province.client()
				.sql("INSERT INTO violation (submission_id, seq, rule_code, severity, message, message_en, explained) VALUES "
						+ "(:id, :seq, :rule, :severity, 'x', 'x', " + parts[2] + ")")
				.param("id", submission)
				.param("seq", ++number)
				.param("rule", parts[0])
				.param("severity", parts[1])
				.update();
		}
	}

	private static List<String> names(Owed owed) {
		return owed.missing().stream().map(MissingReport::name).toList();
	}

	private Owed find(String code, Level level) {
		Region scope = new Region(new RegionCode(code), null, level, "x", "x");
		return this.query.find(OCTOBER, scope,
				(ids) -> ids.stream().collect(Collectors.toMap((id) -> id, (id) -> DUE)));
	}

}
