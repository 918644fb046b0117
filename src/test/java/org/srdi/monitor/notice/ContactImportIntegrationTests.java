package org.srdi.monitor.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.register.Problem;
import org.srdi.monitor.register.ReferenceLists;
import org.srdi.monitor.register.RegisterImport;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Contacts come in as a whole or not at all, and nobody is deleted. */
class ContactImportIntegrationTests {

	private static final Definitions DEFINITIONS = DefinitionLoader.load(Path.of("jobs"), "enterprise-monthly");

	private static final RegionCode WUHAN = new RegionCode("420100");

	private static final String FIRM = "91420105YP0000017Y";

	private static final String HEADER = "姓名,邮箱,地区代码,统一社会信用代码,角色,语言,状态\n";

	@TempDir
	private Path folder;

	private PostOffice office;

	private Contacts contacts;

	private ContactImport contactImport;

	@BeforeEach
	void register() {
		this.office = new PostOffice(this.folder);
		NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(this.office.dataSource);
		new ReferenceLists(jdbc).sync(DEFINITIONS.regions(), DEFINITIONS.industries());
		new RegisterImport(jdbc, this.office.transactions).run(Path.of("sample-data/register.xlsx"));
		this.contacts = new Contacts(this.office.jdbc);
		this.contactImport = new ContactImport(jdbc, this.office.transactions, this.office.business);
	}

	private ContactResult importRows(String... rows) {
		try {
			return this.contactImport
				.run(Files.writeString(this.folder.resolve("contacts.csv"), HEADER + String.join("\n", rows) + "\n"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void takesTheSampleContactsInTwice() {
		Path sample = Path.of("sample-data/contacts.csv");
		assertThat(this.contactImport.run(sample)).isEqualTo(new ContactResult(49, 49, 0, 0, 0, List.of()));
		assertThat(this.contactImport.run(sample)).isEqualTo(new ContactResult(49, 0, 0, 49, 0, List.of()));
		assertThat(this.contacts.of(Role.ROLLUP, new RegionCode("420000"))).extracting(Recipient::email)
			.containsExactly("lead@province.example.org", "zhou@province.example.org");
		assertThat(this.contacts.byRegion(Role.ROLLUP)).hasSize(16).doesNotContainKey(new RegionCode("420105"));
		assertThat(this.contacts.of(Role.ALERT, WUHAN)).isEmpty();
		assertThat(this.contacts.list(Role.REMINDER, FIRM)).singleElement().returns("示例企业 武汉001", Contact::place);
	}

	@Test
	void everyAddressOfTheSampleIsInventedAndSaysSo() throws IOException {
		List<String> lines = Files.readAllLines(Path.of("sample-data/contacts.csv"));
		assertThat(lines.subList(1, lines.size())).hasSize(49)
			.allSatisfy(
					(line) -> assertThat(line).containsPattern("@[a-z0-9.-]*example\\.(org|com),").contains("示例数据"));
	}

	@Test
	void replacesAndRemovesByRoleScopeAndAddress() {
		importRows("张*,zhang@example.org,420100,,月报,zh,在用", "李*,li@example.org,420100,,月报,en,");
		assertThat(importRows("张**,Zhang@Example.org,420100,,rollup,en,active", "李*,li@example.org,420100,,月报,en,停用"))
			.isEqualTo(new ContactResult(2, 0, 1, 0, 1, List.of()));
		assertThat(this.contacts.of(Role.ROLLUP, WUHAN))
			.containsExactly(new Recipient("张**", "zhang@example.org", Locale.ENGLISH));
		assertThat(importRows("李*,li@example.org,420100,,月报,en,"))
			.isEqualTo(new ContactResult(1, 0, 1, 0, 0, List.of()));
		assertThat(this.contacts.of(Role.ROLLUP, WUHAN)).hasSize(2);
	}

	@Test
	void keepsOnePersonForAnEnterprise() {
		importRows("张*,zhang@example.org,," + FIRM + ",催报,,");
		assertThat(importRows("李*,li@example.org,," + FIRM + ",催报,,"))
			.isEqualTo(new ContactResult(1, 1, 0, 0, 1, List.of()));
		long id = this.office.jdbc.sql("SELECT id FROM enterprise WHERE credit_code = '" + FIRM + "'")
			.query(Long.class)
			.single();
		assertThat(this.contacts.ofEnterprises(List.of(id, -1L))).hasSize(1)
			.containsEntry(id, new Recipient("李*", "li@example.org", Locale.CHINESE));
	}

	@Test
	void refusesAFileWithAMistakeAndTellsAllWithTheirPlaces() {
		ContactResult refused = importRows("张*,zhang@example.org,420100,,月报,zh,在用", ",nobody,429999,,boss,fr,away",
				"李*,li@example.org,420100," + FIRM + ",催报,,", "王*,wang@example.org,," + FIRM + ",月报,,",
				"赵*,zhao@example.org,,91420105YP0000018X,催报,,", "孙*,sun@example.org,,,告警,,",
				"张*,ZHANG@example.org,420100,,rollup,zh,", "周*,zhou@example.org\r,,91420119YP0000121D,催报,,");
		assertThat(refused.problems()).extracting(Problem::place)
			.contains("contacts.csv:3:1", "contacts.csv:3:2", "contacts.csv:3:3", "contacts.csv:3:5",
					"contacts.csv:3:6", "contacts.csv:3:7", "contacts.csv:4:3", "contacts.csv:5:5", "contacts.csv:7:3",
					"contacts.csv:8:2");
		assertThat(refused.problems())
			.anySatisfy((problem) -> assertThat(problem.messageEn())
				.isEqualTo("The same as contacts.csv:2:2: one row per role, " + "region or enterprise, and address"))
			.anySatisfy(
					(problem) -> assertThat(problem.message()).isEqualTo("“nobody”不是电子邮箱：应如 name@example.org，一格一个"));
		assertThat(this.contacts.list(null, null)).isEmpty();
	}

	@Test
	void refusesStrangersAndTwoForOneEnterprise() {
		assertThat(importRows("张*,zhang@example.org,,91420100MA00003490,催报,,").problems()).singleElement()
			.returns("contacts.csv:2:4", Problem::place)
			.extracting(Problem::messageEn)
			.asString()
			.contains("91420100MA00003490");
		assertThat(importRows("张*,zhang@example.org,," + FIRM + ",催报,,", "李*,li@example.org,," + FIRM + ",催报,,")
			.problems()).singleElement().returns("contacts.csv:3:2", Problem::place);
		assertThat(importRows().problems()).hasSize(1);
	}

}
