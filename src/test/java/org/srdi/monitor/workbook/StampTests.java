package org.srdi.monitor.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.core.CellAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StampTests {

	private static final CellAddress NAME = CellAddress.parse("月报!B1");

	private static final CellAddress AMOUNT = CellAddress.parse("月报!B2");

	private static final CellAddress NOTE = CellAddress.parse("附注!A1");

	@TempDir
	private Path folder;

	private final Stamp stamp = stamp(NAME, AMOUNT, NOTE);

	private static Stamp stamp(CellAddress... open) {
		try (WorkbookWriter workbook = WorkbookWriter.styled()) {
			workbook.sheet("月报")
				.text(0, 0, "企业名称", Style.LABEL)
				.text(0, 1, null, Style.INPUT_TEXT)
				.text(1, 0, "营业收入", Style.LABEL)
				.number(1, 1, null, Style.INPUT_AMOUNT)
				.text(2, 0, "合计", Style.LABEL)
				.protect();
			workbook.sheet("附注").text(0, 0, "原有内容", Style.TEXT);
			workbook.sheet("说明").text(0, 0, "不变", Style.TEXT);
			return workbook.stamp(List.of(open));
		}
	}

	@Test
	void fillsInTheOpenCellsAndKeepsTheOthers() throws IOException {
		assertThat(cells("月报", new Imprint().text(NAME, "示例企业(武汉)001").number(AMOUNT, new BigDecimal("1234567.80"))))
			.containsExactly("A1 TEXT 企业名称", "B1 TEXT 示例企业(武汉)001", "A2 TEXT 营业收入", "B2 NUMBER 1234567.8",
					"A3 TEXT 合计");
	}

	@Test
	void leavesOpenCellsWithoutContentEmpty() throws IOException {
		Imprint nothing = new Imprint().text(NAME, " ").text(NAME, null).number(AMOUNT, null);
		assertThat(cells("月报", nothing)).containsExactly("A1 TEXT 企业名称", "A2 TEXT 营业收入", "A3 TEXT 合计");
		assertThat(cells("附注", nothing)).isEmpty();
		assertThat(cells("说明", nothing)).containsExactly("A1 TEXT 不变");
	}

	@Test
	void keepsEveryDigitOfANumber() throws IOException {
		assertThat(cells("月报", new Imprint().number(AMOUNT, new BigDecimal("123456789012.345"))))
			.contains("B2 NUMBER 123456789012.345");
		assertThat(cells("月报", new Imprint().number(AMOUNT, new BigDecimal("-0.05")))).contains("B2 NUMBER -0.05");
		assertThat(cells("月报", new Imprint().number(AMOUNT, new BigDecimal("0.00")))).contains("B2 NUMBER 0");
		assertThat(cells("月报", new Imprint().number(AMOUNT, new BigDecimal("12E3")))).contains("B2 NUMBER 12000");
	}

	@Test
	void whatLooksLikeAFormulaOrAnElementStaysText() throws IOException {
		for (String text : List.of("=1+1", "=cmd|'/C calc'!A0", "+86", "@SUM(A1)", "</t></is></c><c><f>1</f>",
				"a & <b> \"c\"", "_x000D_", "00123", "两 行\n文字")) {
			assertThat(cells("月报", new Imprint().text(NAME, text))).contains("B1 TEXT " + text);
			assertThat(sheet(new Imprint().text(NAME, text))).doesNotContain("<f>");
		}
	}

	@Test
	void dropsWhatXmlCannotHold() throws IOException {
		assertThat(cells("月报", new Imprint().text(NAME, "示\u0000例\u0008企\uFFFF业\uD800甲𠮷")))
			.contains("B1 TEXT 示例企业甲𠮷");
		assertThat(cells("月报", new Imprint().text(NAME, "一\r\n二"))).contains("B1 TEXT 一\n二");
	}

	@Test
	void equalContentGivesEqualBytes() {
		Imprint one = new Imprint().text(NAME, "甲").number(AMOUNT, new BigDecimal("1.50"));
		Imprint other = new Imprint().number(AMOUNT, new BigDecimal("1.5")).text(NAME, "甲");
		assertThat(this.stamp.bytes(one)).isEqualTo(stamp(NAME, AMOUNT, NOTE).bytes(other))
			.isNotEqualTo(this.stamp.bytes(new Imprint().text(NAME, "乙")));
	}

	@Test
	void allPartsUnpackFromFrontToBackAndBearOneTime() throws IOException {
		byte[] copy = this.stamp.bytes(new Imprint().text(NAME, "甲").text(NOTE, "乙"));
		Map<String, Long> times = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(copy))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				zip.readAllBytes(); // checks length and checksum
				times.put(entry.getName(), entry.getTime());
			}
		}
		assertThat(times).containsKeys("[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml",
				"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml");
		assertThat(times.values()).containsOnly(times.get("xl/workbook.xml"));
	}

	@Test
	void refusesCellsThatAreNotOpenOrNotThere() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.stamp.bytes(new Imprint().text(CellAddress.parse("月报!A1"), "甲")))
			.withMessageContaining("月报!A1");
		assertThatIllegalArgumentException().isThrownBy(() -> stamp(CellAddress.parse("月报!C9")))
			.withMessageContaining("月报!C9");
		assertThatIllegalArgumentException().isThrownBy(() -> stamp(CellAddress.parse("无!A1")))
			.withMessageContaining("无");
	}

	private List<String> cells(String sheet, Imprint imprint) throws IOException {
		Path file = this.folder.resolve("copy.xlsx");
		this.stamp.save(file, imprint);
		List<String> cells = new ArrayList<>();
		try (Spreadsheet workbook = Spreadsheet.open(file); Stream<Row> rows = workbook.rows(sheet)) {
			rows.flatMap((row) -> row.cells().stream())
				.forEach((cell) -> cells.add(cell.address().local() + " " + cell.kind() + " " + cell.text()));
		}
		assertThat(this.folder.toFile().list()).containsExactly("copy.xlsx");
		return cells;
	}

	private String sheet(Imprint imprint) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(this.stamp.bytes(imprint)))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
					return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
				}
			}
		}
		throw new IllegalStateException("There is a first sheet");
	}

}
