package org.srdi.monitor.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.workbook.Table.Column;
import org.srdi.monitor.workbook.Table.TableRow;
import org.srdi.monitor.workbook.UnreadableFileException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TableTests {

	private static final List<Column> COLUMNS = List.of(new Column("credit_code", true, List.of("统一社会信用代码", "信用代码")),
			new Column("name", true, List.of("企业名称")), new Column("county", false, List.of("县（市、区）")));

	@TempDir
	private Path folder;

	@Test
	void findsTheHeaderByLabelsOnAnyVisibleSheet() {
		Path file = this.folder.resolve("register.xlsx");
		try (WorkbookWriter writer = WorkbookWriter.styled()) {
			writer.sheet("说明").text(0, 0, "企业名称一栏请填全称", Style.NOTE);
			writer.sheet("名录")
				.text(0, 0, "示例名录", Style.TITLE)
				.text(2, 1, " 企业 名称*", Style.HEADING)
				.text(2, 2, "信用代码", Style.HEADING)
				.text(2, 3, "备注", Style.HEADING)
				.text(2, 4, "县(市、区)", Style.HEADING)
				.text(3, 1, "示例企业 武汉001", Style.TEXT)
				.text(3, 2, "914201000000000018", Style.TEXT)
				.text(4, 3, "只有备注", Style.TEXT)
				.number(6, 1, new BigDecimal("12.50"), Style.AMOUNT);
			writer.save(file);
		}
		List<TableRow> rows = Table.read(file, COLUMNS).rows();
		assertThat(rows).hasSize(2);
		assertThat(rows.get(0).place()).isEqualTo(new CellAddress("名录", 3, 0));
		assertThat(rows.get(0).entry("credit_code"))
			.isEqualTo(new Entry(new CellAddress("名录", 3, 2), "914201000000000018"));
		assertThat(rows.get(0).text("name")).isEqualTo("示例企业 武汉001");
		assertThat(rows.get(0).entry("county")).isNull();
		assertThat(rows.get(0).cell("county")).hasToString("名录!E4");
		assertThat(rows.get(1).text("name")).isEqualTo("12.5");
		assertThat(rows.get(1).cell("credit_code")).hasToString("名录!C7");
		assertThat(Table.describe(rows.get(1).cell("credit_code"), file)).isEqualTo("register.xlsx 名录!C7");
	}

	@Test
	void overlooksHiddenSheets() {
		Path file = this.folder.resolve("register.xlsx");
		try (WorkbookWriter writer = WorkbookWriter.styled()) {
			writer.sheet("空").text(0, 0, "无", Style.TEXT);
			writer.sheet("旧名录").text(0, 0, "credit_code", Style.TEXT).text(0, 1, "name", Style.TEXT).hide();
			writer.save(file);
		}
		assertThat(failure(file)).hasMessage("No header was found; these columns are needed: "
				+ "统一社会信用代码, 企业名称. Put their names into one row, the data below it, and import the file again.");
	}

	@Test
	void readsCsvWithByteOrderMarkAndLinesWithinQuotes() throws IOException {
		Path file = csv("\uFEFFcredit_code,name,county\r\n1,\"两行\n名称\",\r\n\r\n2, 名称 ,洪山区\r\n");
		List<TableRow> rows = Table.read(file, COLUMNS).rows();
		assertThat(rows).extracting((row) -> row.text("name")).containsExactly("两行\n名称", "名称");
		assertThat(rows.get(0).place()).isEqualTo(new CellAddress("register.csv", 1, 0));
		assertThat(Table.describe(rows.get(0).cell("county"), file)).isEqualTo("register.csv:2:3");
		assertThat(Table.describe(rows.get(1).cell("county"), file)).isEqualTo("register.csv:5:3");
		assertThat(rows.get(1).text("county")).isEqualTo("洪山区");
	}

	@Test
	void namesTheMissingColumnsAndWhereTheyWereLookedFor() throws IOException {
		TableException failure = failure(csv("名录,,\n企业名称,县（市、区）,电话\n甲,乙,丙\n"));
		assertThat(failure.messageFor(Locale.CHINA))
			.isEqualTo("没有找到完整的表头，缺少列 统一社会信用代码；最接近表头的一行在 register.csv:2:1。请在该行补上所缺的列名后重新导入。");
		assertThat(failure).hasMessageContaining(
				"these columns are missing: 统一社会信用代码; the row closest to a header is in" + " register.csv:2:1");
	}

	@Test
	void refusesAColumnThatStandsTwice() throws IOException {
		assertThat(failure(csv("credit_code,name,企业名称\n1,2,3\n")).messageFor(Locale.CHINA)).contains("列“企业名称”重复出现",
				"register.csv:1:3");
	}

	@Test
	void readsCsvInGbk() throws IOException {
		Path file = Files.write(this.folder.resolve("register.csv"),
				"信用代码,企业名称\n91420100MA00003490,甲\n".getBytes(Charset.forName("GBK")));
		assertThat(Table.read(file, COLUMNS).rows()).singleElement()
			.satisfies((row) -> assertThat(row.text("credit_code")).isEqualTo("91420100MA00003490"));
	}

	@Test
	void refusesCsvWithALonelyQuotationMark() throws IOException {
		Path file = csv("credit_code,name\n1,\"甲\n");
		UnreadableFileException refusal = catchThrowableOfType(UnreadableFileException.class,
				() -> Table.read(file, COLUMNS));
		assertThat(refusal).returns(Reason.DAMAGED, UnreadableFileException::reason)
			.hasMessageContaining("quotation mark");
	}

	@Test
	void refusesAnEmptyCsv() throws IOException {
		Path file = csv("");
		assertThat(catchThrowableOfType(UnreadableFileException.class, () -> Table.read(file, COLUMNS)).reason())
			.isEqualTo(Reason.EMPTY);
	}

	private Path csv(String text) throws IOException {
		return Files.writeString(this.folder.resolve("register.csv"), text);
	}

	private static TableException failure(Path file) {
		return catchThrowableOfType(TableException.class, () -> Table.read(file, COLUMNS));
	}

}
