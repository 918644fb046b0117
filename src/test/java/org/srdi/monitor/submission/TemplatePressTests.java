package org.srdi.monitor.submission;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.register.Enterprise;

import static org.assertj.core.api.Assertions.assertThat;

class TemplatePressTests {

	private static final ReportingPeriod NOVEMBER = ReportingPeriod.of(2026, 11);

	private static final FigureKey REVENUE = FigureKey.of("operating_revenue", Span.YTD);

	private static final FigureKey ASSETS = FigureKey.of("total_assets", Span.EOP);

	private static final Enterprise FIRM = new Enterprise(1, CreditCode.tryParse(Drafts.CODE).orElseThrow(),
			"示例企业（武汉）001", new RegionCode("420100"), new RegionCode("420106"), "3829", true);

	/** 2026-11-28 24:00 in Shanghai. */
	private static final Instant DUE = Instant.parse("2026-11-28T16:00:00Z");

	private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

	@TempDir
	private Path folder;

	private final TemplatePress press = new TemplatePress(Drafts.DEFINITIONS, NOVEMBER, DUE, Locale.CHINA);

	@ParameterizedTest
	@ValueSource(strings = { "zh", "en" })
	void aStampedTemplateIsTheOneWrittenFromScratch(String language) throws IOException {
		TemplatePress either = new TemplatePress(Drafts.DEFINITIONS, NOVEMBER, DUE, Locale.forLanguageTag(language));
		Prefill prefill = full();
		either.write(file("stamped"), prefill);
		either.writeWhole(file("whole"), prefill);
		assertThat(read("stamped")).isEqualTo(read("whole"));
		assertThat(looks("stamped")).isEqualTo(looks("whole")).hasSizeGreaterThan(1000);
	}

	@Test
	void aStampedFormIsTheOneWrittenFromScratch() throws IOException {
		FormWriter writer = new FormWriter(Drafts.FORM);
		ReportDraft draft = Drafts.filled();
		ReportDraft scribbled = new ReportDraft(draft.entries(), draft.amounts(), Map.of(REVENUE, "约五千万"),
				draft.products());
		writer.write(file("stamped"), scribbled, "示例数据");
		writer.writeWhole(file("whole"), scribbled, "示例数据");
		assertThat(read("stamped")).isEqualTo(read("whole"));
		assertThat(looks("stamped")).isEqualTo(looks("whole"));
	}

	@Test
	void aFormWithMoreProductsThanRowsHasThemAll() {
		List<Map<String, String>> products = IntStream.range(0, 12)
			.mapToObj((i) -> Map.of("product_name", "产品" + i, "output_m", String.valueOf(i)))
			.toList();
		new FormWriter(Drafts.FORM).write(file("many"),
				new ReportDraft(Drafts.filled().entries(), Map.of(), Map.of(), products));
		assertThat(read("many").products()).hasSize(12);
	}

	@Test
	void isPrefilledWithIdentityAndLastYearAndNothingElse() {
		Prefill prefill = Prefill.of(Drafts.FORM, FIRM, NOVEMBER,
				Map.of(REVENUE, new BigDecimal("9000.50"), ASSETS, new BigDecimal("20000"), REVENUE.over(Span.YTD_LY),
						new BigDecimal("8000")),
				Map.of(REVENUE, new BigDecimal("8100.25"), ASSETS, new BigDecimal("21000")));
		this.press.write(file("template"), prefill);
		Report report = read("template");
		assertThat(report.text("credit_code")).isEqualTo(Drafts.CODE);
		assertThat(report.text("enterprise_name")).isEqualTo("示例企业（武汉）001");
		assertThat(report.text("region_code")).isEqualTo("420106");
		assertThat(report.text("industry_code")).isEqualTo("3829");
		assertThat(report.text("is_above_scale")).isEqualTo("是");
		assertThat(report.text("period")).isEqualTo("2026-11");
		assertThat(report.text("remark")).isNull();
		assertThat(report.figures().keySet()).containsExactlyInAnyOrder(REVENUE.over(Span.YTD_LY),
				ASSETS.over(Span.EOP_LY));
		assertThat(report.amount(REVENUE.over(Span.YTD_LY))).isEqualByComparingTo("9000.50");
	}

