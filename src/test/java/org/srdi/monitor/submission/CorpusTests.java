package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.srdi.monitor.workbook.UnreadableFileException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Reads every file of the corpus and holds it to its line of the manifest. */
class CorpusTests {

	/** Long enough for a slow machine, short enough to tell a bomb from a report. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int MANY_ROWS = 1 << 20;

	@TempDir
	private Path folder;

	private final ReportFile reader = new ReportFile(Drafts.FORM);

	static List<CorpusCase> cases() {
		return CorpusCase.all();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void readsAsTheManifestSays(CorpusCase one) {
		assertTimeoutPreemptively(PATIENCE, () -> {
			switch (one.verdict()) {
				case "READ" -> assertReads(one, one.file());
				case "NO_REPORT" ->
					assertThatExceptionOfType(ReportFile.NoReportException.class).isThrownBy(() -> read(one.file()));
				case "UNREADABLE" -> assertRefuses(one.file(), one.reasons());
				default -> throw new IllegalArgumentException(one.verdict());
			}
		});
	}

	@Test
	void everyFileStandsInTheManifestAndTheOtherWayRound() throws IOException {
		Set<String> files = new TreeSet<>();
		try (Stream<Path> found = Files.list(CorpusCase.FOLDER)) {
			found.map((file) -> file.getFileName().toString()).forEach(files::add);
		}
		assertThat(files).contains("manifest.csv", "base-report.csv");
		files.removeAll(Set.of("manifest.csv", "base-report.csv"));
		assertThat(cases()).extracting(CorpusCase::name)
			.doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(files);
	}

	@Test
	void holdsManySmallFilesOfManyProducers() {
		assertThat(cases()).hasSizeGreaterThan(120)
			.allSatisfy((one) -> assertThat(one.file().toFile().length()).isLessThan(50_000));
		assertThat(cases()).extracting(CorpusCase::producer)
			.contains("Apache POI XSSF", "Apache POI HSSF", "LibreOffice", "ExcelJS", "SheetJS", "openpyxl",
					"XlsxWriter");
	}

	@Test
	void givesAReasonForEveryRefusalOnly() {
		assertThat(cases()).allSatisfy((one) -> assertThat(one.reasons().isEmpty()).as(one.name())
			.isEqualTo(!one.verdict().equals("UNREADABLE")));
	}

	@Test
	void refusesAnArchiveOfFiveThousandEntries() throws IOException {
		Path file = copy((zip) -> {
			for (int i = 0; i < 5000; i++) {
				zip.putNextEntry(new ZipEntry("xl/media/" + i));
			}
		}, "");
		assertTimeoutPreemptively(PATIENCE, () -> assertRefuses(file, Set.of("TOO_LARGE")));
	}

	@Test
	void readsPastAMillionFormattedBlankRows() throws IOException {
		StringBuilder rows = new StringBuilder();
		for (int row = 40; row <= MANY_ROWS; row++) {
			rows.append("<row r=\"").append(row).append("\" s=\"5\" customFormat=\"1\"/>");
		}
		Path file = copy((zip) -> {
		}, rows.toString());
		CorpusCase plain = cases().stream()
			.filter((one) -> one.name().equals("raw-minimal.xlsx"))
			.findFirst()
			.orElseThrow();
		assertTimeoutPreemptively(PATIENCE, () -> assertReads(plain, file));
	}

	private void assertReads(CorpusCase one, Path file) {
		List<FoundReport> found = read(file);
		assertThat(found).hasSize(one.reports());
		List<String> wrong = new ArrayList<>();
		for (int i = 0; i < found.size(); i++) {
			wrong.addAll(one.compare(i + 1, found.get(i).report()));
			assertThat(found.get(i).report().products()).isEmpty();
		}
		assertThat(wrong).isEmpty();
		assertTolerances(one, found);
	}

	private static void assertTolerances(CorpusCase one, List<FoundReport> found) {
		Set<String> applied = new TreeSet<>();
		found.forEach((report) -> report.tolerances().forEach((tolerated) -> applied.add(tolerated.rule().name())));
		assertThat(applied).as("tolerances").isEqualTo(one.tolerances());
	}

	private void assertRefuses(Path file, Set<String> reasons) {
		assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(file))
			.satisfies((ex) -> assertThat(ex.reason().name()).isIn(reasons));
	}

	private List<FoundReport> read(Path file) {
		return this.reader.read(file, ContentHash.of(file));
	}

	/** Copies a plain workbook of the corpus with more entries and rows. */
	private Path copy(Entries more, String rows) throws IOException {
		Path copy = this.folder.resolve("copy.xlsx");
		try (ZipFile plain = new ZipFile(CorpusCase.FOLDER.resolve("raw-minimal.xlsx").toFile());
				OutputStream out = Files.newOutputStream(copy);
				ZipOutputStream zip = new ZipOutputStream(out)) {
			for (ZipEntry entry : Collections.list(plain.entries())) {
				zip.putNextEntry(new ZipEntry(entry.getName()));
				try (InputStream in = plain.getInputStream(entry)) {
					String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
					zip.write(xml.replace("</sheetData>", rows + "</sheetData>").getBytes(StandardCharsets.UTF_8));
				}
			}
			more.writeTo(zip);
		}
		return copy;
	}

	@FunctionalInterface
	private interface Entries {

		void writeTo(ZipOutputStream zip) throws IOException;

	}

}
