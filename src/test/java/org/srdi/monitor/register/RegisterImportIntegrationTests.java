package org.srdi.monitor.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;

import static org.assertj.core.api.Assertions.assertThat;

class RegisterImportIntegrationTests {

	private static final CreditCode ONE = new CreditCode("91420100MA00003490");

	private static final CreditCode TWO = new CreditCode("91420100MA0000226Y");

	private static final String HEADER = "统一社会信用代码,企业名称,市州代码,县市区代码,行业代码,是否规模以上,称号/梯度,批次,认定日期,有效期起,有效期止,称号状态,"
			+ "纳入监测日期,退出监测日期,报送义务,免报原因,备注";

	private static final String FIRST = "91420100MA00003490,示例企业 武汉001,420100,420102,3511,是,省级专精特新中小企业,1,2023-07-14,"
			+ "2023-07-14,2026-07-13,有效,2024-11-01,,应报,,示例数据";

	private static final String SECOND = "91420100MA0000226Y,示例企业 武汉002,420100,,65,否,国家级专精特新“小巨人”企业,3,2021/7/19,,,,"
			+ "2024年11月1日,,免报,停产整顿,";

	private final RegisterDatabase database = new RegisterDatabase();

	private final Enterprises enterprises = new Enterprises(this.database.client);

	private final Titles titles = new Titles(this.database.client);

	@TempDir
	Path folder;

	@Test
	void storesWhatTheFileSays() throws IOException {
		ImportResult result = run(HEADER, FIRST, SECOND);
		assertThat(result).isEqualTo(new ImportResult(2, 2, 0, 0, 2, List.of()));
		Enterprise one = this.enterprises.find(ONE).orElseThrow();
		assertThat(one).isEqualTo(new Enterprise(one.id(), ONE, "示例企业 武汉001", new RegionCode("420100"),
				new RegionCode("420102"), "3511", true));
		assertThat(one.division()).isEqualTo("35");
		Enterprise two = this.enterprises.find(TWO).orElseThrow();
		assertThat(two)
			.isEqualTo(new Enterprise(two.id(), TWO, "示例企业 武汉002", new RegionCode("420100"), null, "65", false));
		assertThat(this.titles.of(List.of(one.id(), two.id())))
			.containsEntry(one.id(),
					List.of(new Title(Tier.PROVINCIAL_SRDI, "1", LocalDate.of(2023, 7, 14), LocalDate.of(2023, 7, 14),
							LocalDate.of(2026, 7, 13), Title.Status.VALID)))
			.containsEntry(two.id(), List.of(new Title(Tier.NATIONAL_LITTLE_GIANT, "3", LocalDate.of(2021, 7, 19), null,
					null, Title.Status.VALID)));
		assertThat(memberships(one.id()))
			.containsExactly(new Membership(LocalDate.of(2024, 11, 1), null, Duty.DUE, null));
		assertThat(memberships(two.id()))
			.containsExactly(new Membership(LocalDate.of(2024, 11, 1), null, Duty.EXEMPT, "停产整顿"));
	}

	@Test
	void importingTwiceChangesNothingAndSaysSo() throws IOException {
		run(HEADER, FIRST, SECOND);
		String before = fingerprint();
		assertThat(run(HEADER, SECOND, FIRST)).isEqualTo(new ImportResult(2, 0, 0, 2, 0, List.of()));
		assertThat(fingerprint()).isEqualTo(before);
	}

	@Test
	void takesOverChangesWithoutDeleting() throws IOException {
		run(HEADER, FIRST, SECOND);
		String before = fingerprint();
		ImportResult result = run(HEADER, FIRST.replace("武汉001", "武汉一号").replace(",420102,", ",,"));
		assertThat(result).isEqualTo(new ImportResult(1, 0, 1, 0, 0, List.of()));
		assertThat(this.enterprises.find(ONE)).get()
			.returns("示例企业 武汉一号", Enterprise::name)
			.returns(null, Enterprise::county);
		assertThat(this.enterprises.find(TWO)).isPresent();
		assertThat(fingerprint()).isNotEqualTo(before);
	}

