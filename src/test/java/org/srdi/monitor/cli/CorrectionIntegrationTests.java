package org.srdi.monitor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Faulty reports come back with their faults marked, are repaired and accepted. */
class CorrectionIntegrationTests {

	private static final Path SAMPLE = Path.of("sample-data");

	private static final String GAP = "V12-cumulative-gap_91420115YP0000148A.xlsx";

	private static final String GROWTH = "V50-growth-unexplained_91420602YP00008696.xlsx";

	private static final String PROFIT = "V23-total-profit_91420105YP0000463E.xlsx";

	private static final String FINE = "91420103YP00000765_2026-10.xlsx";

	private static final DataFormatter SHOWN = new DataFormatter();

	private static Path folder;

	private static Cli cli;

	@BeforeAll
	static void takeInTheMonthBeforeAndTheYearBefore() throws IOException {
		folder = Cli.newFolder();
		cli = Cli.of(folder.resolve("var"));
		assertThat(cli.run("register", "import", SAMPLE.resolve("register.xlsx").toString()).code()).isZero();
		Path history = Files.createDirectories(folder.resolve("history"));
		for (String month : List.of("2025-10.xlsx", "2026-09.xlsx")) {
			Files.copy(SAMPLE.resolve("history").resolve(month), history.resolve(month));
		}
		assertThat(cli.run("ingest", "--inbox", history.toString()).out()).contains("通过 340");
	}

	@Test
	void aReportIsAcceptedOnceItsFaultyCellIsRepaired() throws IOException {
		Path copy = copyOf(send(SAMPLE.resolve("inbox").resolve(GAP), GAP, "退回 1"));
		Path repaired = edit(copy, "repaired.xlsx", (workbook) -> {
			Cell ytd = workbook.getSheet("月报").getRow(50).getCell(4);
			assertThat(ytd.getNumericCellValue()).isEqualTo(3838.27);
			assertThat(ytd.getCellComment().getString().getString()).contains("V12", "3,258.91 + 本月 362.10");
			ytd.setCellValue(3621.01); // 3258.91 + 362.10
		});
		send(repaired, "repaired.xlsx", "通过 1");
		assertThat(cli.run("receipt", "--enterprise", "91420115YP0000148A", "--period", "2026-10").out())
			.contains("【退回】月报回执", "【通过】月报回执", "第 2 版", "月报!E51　新签订单额·本年累计：3838.27 → 3621.01");
	}

	@Test
	void aReportIsAcceptedOnceItIsExplainedInTheListOfProblems() throws IOException {
		Path copy = copyOf(send(SAMPLE.resolve("inbox").resolve(GROWTH), GROWTH, "待说明 1"));
		Path hollow = edit(copy, "hollow.xlsx", (workbook) -> answer(workbook, "情况说明", "核实无误。"));
		send(hollow, "hollow.xlsx", "待说明 1");
		Path explained = edit(copy, "explained.xlsx", (workbook) -> answer(workbook, "情况说明", "二期厂房投产，集中招聘一线工人"));
		send(explained, "explained.xlsx", "通过 1");
	}

	@Test
	void aReportInYuanIsReadInTenThousandYuanOnceThatIsConfirmed() throws IOException {
		Path yuan = edit(SAMPLE.resolve("inbox").resolve(FINE), "yuan.xlsx", CorrectionIntegrationTests::writeInYuan);
		Path copy = copyOf(send(yuan, "yuan.xlsx", "退回 1"));
		assertThat(cli.run("receipt", "--enterprise", "91420103YP00000765", "--period", "2026-10").out())
			.contains("问题（1 项）", "V52　必须更正", "建议的更正（1 项，确认后生效）");
		Path confirmed = edit(copy, "confirmed.xlsx", (workbook) -> answer(workbook, "确认修复", "是"));
		send(confirmed, "confirmed.xlsx", "通过 1");
		String inYuan = stored();
		send(SAMPLE.resolve("inbox").resolve(FINE), FINE, "通过 1");
		assertThat(inYuan).isEqualTo(stored());
		assertThat(cli.run("receipt", "--enterprise", "91420103YP00000765", "--period", "2026-10").out())
			.contains("V52", "经企业确认已更正（1 项）");
	}

	@Test
	void aConsolidatedWorkbookKeepsItsGoodRowsAndComesBackWithTheBadOnes() throws IOException {
		Path faulty = edit(SAMPLE.resolve("history/2025-11.xlsx"), "2025-11.xlsx", (workbook) -> {
			addToNetProfit(workbook.getSheetAt(0).getRow(5), 100);
			addToNetProfit(workbook.getSheetAt(0).getRow(9), 100);
		});
		Path answers = send(faulty, "2025-11.xlsx", "收到 170 份：通过 168，待说明 0，退回 2").resolveSibling("2025-11");
		Path repaired = edit(copyOf(answers), "again.xlsx", (workbook) -> {
			Sheet rows = workbook.getSheetAt(0);
			// two rows of headings and two of reports
			assertThat(rows.getLastRowNum()).isEqualTo(3);
			addToNetProfit(rows.getRow(2), -100);
			addToNetProfit(rows.getRow(3), -100);
		});
		send(repaired, "again.xlsx", "收到 2 份：通过 2，");
		assertThat(told(answers)).contains("合计　　170 家企业：通过 168，待说明 0，退回 2；其中 0 家与以前收到的相同", "通过的行：3 4 5 7 8 9 11")
			.containsOnlyOnce("第 6 行")
			.containsOnlyOnce("第 10 行");
	}

