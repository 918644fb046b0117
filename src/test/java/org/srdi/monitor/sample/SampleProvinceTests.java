package org.srdi.monitor.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.workbook.Cell;
import org.srdi.monitor.workbook.Row;
import org.srdi.monitor.workbook.Spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SampleProvinceTests {

	private static final ReportingPeriod FROM = ReportingPeriod.of(2026, 8);

	private static final int FIRMS = 60;

	@TempDir
	static Path folder;

	private static Path out;

	private static GeneratedProvince generated;

	@BeforeAll
	static void generate() {
		out = folder.resolve("sample");
		generated = generate(out, FIRMS, new ArrayList<>());
	}

	private static GeneratedProvince generate(Path out, int firms, List<Integer> progress) {
		SampleRequest request = new SampleRequest(firms, FROM, SampleWorld.TO, SampleWorld.SEED, out);
		return new SampleProvince(SampleWorld.FORM, SampleWorld.REGIONS).generate(request, progress::add);
	}

	@Test
	void writesTheSameBytesInPlaceOfAnEarlierSample() throws IOException {
		List<Integer> progress = new ArrayList<>();
		Path again = folder.resolve("again");
		generate(again, 3, new ArrayList<>());
		generate(again, FIRMS, progress);
		assertThat(contents(again)).isEqualTo(contents(out));
		assertThat(progress).hasSize(FIRMS).endsWith(FIRMS);
	}

	@Test
	void writesAWorkbookPerMonthAndAFilePerReport() throws IOException {
		// 60 firms, 2 exempt, 4 missing; 3 duplicates, 1 correction, 2 sent again
		assertThat(generated).isEqualTo(new GeneratedProvince(60, 2, 60));
		assertThat(names("history")).containsExactly("2026-08.xlsx", "2026-09.xlsx");
		assertThat(names("inbox")).hasSize(60);
		assertThat(names("expected")).containsExactly("totals.csv", "verdicts.csv");
	}

	@Test
	void makesEveryMistakeOnce() throws IOException {
		List<String> names = names("inbox");
		for (Fault fault : Fault.values()) {
			assertThat(names).filteredOn(startsWith(fault.label() + "_")).hasSize(1);
		}
		assertThat(names).filteredOn(startsWith("late_")).hasSize(4);
		assertThat(names).filteredOn(startsWith("duplicate_")).hasSize(3);
		assertThat(names).filteredOn(startsWith("unreadable-")).hasSize(3);
		assertThat(names).filteredOn(startsWith("corrected_")).hasSize(1);
		assertThat(names).filteredOn(startsWith("returned-first_")).hasSize(1);
	}

	@Test
	void datesFilesAsTheyArrive() throws IOException {
		for (String line : Files.readAllLines(out.resolve("arrivals.csv")).subList(1, 63)) {
			String[] cells = line.split(",", -1);
			Instant arrival = OffsetDateTime.parse(cells[1]).toInstant();
			assertThat(Files.getLastModifiedTime(out.resolve(cells[0])).toInstant()).isEqualTo(arrival);
			Instant deadline = Instant.parse("2026-10-28T16:00:00Z");
			Instant demo = Instant.parse("2026-10-28T16:30:00Z");
			assertThat(arrival.isAfter(deadline)).isEqualTo(cells[0].contains("late_"));
			assertThat(arrival).isBefore(demo);
		}
	}

	@Test
	void addsUpToWhatTheWorkbooksSay() throws IOException {
		Map<String, BigDecimal> sums = new HashMap<>();
		int accepted = 0;
		for (String[] verdict : verdicts()) {
			if (verdict[1].equals("ACCEPTED")) {
				accepted++;
				figures(out.resolve("inbox").resolve(verdict[0]))
					.forEach((key, amount) -> sums.merge(key, amount, BigDecimal::add));
			}
		}
		String[] province = Files.readAllLines(out.resolve("expected/totals.csv")).get(1).split(",", -1);
		assertThat(province).startsWith("420000", "湖北省", "58", Integer.toString(accepted));
		assertThat(new BigDecimal(province[4])).isEqualByComparingTo(sums.get("operating_revenue.本月"));
		assertThat(new BigDecimal(province[5])).isEqualByComparingTo(sums.get("operating_revenue.本年累计"));
		assertThat(new BigDecimal(province[6])).isEqualByComparingTo(sums.get("operating_revenue.上年同期累计"));
		assertThat(new BigDecimal(province[7])).isEqualByComparingTo(sums.get("gross_industrial_output.本年累计"));
		assertThat(new BigDecimal(province[9])).isEqualByComparingTo(sums.get("total_profit.本年累计"));
		assertThat(new BigDecimal(province[11])).isEqualByComparingTo(sums.get("rd_expenses.本年累计"));
		assertThat(new BigDecimal(province[12])).isEqualByComparingTo(sums.get("employees_end.期末"));
		assertThat(new BigDecimal(province[13])).isEqualByComparingTo(sums.get("taxes_paid.本年累计"));
	}

	@Test
	void pointsAtTheCellOfAMistake() throws IOException {
		String[] verdict = verdicts().stream().filter((row) -> row[0].startsWith("V03-text")).findFirst().orElseThrow();
		CellAddress address = CellAddress.parse(verdict[4]);
		try (Spreadsheet workbook = Spreadsheet.open(out.resolve("inbox").resolve(verdict[0]));
				Stream<Row> rows = workbook.rows(address.sheet())) {
			Cell cell = rows.filter((row) -> row.index() == address.row())
				.findFirst()
				.orElseThrow()
				.cell(address.column());
			assertThat(cell.text()).startsWith("约").endsWith("万度");
		}
	}

	@Test
	void plansMostFirmsOnPace() throws IOException {
		List<Row> plans = rows(out.resolve("plans.xlsx"), "年度目标");
		assertThat(plans).hasSize(59);
		assertThat(plans.get(0).cells()).extracting(Cell::text)
			.containsExactly("统一社会信用代码", "企业名称", "年度", "营业收入目标(万元)", "研发费用目标(万元)", "发明专利授权目标(件)");
		assertThat(plans.get(1).cells()).hasSize(6).element(2).returns("2026", Cell::text);
	}

	@Test
	void registersEveryTitle() throws IOException {
		List<Row> register = rows(out.resolve("register.xlsx"), "名录");
		assertThat(register.get(0).cells()).extracting(Cell::text).startsWith("统一社会信用代码", "企业名称").hasSize(16);
		List<String> codes = register.stream().skip(1).map((row) -> row.cells().get(0).text()).distinct().toList();
		assertThat(codes).hasSize(FIRMS);
		assertThat(register.stream()
			.filter((row) -> row.cells().stream().anyMatch((cell) -> cell.text().equals("免报")))
			.map((row) -> row.cells().get(0).text())
			.distinct()).hasSize(2);
	}

	@Test
	void doesNotWriteOverFilesOfOthers() throws IOException {
		Path strange = folder.resolve("strange");
		Files.createDirectories(strange.resolve("inbox"));
		Files.writeString(strange.resolve("inbox/real.xlsx"), "kept");
		assertThatIllegalArgumentException().isThrownBy(() -> generate(strange, 3, new ArrayList<>()))
			.withMessageContaining("real.xlsx");
		assertThat(strange.resolve("inbox/real.xlsx")).hasContent("kept");
	}

	@Test
	void refusesASampleWithoutHistory() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SampleRequest(10, SampleWorld.TO, SampleWorld.TO, 1, out))
			.withMessageContaining("no history");
	}

	private static Predicate<String> startsWith(String prefix) {
		return (name) -> name.startsWith(prefix);
	}

	private static List<String> names(String folder) throws IOException {
		try (Stream<Path> files = Files.list(out.resolve(folder))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static List<String[]> verdicts() throws IOException {
		return Files.readAllLines(out.resolve("expected/verdicts.csv"))
			.stream()
			.skip(1)
			.map((line) -> line.split(",", -1))
			.toList();
	}

	private static List<Row> rows(Path file, String sheet) {
		try (Spreadsheet workbook = Spreadsheet.open(file); Stream<Row> rows = workbook.rows(sheet)) {
			return rows.toList();
		}
	}

	/** Reads figures by the code in column B and the heading above. */
	private static Map<String, BigDecimal> figures(Path file) {
		Map<String, BigDecimal> figures = new HashMap<>();
		Map<Integer, String> headings = new HashMap<>();
		for (Row row : rows(file, "月报")) {
			boolean heading = row.cells().get(0).text().equals("指标名称");
			for (Cell cell : row.cells()) {
				int column = cell.address().column();
				if (heading) {
					headings.put(column, cell.text());
				}
				else if (column >= 3 && cell.kind() == Cell.Kind.NUMBER) {
					figures.put(row.cell(1).text() + "." + headings.get(column), cell.number());
				}
			}
		}
		return figures;
	}

	private static Map<String, String> contents(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile)
				.collect(Collectors.toMap((file) -> folder.relativize(file).toString(), SampleProvinceTests::bytes,
						(one, other) -> one, TreeMap::new));
		}
	}

	private static String bytes(Path file) {
		try {
			return HexFormat.of().formatHex(Files.readAllBytes(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
