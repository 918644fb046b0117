package org.srdi.monitor.cli;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom to call about the month of the demo, on the night after its deadline. */
class CallsIntegrationTests {

	private static final String NIGHT = "2026-10-29T00:30+08:00";

	private static final DemoRun DEMO = DemoRun.onEngine();

	@Test
	void theRankedListReachesTheGoalWithHalfTheCallsOfAnAlphabeticalOne() {
		JsonNode list = json("--as-of", NIGHT, "--goal", "96");
		assertThat(list.get("due").asInt()).isEqualTo(170);
		assertThat(list.get("accepted").asInt()).isEqualTo(148);
		assertThat(list.get("coverage").decimalValue()).isEqualByComparingTo("90.42");
		assertThat(list.get("outcome").asString()).isEqualTo("reached-by-calls");
		assertThat(list.get("callsNeeded").asInt()).isEqualTo(7);
		assertThat(alphabetical(list, new BigDecimal("96"))).isEqualTo(14);
	}

	/** Returns how many calls the goal takes in the order of the names. */
	private static int alphabetical(JsonNode list, BigDecimal goal) {
		List<JsonNode> calls = new ArrayList<>();
		list.get("calls").forEach(calls::add);
		calls.sort(Comparator.comparing((call) -> call.get("enterprise").asString()));
		BigDecimal reached = list.get("expectedWithoutCalls").decimalValue();
		int made = 0;
		while (reached.compareTo(goal) < 0) {
			reached = reached.add(calls.get(made++).get("gain").decimalValue());
		}
		return made;
	}

	@Test
	void saysWhereToStop() {
		Cli.Answer answer = run("--as-of", NIGHT);
		assertThat(answer.code()).isZero();
		assertThat(answer.out()).contains("应报 170 户，已通过 148 户，缺 22 户（未报 7、退回 14、待说明 1、待审核 0）")
			.contains("\n  11  示例企业 武汉012")
			.contains("97.78\n---- 打到这里为止 ----\n  12  示例企业 武汉018")
			.contains("打这 11 个电话：预计覆盖率（按营业收入）90.42% → 97.78%，达到目标 97.5%；其余 11 户不影响发布。");
	}

	@Test
	void writesTheWholeListForSpreadsheets() throws Exception {
		Path file = DEMO.folder.resolve("calls/list.csv");
		assertThat(run("--as-of", NIGHT, "--out", file.toString()).code()).isZero();
		List<String> lines = Files.readAllLines(file);
		assertThat(lines).hasSize(23);
		assertThat(lines.get(0)).startsWith("\uFEFF名次,企业,统一社会信用代码,市州,县市区,填表人,联系电话,状态,未通过的原因,截止");
		assertThat(lines.get(1))
			.startsWith("1,示例企业 宜昌113,91420502YP0001132P,宜昌市,西陵区,示例填表人,000-00000000,未报,没有收到报表,2026-10-28 24:00,")
			.endsWith(",100.0,1.49,91.91");
		Path workbook = DEMO.folder.resolve("calls/list.xlsx");
		assertThat(run("--as-of", NIGHT, "--out", workbook.toString()).code()).isZero();
		assertThat(workbook).isNotEmptyFile();
	}

	@Test
	void tellsWhatIsWrongWithItsOptions() {
		assertThat(run("--region", "42010")).returns(2, Cli.Answer::code)
			.extracting(Cli.Answer::err)
			.asString()
			.contains("“42010”不在 jobs/shared/regions.csv 中");
		assertThat(run("--goal", "101")).returns(2, Cli.Answer::code)
			.extracting(Cli.Answer::err)
			.asString()
			.contains("目标 101 超出范围");
		assertThat(run("--out", "list.pdf")).returns(2, Cli.Answer::code)
			.extracting(Cli.Answer::err)
			.asString()
			.contains("“list.pdf”");
	}

	private static JsonNode json(String... options) {
		List<String> all = new ArrayList<>(List.of(options));
		all.add("--json");
		return JsonMapper.shared().readTree(run(all.toArray(String[]::new)).out());
	}

	private static Cli.Answer run(String... options) {
		List<String> all = new ArrayList<>(List.of("calls", "--period", "2026-10"));
		all.addAll(List.of(options));
		return DEMO.cli.run(all.toArray(String[]::new));
	}

}