	@Test
	void aFileThatCameInBeforeIsToldSo() throws IOException {
		Path file = SAMPLE.resolve("inbox").resolve(PROFIT);
		send(file, PROFIT, "重复 0");
		Path answers = send(file, "again_2026-10.xlsx", "重复 1");
		assertThat(told(answers)).contains("again_2026-10.xlsx（", "与以前收到的文件完全相同，未重复处理", PROFIT);
	}

	@Test
	void theStatusOfAMonthThatWasNeverWorkedOffNamesNoCoverage() {
		assertThat(cli.run("status", "--period", "2026-09").out()).contains("收到报表　170 份 = 通过 170 +", "应报名单　尚未确定")
			.doesNotContain("应报企业");
	}

	@Test
	void aDryRunIsNeverTakenForAReportThatWasSentIn() throws IOException {
		Path out = folder.resolve("checked");
		cli.run("check", SAMPLE.resolve("inbox").resolve(FINE).toString(), "--out", out.toString());
		assertThat(Files.readString(out.resolve(FINE).resolve("回执.txt"))).contains("【试审核 · 通过】", "未提交，未保存", "提交后才计入汇总")
			.doesNotContain("无需再报");
		Path empty = Files.createFile(folder.resolve("empty.xlsx"));
		assertThat(cli.run("check", empty.toString(), "--out", out.toString()).code()).isEqualTo(2);
		assertThat(Files.readString(out.resolve("empty.xlsx").resolve("回执.txt"))).contains("【试审核 · 无法读取】", "0 字节");
	}

	/** Returns the words of the latest answer. */
	private static String told(Path answers) throws IOException {
		try (Stream<Path> all = Files.list(answers)) {
			Path latest = all
				.max(Comparator
					.comparingInt((place) -> Integer.parseInt(place.getFileName().toString().split("_", -1)[0])))
				.orElseThrow();
			return Files.readString(latest.resolve("回执.txt"));
		}
	}

	private static void addToNetProfit(Row row, double amount) {
		for (Cell code : row.getSheet().getRow(1)) {
			if (SHOWN.formatCellValue(code).equals("net_profit.ytd")) {
				Cell cell = row.getCell(code.getColumnIndex());
				cell.setCellValue(Math.round((cell.getNumericCellValue() + amount) * 100) / 100.0);
			}
		}
	}

	@Test
	void aWorkbookThatBreaksOffLeavesNothingBehind() throws IOException {
		byte[] bytes = Files.readAllBytes(SAMPLE.resolve("history/2025-12.xlsx"));
		Path broken = folder.resolve("broken.xlsx");
		// the last tenth of the largest part, which is the sheet, is garbled
		for (int i = bytes.length * 8 / 10; i < bytes.length * 8 / 10 + 200; i++) {
			bytes[i] ^= 0x5A;
		}
		Files.write(broken, bytes);
		send(broken, "2025-12.xlsx", "收到 1 份：通过 0，待说明 0，退回 0，重复 0，无法读取 1");
		assertThat(cli.export("reports", "2025-12").lines().skip(1)).isEmpty();
	}

	/** Returns what counts of the enterprise, without the number of the version. */
	private static String stored() {
		return cli.export("reports", "2026-10")
			.lines()
			.filter((line) -> line.startsWith("91420103YP00000765,"))
			.findFirst()
			.orElseThrow()
			.replaceFirst("(武汉市),\\d+,", "$1,");
	}

	/** Types the amounts of all rows in 万元 as 元. */
	private static void writeInYuan(Workbook workbook) {
		for (Row row : workbook.getSheet("月报")) {
			if ("万元".equals(SHOWN.formatCellValue(row.getCell(2)))) {
				for (int column = 3; column < 7; column++) {
					Cell cell = row.getCell(column);
					if (cell != null && cell.getCellType() == CellType.NUMERIC) {
						cell.setCellValue((double) Math.round(cell.getNumericCellValue() * 10_000));
					}
				}
			}
		}
	}

	/** Answers every line of the list of problems. */
	private static void answer(Workbook workbook, String heading, String text) {
		Sheet list = workbook.getSheet("问题清单");
		int column = -1;
		for (Row row : list) {
			for (Cell cell : row) {
				column = SHOWN.formatCellValue(cell).equals(heading) ? cell.getColumnIndex() : column;
			}
			if (column >= 0 && row.getCell(0) != null && SHOWN.formatCellValue(row.getCell(0)).matches("\\d+")) {
				row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
			}
		}
		assertThat(column).as(heading).isNotNegative();
	}

	/** Sends a file in and returns the folder of the answer. */
	private static Path send(Path file, String name, String outcome) throws IOException {
		Path inbox = Files.createDirectories(folder.resolve("inbox"));
		Files.copy(file, inbox.resolve(name));
		assertThat(cli.run("ingest", "--inbox", inbox.toString()).out()).contains(outcome);
		return folder.resolve("var/answers/2026-10");
	}

	private static Path copyOf(Path answers) throws IOException {
		try (Stream<Path> all = Files.walk(answers)) {
			return all.filter((file) -> file.toString().endsWith("_校核.xlsx"))
				.max(Comparator.comparingInt(
						(file) -> Integer.parseInt(answers.relativize(file).getName(0).toString().split("_", -1)[0])))
				.orElseThrow();
		}
	}

	private static Path edit(Path file, String name, Consumer<Workbook> change) throws IOException {
		Path edited = Files.createDirectories(folder.resolve("edited")).resolve(name);
		try (InputStream in = Files.newInputStream(file);
				Workbook workbook = WorkbookFactory.create(in);
				OutputStream out = Files.newOutputStream(edited)) {
			change.accept(workbook);
			workbook.write(out);
		}
		return edited;
	}

}
