package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReportFileTests {

	private static final FigureKey REVENUE = FigureKey.of("operating_revenue", Span.YTD);

	@TempDir
	private Path folder;

	private final ReportFile reader = new ReportFile(Drafts.FORM);

	@Test
	void readsBackEveryFigureOfAForm() {
		assertReads(write());
	}

	@Test
	void readsBackEveryFigureOfAnEnglishForm() {
		Path file = this.folder.resolve("form.xlsx");
		new FormWriter(Drafts.FORM, Locale.ENGLISH).write(file, Drafts.filled());
		assertReads(file);
	}

	@Test
	void namesTheCellOfAFigureAndOfABlank() {
		ReportDraft draft = Drafts.filled();
		draft.amounts().remove(REVENUE);
		Path file = this.folder.resolve("form.xlsx");
		new FormWriter(Drafts.FORM).write(file, draft);
		Report report = read(file);
		CellAddress month = report.figure(REVENUE.over(Span.M)).cell();
		assertThat(month.toString()).matches("月报!D\\d+");
		assertThat(report.amount(REVENUE)).isNull();
		assertThat(report.cell(REVENUE)).isEqualTo(new CellAddress("月报", month.row(), month.column() + 1));
		assertThat(report.cell(FieldCode.of("revision_note")).column()).isEqualTo(3);
	}

	@Test
	void readsTheProducts() {
		Report report = read(write());
		assertThat(report.products()).singleElement().satisfies((line) -> {
			assertThat(line.entries()).extractingByKey("product_name").returns("轴承", Entry::text);
			assertThat(line.entries()).extractingByKey("output_m").returns("1200.5", Entry::text);
		});
	}

	@Test
	void knowsARowByItsCodeWhenItsLabelWasRenamed() {
		assertReads(edited((sheet) -> rowOf(sheet, "operating_revenue").getCell(0).setCellValue("本公司收入")));
	}

	@Test
	void knowsARowByItsLabelOrAliasWhenItsCodeWasDeleted() {
		assertReads(edited((sheet) -> {
			for (Row row : sheet) {
				if (row.getCell(1) != null && row.getRowNum() > 3
						&& Drafts.FORM.figures()
							.stream()
							.anyMatch((field) -> field.code().value().equals(row.getCell(1).getStringCellValue()))) {
					row.getCell(1).setBlank();
				}
			}
		}));
		assertReads(edited((sheet) -> {
			Row row = rowOf(sheet, "export_delivery_value");
			row.getCell(0).setCellValue(" 出口 交货值：");
			row.getCell(1).setBlank();
		}));
	}

	@Test
	void goesByTheLabelWhereACodeStandsTwice() {
		assertReads(
				edited((sheet) -> rowOf(sheet, "main_business_revenue").getCell(1).setCellValue("operating_revenue")));
	}

	@Test
	void readsARowThatMovedDown() {
		Path file = edited(
				(sheet) -> sheet.shiftRows(rowOf(sheet, "operating_revenue").getRowNum(), sheet.getLastRowNum(), 3));
		assertReads(file);
	}

	@Test
	void readsColumnsThatMoved() {
		Path file = edited((sheet) -> {
			int from = rowOf(sheet, "gross_industrial_output").getRowNum() - 1;
			for (Row row : sheet) {
				if (row.getRowNum() >= from && row.getCell(3) != null && row.getCell(5) != null) {
					swap(row.getCell(3), row.getCell(5));
				}
			}
			for (int region = sheet.getNumMergedRegions() - 1; region >= 0; region--) {
				sheet.removeMergedRegion(region);
			}
		});
		Report report = read(file);
		Drafts.filled().amounts().forEach((key, amount) -> {
			if (key.span() != Span.EOP && key.span() != Span.AVG) {
				assertThat(report.amount(key)).as(key.toString()).isEqualByComparingTo(amount);
			}
		});
		assertThat(report.figure(REVENUE.over(Span.M)).cell().column()).isEqualTo(5);
	}

	@Test
	void keepsTextWhereANumberIsDue() {
		ReportDraft draft = Drafts.filled();
		Path file = this.folder.resolve("form.xlsx");
		new FormWriter(Drafts.FORM).write(file,
				new ReportDraft(draft.entries(), draft.amounts(), Map.of(REVENUE, "约五千万"), List.of()));
		assertThat(read(file).figure(REVENUE)).returns("约五千万", Figure::text).returns(null, Figure::amount);
	}

	@Test
	void readsAConsolidatedWorkbookRowByRow() {
		Path file = this.folder.resolve("city.xlsx");
		try (ConsolidatedWriter writer = new ConsolidatedWriter(Drafts.FORM, file)) {
			writer.add(Drafts.filled());
			writer.add(Drafts.filled());
		}
		List<FoundReport> found = this.reader.read(file, ContentHash.of(file));
		assertThat(found).extracting(FoundReport::position).containsExactly(3, 4);
		assertThat(found).extracting(FoundReport::contentHash).hasSize(2).first().isEqualTo(found.get(1).contentHash());
		found.forEach((one) -> assertFilled(one.report()));
	}

	@Test
	void readsAConsolidatedWorkbookByItsChineseLabelsAndPassesOverTotals() {
		Path file = this.folder.resolve("city.xlsx");
		try (ConsolidatedWriter writer = new ConsolidatedWriter(Drafts.FORM, file)) {
			writer.add(Drafts.filled());
		}
		Path edited = edit(file, (sheet) -> {
			sheet.removeRow(sheet.getRow(1));
			Row total = sheet.createRow(5);
			total.createCell(1).setCellValue("合计");
			total.createCell(15).setCellValue(99);
		});
		assertThat(this.reader.read(edited, "00")).singleElement().satisfies((one) -> assertFilled(one.report()));
	}

	@Test
	void saysWhichSheetsHoldNoReport() {
		Path file = edited((sheet) -> {
			for (int row = sheet.getLastRowNum(); row >= 0; row--) {
				if (sheet.getRow(row) != null) {
					sheet.removeRow(sheet.getRow(row));
				}
			}
		});
		assertThatExceptionOfType(ReportFile.NoReportException.class).isThrownBy(() -> read(file))
			.satisfies((ex) -> assertThat(ex.messageFor(Locale.CHINA)).contains("月报, 产品").contains("模板"));
	}

	@Test
	void leavesHiddenSheetsAlone() {
		Path file = edited((sheet) -> {
			Workbook workbook = sheet.getWorkbook();
			Sheet shown = workbook.createSheet("空白");
			shown.createRow(0).createCell(0).setCellValue("说明");
			workbook.setActiveSheet(2);
			workbook.setSheetHidden(0, true);
		});
		assertThatExceptionOfType(ReportFile.NoReportException.class).isThrownBy(() -> read(file));
	}

	@Test
	void storesAndRestoresAReportUnchanged() {
		ReportContent content = new ReportContent();
		Report report = read(write());
		assertThat(content.read(content.write(report, List.of())).report()).isEqualTo(report);
	}

	private Path write() {
		Path file = this.folder.resolve("form.xlsx");
		new FormWriter(Drafts.FORM).write(file, Drafts.filled());
		return file;
	}

	private Path edited(Consumer<Sheet> change) {
		return edit(write(), change);
	}

	private Path edit(Path file, Consumer<Sheet> change) {
		Path edited = this.folder.resolve("edited.xlsx");
		try (InputStream in = Files.newInputStream(file); Workbook workbook = WorkbookFactory.create(in)) {
			change.accept(workbook.getSheetAt(0));
			try (OutputStream out = Files.newOutputStream(edited)) {
				workbook.write(out);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return edited;
	}

	private static Row rowOf(Sheet sheet, String code) {
		for (Row row : sheet) {
			Cell cell = row.getCell(1);
			if (cell != null && cell.toString().equals(code)) {
				return row;
			}
		}
		throw new IllegalArgumentException(code);
	}

	private static void swap(Cell one, Cell other) {
		String text = one.toString();
		boolean number = one.getCellType() == CellType.NUMERIC;
		copy(other.toString(), other.getCellType() == CellType.NUMERIC, one);
		copy(text, number, other);
	}

	private static void copy(String text, boolean number, Cell to) {
		if (number) {
			to.setCellValue(Double.parseDouble(text));
		}
		else {
			to.setCellValue(text);
		}
	}

	private Report read(Path file) {
		return this.reader.read(file, ContentHash.of(file)).get(0).report();
	}

	private void assertReads(Path file) {
		assertFilled(read(file));
	}

	private static void assertFilled(Report report) {
		ReportDraft expected = Drafts.filled();
		expected.amounts()
			.forEach((key, amount) -> assertThat(report.amount(key)).as(key.toString()).isEqualByComparingTo(amount));
		assertThat(report.text("credit_code")).isEqualTo(Drafts.CODE);
		assertThat(report.text("period")).isEqualTo("2026-10");
		assertThat(report.text("q_difficulties")).isIn("用工短缺", "Lack of labour");
		assertThat(report.text("remark")).isEqualTo("订单增加");
		assertThat(report.amount(REVENUE)).isNotEqualTo(BigDecimal.ZERO);
	}

}
