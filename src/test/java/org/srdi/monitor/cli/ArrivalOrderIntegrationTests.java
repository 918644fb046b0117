package org.srdi.monitor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Most reports are decided about as soon as they are stored; what becomes of them does
 * not hang on whether the months they are compared with came before, with or after them.
 */
class ArrivalOrderIntegrationTests {

	private static final String NOW = "2026-10-29T00:30+08:00";

	private static final Instant FIRST = Instant.parse("2026-10-20T00:00:00Z");

	private static final String VERDICTS = """
			SELECT s.credit_code, s.period, s.version_no, s.state, v.rule_code, v.cell
			FROM submission s LEFT JOIN violation v ON v.submission_id = s.id
			ORDER BY s.credit_code, s.period, s.content_hash, s.state, v.rule_code, v.cell
			""";

	private static final String FIGURES = """
			SELECT enterprise_id, period, operating_revenue_m, operating_revenue_ytd, filler FROM monthly_report
			ORDER BY enterprise_id, period
			""";

	private static Path sample;

	@BeforeAll
	static void generate() {
		sample = Cli.newFolder();
		Cli.Answer answer = Cli.embedded(sample.resolve("none"))
			.run("sample", "generate", "--firms", "30", "--from", "2026-08", "--to", "2026-10", "--seed", "11", "--out",
					sample.toString());
		assertThat(answer.code()).as(answer.toString()).isZero();
	}

	@Test
	void monthsThatComeTogetherTheLastOneFirstEndLikeMonthsThatComeInTurn() throws Exception {
		Cli inTurn = registered("turn");
		takeIn(inTurn, List.of(history("2026-08")));
		takeIn(inTurn, List.of(history("2026-09")));
		takeIn(inTurn, forms());
		Cli together = registered("together");
		takeIn(together,
				Stream.of(forms(), List.of(history("2026-09")), List.of(history("2026-08")))
					.flatMap(List::stream)
					.toList());
		assertThat(verdicts(together)).isEqualTo(verdicts(inTurn));
		// the first month of everybody waits; so does everything, if it comes before that
		int firms = inTurn.count("SELECT COUNT(DISTINCT enterprise_id) FROM submission WHERE period = '2026-08'");
		assertThat(firms).isGreaterThan(20);
		assertThat(checkedLater(inTurn)).isEqualTo(firms + newIn(inTurn, "2026-09") + newIn(inTurn, "2026-10"));
		assertThat(checkedLater(together)).isEqualTo(together
			.count("SELECT COUNT(*) FROM submission WHERE enterprise_id IS NOT NULL AND state <> 'DUPLICATE'"));
	}

	@Test
	void aMonthThatComesWithAnotherVersionOfTheMonthBeforeIsComparedWithThat() throws Exception {
		Path revised = revised(history("2026-09"));
		Cli inTurn = registered("turn-revised");
		Cli together = registered("together-revised");
		for (Cli cli : List.of(inTurn, together)) {
			takeIn(cli, List.of(history("2026-08")));
			takeIn(cli, List.of(history("2026-09")));
		}
		takeIn(inTurn, List.of(revised));
		takeIn(inTurn, forms());
		int before = checkedLater(together);
		takeIn(together, Stream.concat(Stream.of(revised), forms().stream()).toList());
		assertThat(verdicts(together)).isEqualTo(verdicts(inTurn));
		assertThat(together.count("SELECT COUNT(*) FROM submission WHERE period = '2026-09' AND version_no = 2"))
			.isGreaterThan(20);
		assertThat(checkedLater(together) - before).isEqualTo(together.count("""
				SELECT COUNT(*) FROM submission WHERE period = '2026-10' AND enterprise_id IS NOT NULL
				AND state <> 'DUPLICATE'
				"""));
	}

	private static Cli registered(String name) {
		Cli cli = Cli.of(Cli.newFolder().resolve(name));
		assertThat(cli.run("register", "import", sample.resolve("register.xlsx").toString()).code()).isZero();
		return cli;
	}

	/** Drops files into the inbox, each a minute later than the one before. */
	private static void takeIn(Cli cli, List<Path> files) throws IOException {
		Path inbox = Files.createDirectories(cli.dataDir().resolve("inbox"));
		Instant time = FIRST;
		for (Path file : files) {
			Path copy = Files.copy(file, inbox.resolve(file.getFileName()));
			Files.setLastModifiedTime(copy, FileTime.from(time));
			time = time.plusSeconds(60);
		}
		Cli.Answer answer = cli.run("ingest", "--as-of", NOW);
		assertThat(answer.code()).as(answer.toString()).isIn(0, 3);
	}

	private static Path history(String month) {
		return sample.resolve("history").resolve(month + ".xlsx");
	}

	private static List<Path> forms() throws IOException {
		try (Stream<Path> files = Files.list(sample.resolve("inbox"))) {
			return files.sorted().toList();
		}
	}

	/** Returns the same reports, filled in by somebody else. */
	private static Path revised(Path workbook) throws IOException {
		Path revised = sample.resolve("revised.xlsx");
		try (InputStream in = Files.newInputStream(workbook);
				Workbook changed = WorkbookFactory.create(in);
				OutputStream out = Files.newOutputStream(revised)) {
			Sheet sheet = changed.getSheetAt(0);
			int filler = column(sheet.getRow(0), "填表人");
			for (Row row : sheet) {
				if (row.getRowNum() > 1) {
					row.createCell(filler).setCellValue("示例乙");
				}
			}
			changed.write(out);
		}
		return revised;
	}

	private static int column(Row headings, String heading) {
		for (Cell cell : headings) {
			if (cell.getStringCellValue().equals(heading)) {
				return cell.getColumnIndex();
			}
		}
		throw new AssertionError("no column " + heading);
	}

	private static List<String> verdicts(Cli cli) throws Exception {
		return List.of(cli.text(VERDICTS), cli.text(FIGURES));
	}

	/** Returns how many firms have that month, but not the month before accepted. */
	private static int newIn(Cli cli, String month) throws Exception {
		return cli.count("""
				SELECT COUNT(*) FROM submission s WHERE s.period = '%s' AND s.enterprise_id IS NOT NULL
				AND s.state <> 'DUPLICATE' AND NOT EXISTS (SELECT 1 FROM monthly_report m
					WHERE m.enterprise_id = s.enterprise_id AND m.period = '%s')
				""".formatted(month, month.equals("2026-09") ? "2026-08" : "2026-09"));
	}

	private static int checkedLater(Cli cli) throws Exception {
		return cli.count(
				"SELECT COALESCE(SUM(read_count), 0) FROM BATCH_STEP_EXECUTION " + "WHERE step_name = 'check-reports'");
	}

}