	@Test
	void leavesAloneWhatTheFileHasNoColumnFor() throws IOException {
		run(HEADER, FIRST);
		ImportResult result = run("credit_code,enterprise_name,city_name,tier,batch,member_from",
				"91420100MA00003490,示例企业 武汉001,武汉,PROVINCIAL_SRDI,1,2024-11-01");
		assertThat(result).isEqualTo(new ImportResult(1, 0, 0, 1, 0, List.of()));
	}

	@Test
	void takesSeveralRowsOfOneFirmAsSeveralTitles() throws IOException {
		String again = FIRST.replace("省级专精特新中小企业,1,2023-07-14,2023-07-14,2026-07-13",
				"NATIONAL_LITTLE_GIANT,5,2023-07-14,,");
		assertThat(run(HEADER, FIRST, again)).isEqualTo(new ImportResult(2, 1, 0, 0, 2, List.of()));
		assertThat(this.titles.highest(this.enterprises.find(ONE).orElseThrow().id(), LocalDate.of(2026, 10, 31)))
			.contains(Tier.NATIONAL_LITTLE_GIANT);
	}

	@Test
	void givesAFirmKnownByNameItsCode() throws IOException {
		run("企业名称,市州,称号,批次", "示例（武汉）公司,武汉市,NATIONAL_LITTLE_GIANT,3");
		Enterprise before = this.enterprises.findByName("示例(武汉)公司").orElseThrow();
		ImportResult result = run("统一社会信用代码,企业名称,市州,称号,批次", "91420100MA00003490,示例(武汉)公司,武汉市,NATIONAL_LITTLE_GIANT,3");
		assertThat(result).isEqualTo(new ImportResult(1, 0, 1, 0, 0, List.of()));
		assertThat(this.enterprises.find(ONE)).get().returns(before.id(), Enterprise::id);
		assertThat(run("企业名称,市州,称号,批次", "示例（武汉）公司,武汉市,NATIONAL_LITTLE_GIANT,3").unchanged()).isEqualTo(1);
		assertThat(this.enterprises.count()).isEqualTo(1);
	}

	@Test
	void listsEveryBadCellAtOnce() throws IOException {
		ImportResult result = run(HEADER, //
				"91420100MA00003491,示例企业 A,420199,420102,99,也许,小巨人,1,2023-02-30,2023-07-14,2022-07-13,好,2024-11-01,2024-10-31,报,,",
				"123,,420100,430302,A,,,2,,,,,,2024-10-31,免报,,", //
				"91420100MA00003490,示例企业 B,,,,,,,,,,,,,,,");
		assertThat(result.problems()).extracting(Problem::place)
			.containsExactly("register.csv:2:1", "register.csv:2:3", "register.csv:2:5", "register.csv:2:6",
					"register.csv:2:7", "register.csv:2:9", "register.csv:2:11", "register.csv:2:12",
					"register.csv:2:14", "register.csv:2:15", "register.csv:3:1", "register.csv:3:2",
					"register.csv:3:4", "register.csv:3:5", "register.csv:3:7", "register.csv:3:13",
					"register.csv:3:16", "register.csv:4:3");
		assertThat(result).returns(3, ImportResult::rows).returns(0, ImportResult::added);
		assertThat(this.enterprises.isEmpty()).isTrue();
	}

	@Test
	void namesTheExpectedCheckCharacter() throws IOException {
		Problem problem = problem(HEADER, FIRST.replace("91420100MA00003490", "91420100MA00003491"));
		assertThat(problem.place()).isEqualTo("register.csv:2:1");
		assertThat(problem.message())
			.isEqualTo("统一社会信用代码 91420100MA00003491 的校验码不对：按前 17 位计算，最后一位应为 0，读到的是 1。请对照营业执照更正。");
		assertThat(problem.messageEn())
			.isEqualTo("The check character of the unified social credit code 91420100MA00003491 is wrong: "
					+ "the first 17 characters ask for 0 at the end, 1 was read. Correct it by the business licence.");
	}

	@Test
	void namesTheOtherRowOfADuplicate() throws IOException {
		Problem problem = problem(HEADER, FIRST, SECOND, FIRST);
		assertThat(problem.place()).isEqualTo("register.csv:4:1");
		assertThat(problem.message()).contains("91420100MA00003490", "register.csv:2:1", "重复");
	}

