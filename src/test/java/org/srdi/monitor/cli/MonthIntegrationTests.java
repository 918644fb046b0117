package org.srdi.monitor.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;

import org.srdi.monitor.database.Engine;

import static org.assertj.core.api.Assertions.assertThat;

/** A month of the sample province, as a person at the command line sees it. */
class MonthIntegrationTests {

	private static final Path SAMPLE = Path.of("sample-data");

	private static final DemoRun DEMO = DemoRun.onEngine();

	private static final Path folder = DEMO.folder;

	private static final Cli cli = DEMO.cli;

	private static final Cli.Answer first = DEMO.answer;

	@Test
	void theFirstRunAccountsForEveryFile() {
		assertThat(first.code()).isZero();
		assertThat(first.out()).contains("收到报表　172 份 = 通过 148 + 待说明 1 + 退回 17 + 重复 3 + 无法读取 3")
			.contains("应报企业　170 家，已通过 148 家，缺报 22 家")
			.contains("专精特新企业运行月报_2026-10.xlsx");
	}

	@Test
	void theSecondRunChangesNothingAndSaysSo() throws IOException {
		String before = cli.export("submissions", "2026-10") + cli.export("indicators", "2026-10");
		byte[] rollup = Files.readAllBytes(rollup());
		Cli.Answer second = cli.run("demo");
		assertThat(second.code()).isZero();
		assertThat(second.out()).contains("2026-10：没有新的文件、报表或定义变更，结果保持不变。").contains("新增 0 家，变更 0 家，未变 172 家");
		assertThat(cli.export("submissions", "2026-10") + cli.export("indicators", "2026-10")).isEqualTo(before);
		assertThat(Files.readAllBytes(rollup())).isEqualTo(rollup);
	}

	@Test
	void anExportIsWrittenWhereItWasAskedFor() throws IOException {
		Path file = folder.resolve("indicators.csv");
		Cli.Answer answer = cli.run("export", "indicators", "--period", "2026-10", "--format", "csv", "--out",
				file.toString());
		assertThat(answer.code()).isZero();
		assertThat(answer.err()).contains("已导出");
		assertThat(file).hasContent(cli.export("indicators", "2026-10"));
	}