	@Test
	void lastMonthStandsInALockedGreyColumnBesideTheInput() throws IOException {
		this.press.write(file("template"),
				Prefill.of(Drafts.FORM, FIRM, NOVEMBER, Map.of(), Map.of(REVENUE, new BigDecimal("8100.25"),
						REVENUE.over(Span.M), new BigDecimal("900"), ASSETS, new BigDecimal("21000"))));
		try (Workbook workbook = open("template")) {
			Sheet sheet = workbook.getSheet("月报");
			Row revenue = row(sheet, "operating_revenue");
			assertThat(revenue.getCell(7).getNumericCellValue()).isEqualTo(8100.25);
			assertThat(revenue.getCell(7).getCellStyle().getLocked()).isTrue();
			assertThat(revenue.getCell(7).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
			assertThat(revenue.getCell(4).getCellStyle().getLocked()).isFalse();
			assertThat(row(sheet, "total_assets").getCell(7).getNumericCellValue()).isEqualTo(21000);
			assertThat(row(sheet, "capacity_utilization_rate").getCell(7).getCellType()).isEqualTo(CellType.BLANK);
			assertThat(texts(sheet)).contains("上月止累计（参考）", "上月末（参考）");
		}
	}

	@Test
	void anEnglishTemplateIsEnglishButForTheFirmAndTheSheetThatComesBack() throws IOException {
		new TemplatePress(Drafts.DEFINITIONS, NOVEMBER, DUE, Locale.ENGLISH).write(file("english"), bare());
		try (Workbook workbook = open("english")) {
			assertThat(texts(workbook.getSheetAt(0))).contains("×10,000 yuan", "persons")
				.filteredOn((text) -> HAN.matcher(text).find())
				.containsExactly(FIRM.name());
			assertThat(texts(workbook.getSheet("Instructions"))).contains("All assets at the end of the period.")
				.filteredOn((text) -> HAN.matcher(text.replace("“问题清单”", "")).find())
				.isEmpty();
		}
	}

	@Test
	void headingsOfTheReferenceColumnAreNoSpan() {
		Vocabulary vocabulary = new Vocabulary(Drafts.FORM);
		for (Locale locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
			for (String span : List.of("ytd", "eop")) {
				String heading = new FormWords(locale).text("form.last-month." + span);
				assertThat(vocabulary.word(heading).isKnown()).as(heading).isFalse();
			}
		}
	}

	@Test
	void januaryHasStocksButNoCumulativeFigureToCompareWith() {
		Prefill prefill = Prefill.of(Drafts.FORM, FIRM, ReportingPeriod.of(2027, 1), Map.of(),
				Map.of(REVENUE, BigDecimal.TEN, ASSETS, BigDecimal.ONE));
		assertThat(prefill.lastMonth()).containsOnlyKeys(ASSETS);
	}

	@Test
	void tellsTheDeadlineTheUnitsTheChecksAndWhatReturnedCopiesAre() throws IOException {
		this.press.write(file("template"), bare());
		try (Workbook workbook = open("template")) {
			assertThat(texts(workbook.getSheet("月报"))).anyMatch((text) -> text.contains("2026-11-28 24:00"))
				.anyMatch((text) -> text.contains("表版本 2026.2"));
			List<String> guide = texts(workbook.getSheet("填报说明"));
			assertThat(guide).anyMatch((text) -> text.contains("2026-11-28 24:00"))
				.anyMatch((text) -> text.contains("以万元为单位"))
				.anyMatch((text) -> text.contains("问题清单"))
				.contains("其中：出口交货值", "V12", "必须更正", "需要说明");
			Drafts.DEFINITIONS.rules().forEach((rule) -> assertThat(guide).contains(rule.title()));
		}
	}

	@Test
	void aHiddenSheetTellsProgramsWhatItIsAndWhereItTakesWhat() throws IOException {
		this.press.write(file("template"), bare());
		try (Workbook workbook = open("template")) {
			assertThat(workbook.getSheetVisibility(workbook.getSheetIndex("_srdi")))
				.isEqualTo(SheetVisibility.VERY_HIDDEN);
			Map<String, String> keys = new LinkedHashMap<>();
			workbook.getSheet("_srdi")
				.forEach((row) -> keys.put(row.getCell(0).getStringCellValue(), row.getCell(1).getStringCellValue()));
			assertThat(keys).containsEntry("form", "enterprise-monthly")
				.containsEntry("version", "2026.2")
				.containsEntry("period", "2026-11")
				.containsEntry("language", "zh")
				.containsEntry("credit-code", Drafts.CODE);
			CellAddress revenue = CellAddress.parse(keys.get("cell:operating_revenue.ytd"));
			assertThat(revenue)
				.isEqualTo(new CellAddress("月报", row(workbook.getSheet("月报"), "operating_revenue").getRowNum(), 4));
			assertThat(keys).containsKey("cell:credit_code");
			assertThat(keys.keySet().stream().filter((key) -> key.contains(".")))
				.hasSize(Drafts.FORM.figureKeys().size());
		}
	}

	@Test
	void inputIsLimitedAndChosenFromLists() throws IOException {
		this.press.write(file("template"), bare());
		try (Workbook workbook = open("template")) {
			Sheet sheet = workbook.getSheet("月报");
			int revenue = row(sheet, "operating_revenue").getRowNum();
			DataValidation amount = rule(sheet, revenue, 6);
			assertThat(amount.getValidationConstraint().getFormula2()).isEqualTo("10000000");
			assertThat(amount.getPromptBoxText()).startsWith("销售商品、提供劳务");
			DataValidation status = rule(sheet, row(sheet, "operating_status").getRowNum(), 3);
			assertThat(status.getValidationConstraint().getValidationType())
				.isEqualTo(DataValidationConstraint.ValidationType.LIST);
			assertThat(status.getValidationConstraint().getExplicitListValues()).contains("正常", "停产");
			assertThat(sheet.getProtect()).isTrue();
		}
	}

	@Test
	void aTemplateOfTheVersionBeforeStillReads() throws IOException {
		Path old = Path.of("src/test/resources/templates/2026.1.xlsx");
		Report report = new ReportFile(Drafts.FORM).read(old, ContentHash.of(old)).get(0).report();
		ReportDraft expected = Drafts.filled();
		assertThat(report.figures()).hasSameSizeAs(expected.amounts());
		expected.amounts()
			.forEach((key, amount) -> assertThat(report.amount(key)).as(key.toString()).isEqualByComparingTo(amount));
		assertThat(report.text("credit_code")).isEqualTo(Drafts.CODE);
		assertThat(report.text("enterprise_name")).isEqualTo("示例企业 武汉001");
		assertThat(report.text("period")).isEqualTo("2026-10");
		assertThat(report.text("operating_status")).isEqualTo("正常");
		assertThat(report.text("remark")).isEqualTo("示例数据，非真实经营数据");
		assertThat(report.products()).hasSize(1);
	}

	private Prefill bare() {
		return Prefill.of(Drafts.FORM, FIRM, NOVEMBER, Map.of(), Map.of());
	}

	/** A template in which every cell that can be is filled in. */
	private static Prefill full() {
		Map<FieldCode, String> entries = new LinkedHashMap<>(Drafts.filled().entries());
		entries.put(FieldCode.of("is_above_scale"), "是");
		entries.put(FieldCode.of("revision_note"), "=1+1 & <更正>");
		return new Prefill(Drafts.CODE,
				new ReportDraft(entries, Drafts.filled().amounts(), Map.of(), Drafts.filled().products()),
				new HashMap<>(Drafts.filled().amounts()));
	}

	private Path file(String name) {
		return this.folder.resolve(name + ".xlsx");
	}

	private Report read(String name) {
		return new ReportFile(Drafts.FORM).read(file(name), "00").get(0).report();
	}

	private Workbook open(String name) throws IOException {
		return WorkbookFactory.create(Files.newInputStream(file(name)));
	}

	/** Describes every cell with its content and its style, and all that lies around. */
	private List<String> looks(String name) throws IOException {
		List<String> looks = new ArrayList<>();
		try (Workbook workbook = open(name)) {
			for (Sheet sheet : workbook) {
				looks.add(sheet.getSheetName() + " " + sheet.getMergedRegions() + sheet.getDataValidations().size()
						+ sheet.getProtect() + sheet.getPaneInformation());
				for (Row row : sheet) {
					looks.add(row.getRowNum() + " " + row.getHeight());
					row.forEach((cell) -> looks.add(cell.getAddress() + " " + cell.getCellStyle().getIndex() + " "
							+ cell.getCellType() + " " + cell));
				}
			}
		}
		looks.replaceAll((look) -> look.replaceAll("PaneInformation@\\w+", "pane"));
		return looks;
	}

	private static DataValidation rule(Sheet sheet, int row, int column) {
		return sheet.getDataValidations()
			.stream()
			.filter((rule) -> Stream.of(rule.getRegions().getCellRangeAddresses())
				.anyMatch((range) -> range.isInRange(row, column)))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> texts(Sheet sheet) {
		List<String> texts = new ArrayList<>();
		sheet.forEach((row) -> row.forEach((cell) -> texts.add(cell.toString())));
		return texts;
	}

	private static Row row(Sheet sheet, String code) {
		for (Row row : sheet) {
			Cell cell = row.getCell(1);
			if (cell != null && cell.toString().equals(code)) {
				return row;
			}
		}
		throw new IllegalArgumentException(code);
	}

}