	@Test
	void namesTheOtherRowWhereRowsOfOneFirmDisagree() throws IOException {
		Problem problem = problem(HEADER, FIRST, FIRST.replace("武汉001", "武汉007").replace("企业,1,", "企业,2,"));
		assertThat(problem.place()).isEqualTo("register.csv:3:2");
		assertThat(problem.message())
			.isEqualTo("同一企业各行的内容应当一致：本行为 示例企业 武汉007，而 register.csv:2:2 为 示例企业 武汉001。请更正其中一处。");
	}

	@Test
	void saysWhichCityACountyIsIn() throws IOException {
		Problem problem = problem(HEADER, FIRST.replace(",420102,", ",420502,"));
		assertThat(problem.place()).isEqualTo("register.csv:2:4");
		assertThat(problem.message()).contains("420502 西陵区", "属于宜昌市", "本行的市州是武汉市");
	}

	@Test
	void refusesAMembershipThatOverlapsAStoredOne() throws IOException {
		run(HEADER, FIRST);
		Problem problem = problem(HEADER, FIRST.replace("2024-11-01", "2026-01-01"));
		assertThat(problem.place()).isEqualTo("register.csv:2:13");
		assertThat(problem.message()).contains("2026-01-01", "2024-11-01");
		ImportResult result = run(HEADER, FIRST.replace("2024-11-01,,", "2024-11-01,2025-12-31,"),
				FIRST.replace("2024-11-01,,应报,", "2026-01-01,,免报,停产"));
		assertThat(result).isEqualTo(new ImportResult(2, 0, 1, 0, 0, List.of()));
		assertThat(memberships(this.enterprises.find(ONE).orElseThrow().id())).containsExactly(
				new Membership(LocalDate.of(2024, 11, 1), LocalDate.of(2025, 12, 31), Duty.DUE, null),
				new Membership(LocalDate.of(2026, 1, 1), null, Duty.EXEMPT, "停产"));
	}

	@Test
	void asksForTheCodeWhereANameIsNotEnough() throws IOException {
		Problem problem = problem("统一社会信用代码,企业名称,市州代码", "91420100MA00003490,同名企业,420100",
				"91420100MA0000226Y,同名企业,420100", ",同名企业,420100");
		assertThat(problem.place()).isEqualTo("register.csv:4:2");
		assertThat(problem.message()).contains("同名企业", "请填写统一社会信用代码");
	}

	@Test
	void tellsWhichColumnIsMissing() throws IOException {
		Problem problem = problem("统一社会信用代码,企业名称", "91420100MA00003490,示例企业");
		assertThat(problem.place()).isEqualTo("register.csv");
		assertThat(problem.message()).contains("市州代码");
	}

	@Test
	void refusesTheShortNameTwoTiersGoBy() throws IOException {
		assertThat(problem(HEADER, FIRST.replace("省级专精特新中小企业", "小巨人")).place()).isEqualTo("register.csv:2:7");
		assertThat(TierNames.find("国家级专精特新“小巨人”企业")).isEqualTo(Tier.NATIONAL_LITTLE_GIANT);
		assertThat(TierNames.find("省级专精特新\"小巨人\"")).isEqualTo(Tier.PROVINCIAL_SRDI);
		assertThat(TierNames.find("国家级(专精特新)重点“小巨人”企业")).isEqualTo(Tier.NATIONAL_KEY_LITTLE_GIANT);
	}

	private ImportResult run(String... lines) throws IOException {
		Path file = this.folder.resolve("register.csv");
		Files.writeString(file, String.join("\n", lines) + "\n");
		return this.database.importRegister(file);
	}

	private Problem problem(String... lines) throws IOException {
		List<Problem> problems = run(lines).problems();
		assertThat(problems).hasSize(1);
		return problems.get(0);
	}

	private List<Membership> memberships(long id) {
		return new RegisterStore(this.database.jdbc).memberships(List.of(id)).getOrDefault(id, List.of());
	}

	private String fingerprint() {
		return new RegisterChanges(this.database.client).fingerprint();
	}

}
