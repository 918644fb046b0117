package org.srdi.monitor.publication;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.RollupDefinition.Every;
import org.srdi.monitor.notice.DeliveryState;
import org.srdi.monitor.publication.Publications.Published;

import static org.assertj.core.api.Assertions.assertThat;

/** The rollup goes to everybody of the province who is to have it, once per revision. */
class CirculationIntegrationTests {

	private final Desk desk = new Desk();

	@TempDir
	private Path out;

	@BeforeEach
	void publishable() {
		this.desk.firm("91420100MA0000001A", "示例企业甲", "420100", "27", Tier.NATIONAL_LITTLE_GIANT)
			.due(Desk.OCTOBER)
			.report(Desk.OCTOBER, "operating_revenue_ytd", 12000, "operating_revenue_ytd_ly", 10000);
		this.desk.aggregate();
		contact("ROLLUP", "420000", "zhou@example.org", "zh");
		contact("ROLLUP", "420000", "lead@example.org", "en");
		contact("ROLLUP", "420100", "zheng@example.org", "zh");
		contact("ROLLUP", "420100", "zhou@example.org", "en");
		contact("ROLLUP", "420105", "county@example.org", "zh");
		contact("REMINDER", "420000", "reminder@example.org", "zh");
		contact("ROLLUP", "999999", "elsewhere@example.org", "zh");
	}

	private void contact(String role, String scope, String email, String locale) {
		this.desk.jdbc.sql("INSERT INTO contact (role, scope, email, name, locale) VALUES (?, ?, ?, '某*', ?)")
			.params(role, scope, email, locale)
			.update();
	}

	@AfterEach
	void close() {
		this.desk.close();
	}

	@Test
	void writesToEverybodyOnceInTheirLanguage() {
		assertThat(circulate(1)).isEqualTo(4);
		assertThat(subjects()).containsOnly(Map.entry("zhou@example.org", "专精特新企业运行月报（2026年10月）"),
				Map.entry("zheng@example.org", "专精特新企业运行月报（2026年10月）"),
				Map.entry("county@example.org", "专精特新企业运行月报（2026年10月）"),
				Map.entry("lead@example.org", "Monthly Operations of SRDI Enterprises (October 2026)"));
		assertThat(text("zhou@example.org")).contains("营业收入1.20亿元，同比增长20.0%")
			.contains("附件：专精特新企业运行月报_2026-10.xlsx")
			.contains("示例数据");
		assertThat(text("lead@example.org")).contains("CNY 120 million, up 20.0% year on year");
	}

	@Test
	void writesAgainOnlyWhenThereIsANewRevision() {
		circulate(1);
		assertThat(circulate(1)).isZero();
		assertThat(circulate(2)).isEqualTo(4);
		assertThat(subjects()).containsEntry("zhou@example.org", "专精特新企业运行月报（2026年10月，修订第1次）")
			.containsEntry("lead@example.org", "Monthly Operations of SRDI Enterprises (October 2026, revision 1)");
		assertThat(this.desk.outbox().counts(Circulation.key(Every.MONTH, Desk.OCTOBER, 2)))
			.containsEntry(DeliveryState.QUEUED, 4);
		assertThat(this.desk.jdbc.sql("SELECT sha256 FROM notice_attachment").query(String.class).list()).hasSize(4)
			.containsAll(this.desk.jdbc.sql("SELECT sha256 FROM publication").query(String.class).list());
	}

	private int circulate(int revision) {
		Published published = this.desk.publications().publish(Desk.OCTOBER, revision, this.out);
		return this.desk.circulation().circulate(Every.MONTH, Desk.OCTOBER, revision, published);
	}

	/** Returns the latest subject for each address. */
	private Map<String, String> subjects() {
		List<Map<String, Object>> rows = this.desk.jdbc.sql("""
				SELECT d.address, n.subject FROM notice_delivery d JOIN notice n ON n.id = d.notice_id ORDER BY d.id
				""").query().listOfRows();
		return rows.stream()
			.collect(Collectors.toMap((row) -> (String) row.get("address"), (row) -> (String) row.get("subject"),
					(earlier, later) -> later));
	}

	private String text(String address) {
		return this.desk.jdbc.sql("""
				SELECT n.content FROM notice_delivery d JOIN notice n ON n.id = d.notice_id WHERE d.address = :address
				""").param("address", address).query(String.class).single();
	}

}