	private static Path rollup() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("var/out"))) {
			return files.filter((file) -> file.toString().endsWith(".xlsx")).findFirst().orElseThrow();
		}
	}

	@Test
	void everyFileGetsTheVerdictItWasMadeFor() throws IOException {
		List<String> submissions = cli.export("submissions", "2026-10").lines().toList();
		for (String line : Files.readAllLines(SAMPLE.resolve("expected/verdicts.csv")).stream().skip(1).toList()) {
			String[] expected = line.split(",", -1);
			String file = Path.of(expected[0]).getFileName().toString();
			if (!expected[1].equals("UNREADABLE")) {
				assertThat(submissions).as(file)
					.filteredOn((row) -> row.contains("," + file + ","))
					.singleElement()
					.asString()
					.contains("," + expected[1] + ",");
			}
		}
	}

	@Test
	void indicatorsEqualTheSumsOfTheGenerator() throws IOException {
		List<String> indicators = cli.export("indicators", "2026-10").lines().toList();
		List<String> totals = Files.readAllLines(SAMPLE.resolve("expected/totals.csv"));
		String[] columns = totals.get(0).split(",", -1);
		assertThat(columns).contains("operating_revenue_ytd");
		for (String line : totals.stream().skip(1).toList()) {
			String[] total = line.split(",", -1);
			assertTotal(indicators, total, columns, "operating_revenue_m", "revenue_m");
			assertTotal(indicators, total, columns, "operating_revenue_ytd", "revenue_ytd");
			assertTotal(indicators, total, columns, "total_profit_ytd", "profit_ytd");
			assertTotal(indicators, total, columns, "rd_expenses_ytd", "rd_ytd");
			assertTotal(indicators, total, columns, "taxes_paid_ytd", "taxes_paid_ytd");
			assertTotal(indicators, total, columns, "employees_end_eop", "employees_end");
		}
	}

	private static void assertTotal(List<String> indicators, String[] total, String[] columns, String column,
			String indicator) {
		String grouping = total[0].endsWith("0000") ? "PROVINCE" : "CITY";
		String expected = total[List.of(columns).indexOf(column)];
		if (expected.isEmpty() || new BigDecimal(expected).signum() == 0) {
			return; // a city without reports has no sums
		}
		String prefix = "2026-10," + grouping + "," + total[0] + "," + indicator + ",";
		assertThat(indicators).as(prefix)
			.filteredOn((row) -> row.startsWith(prefix))
			.singleElement()
			.satisfies((row) -> assertThat(new BigDecimal(row.split(",", -1)[4])).isEqualByComparingTo(expected));
	}

	@Test
	void statusSaysTheSameAsJson() {
		Cli.Answer status = cli.run("status", "--period", "2026-10", "--json");
		assertThat(status.code()).isZero();
		assertThat(status.out().replaceAll("\\s", ""))
			.contains("\"period\":\"2026-10\",\"filesIn\":172,\"accepted\":148,\"held\":1,\"returned\":17,"
					+ "\"duplicate\":3,\"unreadable\":3,\"due\":170,\"missing\":22,\"coverageByCount\":87.06,")
			.containsPattern(
					Engine.current().isMySql() ? "\"engine\":\"MySQL8\\.[^\"]+\",\"address\":\"jdbc:mysql://[^?\"]+\""
							: "\"engine\":\"H22\\.[^\"]+\",\"address\":\"jdbc:h2:file:[^;\"]+\"")
			.contains("\"schemaVersion\":\"" + Cli.schemaVersion() + "\"");
	}

	@Test
	void checkNamesRuleAndCellOfAFaultyFile() throws IOException {
		Cli.Answer answer = cli.run("check", faulty("V23-total-profit"), "--as-of", "2026-10-29T00:30+08:00");
		assertThat(answer.code()).isEqualTo(3);
		assertThat(answer.out()).contains("退回").containsPattern("V23 {2}必须更正 {2}月报!E\\d+ ");
	}

	@Test
	void checkTellsAnUnreadableFileAndExitsWithTwo() throws IOException {
		Cli.Answer answer = cli.run("check", faulty("unreadable-truncated"));
		assertThat(answer.code()).isEqualTo(2);
		assertThat(answer.out()).contains("无法读取");
	}

	private static String faulty(String name) throws IOException {
		try (Stream<Path> files = Files.list(SAMPLE.resolve("inbox"))) {
			return files.filter((file) -> file.getFileName().toString().startsWith(name))
				.findFirst()
				.orElseThrow()
				.toString();
		}
	}

	@Test
	void aTemplateIsPrefilledAndPassesAsItsOwnForm() {
		Path out = folder.resolve("templates");
		String code = cli.export("reports", "2026-10").lines().skip(1).findFirst().orElseThrow().split(",", -1)[0];
		Cli.Answer answer = cli.run("template", "--enterprise", code, "--period", "2026-11", "--out", out.toString());
		assertThat(answer.code()).isZero();
		Cli.Answer check = cli.run("check", out.resolve(code + "_2026-11.xlsx").toString());
		assertThat(check.out()).contains("V03").doesNotContain("V01");
	}

	@Test
	void wrongUsageAndMissingFilesExitWithTwo() {
		assertThat(cli.run("status").code()).isEqualTo(2);
		assertThat(cli.run("run", "--period", "2027-10", "--as-of", "2026-10-29T00:30+08:00").err())
			.contains("不能运行报告期 2027-10：应在 2020-01 至 2026-10 之间");
		assertThat(cli
			.run("sample", "generate", "--firms", "0", "--from", "2026-01", "--to", "2026-02", "--seed", "1", "--out",
					"x")
			.code()).isEqualTo(2);
		assertThat(cli.run("status", "--period", "October").code()).isEqualTo(2);
		assertThat(cli.run("check", "nowhere.xlsx").err()).contains("找不到文件或无法读取：nowhere.xlsx");
		assertThat(cli.run("template", "--enterprise", "91420100MA00003490", "--period", "2026-11", "--out", "x").err())
			.contains("名录中没有统一社会信用代码为“91420100MA00003490”的企业");
	}

	@Test
	void everyStepSaysHowMuchItReadAndWrote() throws SQLException {
		// each of the 23 consolidated workbooks of 172 rows goes on in four parts of up
		// to
		// 50 rows; they come together, so all of them wait for each other
		assertThat(steps("report-intake")).containsExactly("ingest-reports 92 92 COMPLETED",
				"check-reports 3910 3910 COMPLETED", "answer-reports 0 0 COMPLETED");
		assertThat(steps("monthly-operations")).satisfiesExactly(
				(step) -> assertThat(step).isEqualTo("ingest-reports 172 172 COMPLETED"),
				// the one of November, whose month before is not there when it is read
				(step) -> assertThat(step).isEqualTo("check-reports 1 1 COMPLETED"),
				// 1 held, 17 returned, 3 duplicates, 3 unreadable
				(step) -> assertThat(step).isEqualTo("answer-reports 24 24 COMPLETED"),
				(step) -> assertThat(step).startsWith("aggregate-indicators 0 ").endsWith(" COMPLETED"),
				(step) -> assertThat(step).isEqualTo("flag-targets 170 170 COMPLETED"),
				(step) -> assertThat(step).isEqualTo("publish-rollup 0 1 COMPLETED"));
	}

	private static List<String> steps(String job) throws SQLException {
		List<String> steps = new ArrayList<>();
		try (Connection connection = cli.connect(); PreparedStatement statement = connection.prepareStatement("""
				SELECT s.step_name, s.read_count, s.write_count, s.status
				FROM BATCH_STEP_EXECUTION s
				JOIN BATCH_JOB_EXECUTION e ON e.job_execution_id = s.job_execution_id
				JOIN BATCH_JOB_INSTANCE i ON i.job_instance_id = e.job_instance_id
				WHERE i.job_name = ? ORDER BY s.step_execution_id
				""")) {
			statement.setString(1, job);
			ResultSet rows = statement.executeQuery();
			while (rows.next()) {
				steps.add(rows.getString(1) + " " + rows.getInt(2) + " " + rows.getInt(3) + " " + rows.getString(4));
			}
		}
		return steps;
	}

	@Test
	void doesNotStartWithMistakesInTheDefinitions() throws IOException {
		Path jobs = folder.resolve("jobs");
		try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
			for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
				Path copy = jobs.resolve(Path.of("jobs").relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		Path rules = jobs.resolve("enterprise-monthly/rules.yaml");
		Files.writeString(rules, Files.readString(rules).replaceFirst("kind: balance", "kind: ballance"));
		Path job = jobs.resolve("enterprise-monthly/job.yaml");
		Files.writeString(job, Files.readString(job) + "surprise: 1\n");
		Cli.Answer answer = cli.run("status", "--period", "2026-10", "--jobs-dir", jobs.toString());
		assertThat(answer.code()).isEqualTo(2);
		assertThat(answer.err()).contains("定义文件有误")
			.containsPattern("rules\\.yaml:\\d+:\\d+: ")
			.containsPattern("job\\.yaml:\\d+:\\d+: ");
	}

	@Test
	void theRollupEqualsSumsMadeFromTheInputWorkbooks() throws IOException {
		Map<String, BigDecimal> sums = new HashMap<>();
		for (String row : cli.export("submissions", "2026-10").lines().skip(1).toList()) {
			if (row.contains(",ACCEPTED,")) {
				String file = List.of(row.split(",", -1))
					.stream()
					.filter((cell) -> cell.endsWith(".xlsx"))
					.findFirst()
					.orElseThrow();
				addCumulative(SAMPLE.resolve("inbox").resolve(file), sums);
			}
		}
		assertThat(sums).hasSize(4);
		try (Workbook workbook = WorkbookFactory.create(rollup().toFile(), null, true)) {
			Sheet totals = workbook.getSheet("总体情况");
			assertTotal(totals, "营业收入", sums.get("operating_revenue"));
			assertTotal(totals, "利润总额", sums.get("total_profit"));
			assertTotal(totals, "研发费用", sums.get("rd_expenses"));
			assertTotal(totals, "实际上缴税费总额", sums.get("taxes_paid"));
		}
	}

	/**
	 * Reads a form by the office library alone: code in the second column, year to date
	 * in the fifth.
	 */
	private static void addCumulative(Path file, Map<String, BigDecimal> sums) throws IOException {
		try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
			for (Row row : workbook.getSheet("月报")) {
				String code = (row.getCell(1) != null) ? row.getCell(1).toString() : "";
				if (List.of("operating_revenue", "total_profit", "rd_expenses", "taxes_paid").contains(code)) {
					sums.merge(code, BigDecimal.valueOf(row.getCell(4).getNumericCellValue()), BigDecimal::add);
				}
			}
		}
	}

	private static void assertTotal(Sheet totals, String label, BigDecimal sum) {
		for (Row row : totals) {
			if (row.getCell(0) != null && label.equals(row.getCell(0).toString())) {
				assertThat(row.getCell(1)).hasToString("万元");
				assertThat(BigDecimal.valueOf(row.getCell(4).getNumericCellValue())).isEqualByComparingTo(sum);
				return;
			}
		}
		throw new AssertionError("No row " + label);
	}

}
