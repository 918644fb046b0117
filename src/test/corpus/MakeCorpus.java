import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.poi.hpsf.ClassID;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.submission.ConsolidatedWriter;
import org.srdi.monitor.submission.FormWriter;
import org.srdi.monitor.submission.ReportDraft;

/** Workbooks by Apache POI. Usage: java -cp … MakeCorpus.java manifest-to-write, in the root of the project. */
public class MakeCorpus {

	private static final String NOTE = "示例数据，非真实经营数据";

	private static final String NEW = "Apache POI XSSF";

	private static final String OLD = "Apache POI HSSF";

	private static final Path HERE = Path.of("src/test/corpus");

	private static final Path FILES = Path.of("src/test/resources/corpus");

	private final List<String> manifest = new ArrayList<>();

	public static void main(String[] arguments) throws Exception {
		MakeCorpus corpus = new MakeCorpus();
		corpus.makeTemplates();
		corpus.makeNew();
		corpus.makeOld();
		corpus.makeEncrypted();
		corpus.makeForeign();
		Files.writeString(Path.of(arguments[0]), String.join("", corpus.manifest));
	}

	private void makeTemplates() throws IOException {
		Form form = DefinitionLoader.load(Path.of("jobs"), "enterprise-monthly").form();
		new FormWriter(form).write(FILES.resolve("template-2026-1.xlsx"), draft("91420100MA00003490", "示例企业(武汉)001"), NOTE);
		read("template-2026-1.xlsx", NEW, "", "", "the whole template of version 2026.1, filled in");
		try (ConsolidatedWriter writer = new ConsolidatedWriter(form, FILES.resolve("consolidated-2026-1.xlsx"))) {
			writer.add(labelled(draft("91420100MA00003490", "示例企业(武汉)001")));
			writer.add(labelled(draft("91420100MA00003505", "示例企业(武汉)002")));
		}
		read("consolidated-2026-1.xlsx", NEW,
				"reports=2;remark=订单增加，" + NOTE + ";2:credit_code=91420100MA00003505;2:enterprise_name=示例企业(武汉)002;2:remark=订单增加，" + NOTE, "",
				"the consolidated workbook of version 2026.1");
	}

	private static ReportDraft draft(String code, String name) throws IOException {
		Map<FieldCode, String> entries = new LinkedHashMap<>();
		Map<FigureKey, BigDecimal> amounts = new LinkedHashMap<>();
		for (String line : Files.readAllLines(FILES.resolve("base-report.csv")).stream().skip(1).toList()) {
			String[] keyAndValue = line.split(",", 2);
			if (keyAndValue[0].contains(".")) {
				amounts.put(FigureKey.parse(keyAndValue[0]), new BigDecimal(keyAndValue[1]));
			}
			else {
				entries.put(FieldCode.of(keyAndValue[0]), keyAndValue[1]);
			}
		}
		entries.put(FieldCode.of("credit_code"), code);
		entries.put(FieldCode.of("enterprise_name"), name);
		return new ReportDraft(entries, amounts, Map.of(), List.of());
	}

	private static ReportDraft labelled(ReportDraft draft) {
		draft.entries().put(FieldCode.of("remark"), "订单增加，" + NOTE);
		return draft;
	}

	private void makeNew() throws IOException {
		write("poi-plain.xlsx", new XSSFWorkbook(), (sheet) -> {
		});
		read("poi-plain.xlsx", NEW, "", "", "as POI writes it");
		write("poi-streamed.xlsx", new SXSSFWorkbook(), (sheet) -> {
		});
		read("poi-streamed.xlsx", NEW, "", "", "as POI streams it, texts within the cells");
		write("poi-formula-evaluated.xlsx", new XSSFWorkbook(), (sheet) -> {
			cell(sheet, "operating_revenue", 3).setCellFormula("1000+198.76");
			sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
		});
		read("poi-formula-evaluated.xlsx", NEW, "", "FORMULA_VALUE", "a formula that POI has computed");
		write("poi-formula-not-evaluated.xlsx", new XSSFWorkbook(),
				(sheet) -> {
					cell(sheet, "operating_revenue", 3).setBlank();
					cell(sheet, "operating_revenue", 3).setCellFormula("1000+198.76");
				});
		read("poi-formula-not-evaluated.xlsx", NEW, "operating_revenue.m=!公式未重算", "", "a formula that POI has not computed");
		write("poi-merged.xlsx", new XSSFWorkbook(), (sheet) -> {
			sheet.addMergedRegion(CellRangeAddress.valueOf("A1:G1"));
			sheet.addMergedRegion(CellRangeAddress.valueOf("D4:G4"));
			sheet.addMergedRegion(CellRangeAddress.valueOf("D6:G6"));
		});
		read("poi-merged.xlsx", NEW, "", "", "merged title, heading and entry by POI");
		write("poi-period-date.xlsx", new XSSFWorkbook(), (sheet) -> dated(cell(sheet, "period", 3)));
		read("poi-period-date.xlsx", NEW, "", "DATE_NUMBER", "the period as a date cell by POI");
	}

	private void makeOld() throws IOException {
		old("poi-plain.xls", "", "", "BIFF8 as POI writes it", (sheet) -> {
		});
		old("xls-formula-evaluated.xls", "", "FORMULA_VALUE", "a formula with its value in BIFF8", (sheet) -> {
			cell(sheet, "operating_revenue", 3).setCellFormula("1000+198.76");
			sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
		});
		old("xls-formula-not-evaluated.xls", "operating_revenue.m=0", "FORMULA_VALUE",
				"BIFF8 has no formula without value: 0 is what is cached",
				(sheet) -> {
					cell(sheet, "operating_revenue", 3).setBlank();
					cell(sheet, "operating_revenue", 3).setCellFormula("1000+198.76");
				});
		old("xls-error-value.xls", "operating_revenue.m=!#REF!", "", "an error value in BIFF8",
				(sheet) -> cell(sheet, "operating_revenue", 3).setCellErrorValue(FormulaError.REF.getCode()));
		old("xls-text-number.xls", "", "TEXT_NUMBER", "a text number in BIFF8",
				(sheet) -> cell(sheet, "operating_revenue", 3).setCellValue("1198.76"));
		old("xls-percent-format.xls", "", "PERCENT", "a percent format in BIFF8", (sheet) -> {
			cell(sheet, "capacity_utilization_rate", 3).setCellValue(0.825);
			style(cell(sheet, "capacity_utilization_rate", 3), "0.0%");
		});
		old("xls-accounting-format.xls", "", "", "a negative number shown in brackets in BIFF8",
				(sheet) -> style(cell(sheet, "total_profit", 5), "#,##0.00_);(#,##0.00)"));
		old("xls-period-date.xls", "", "DATE_NUMBER", "the period as a date cell in BIFF8",
				(sheet) -> dated(cell(sheet, "period", 3)));
		old("xls-binary-noise.xls", "", "BINARY_NOISE", "0.1 added up in BIFF8 gives noise in the 17th digit",
				(sheet) -> cell(sheet, "electricity_consumption", 3).setCellValue(45.670000000000016));
		old("xls-credit-code-digits-lost.xls", "credit_code=!digits-lost", "", "18 digits typed as a number in BIFF8",
				(sheet) -> cell(sheet, "credit_code", 3).setCellValue(914201001234567890d));
		old("xls-zero-and-blank.xls", "operating_revenue.m=0;operating_revenue.ytd=", "", "zero is not blank in BIFF8", (sheet) -> {
			cell(sheet, "operating_revenue", 3).setCellValue(0);
			cell(sheet, "operating_revenue", 4).setBlank();
		});
		old("xls-hidden-first-sheet.xls", "", "HIDDEN_SHEET", "a hidden sheet with other figures first in BIFF8",
				(sheet) -> decoy(sheet, SheetVisibility.HIDDEN));
		old("xls-very-hidden-sheet.xls", "", "HIDDEN_SHEET", "a very hidden sheet with other figures first in BIFF8",
				(sheet) -> decoy(sheet, SheetVisibility.VERY_HIDDEN));
		old("xls-report-far-down.xls", "", "", "forty rows inserted before the report in BIFF8",
				(sheet) -> sheet.shiftRows(0, sheet.getLastRowNum(), 40));
		old("xls-rich-text.xls", "", "", "rich text in BIFF8", (sheet) -> {
			HSSFRichTextString text = new HSSFRichTextString("订单增加");
			text.applyFont(0, 2, sheet.getWorkbook().createFont());
			cell(sheet, "remark", 3).setCellValue(text);
		});
		old("xls-blank-formatted-rows.xls", "", "", "100 formatted blank rows below the report in BIFF8", (sheet) -> {
			CellStyle style = sheet.getWorkbook().createCellStyle();
			for (int row = 40; row < 140; row++) {
				sheet.createRow(row).createCell(0).setCellStyle(style);
			}
		});
		inside("xls-macros.xls", "_VBA_PROJECT_CUR", "MACROS", "macros (a dummy project) in BIFF8, never run");
		inside("xls-embedded-object.xls", "MBD0001F2A3", "EMBEDDED_OBJECTS", "an embedded object in BIFF8, not opened");
		byte[] whole = Files.readAllBytes(FILES.resolve("poi-plain.xls"));
		unreadable("xls-truncated.xls", OLD, Arrays.copyOf(whole, whole.length / 2), "DAMAGED", "an old workbook whose upload broke off");
		byte[] garbled = whole.clone();
		Arrays.fill(garbled, 600, 1500, (byte) 0xEE);
		unreadable("xls-garbled-records.xls", OLD, garbled, "DAMAGED", "an old workbook whose records are garbled");
	}

	private void makeEncrypted() throws IOException, GeneralSecurityException {
		byte[] plain = bytes(new XSSFWorkbook());
		for (EncryptionMode mode : List.of(EncryptionMode.agile, EncryptionMode.standard)) {
			try (POIFSFileSystem files = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
				Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
				encryptor.confirmPassword("secret");
				try (OutputStream inner = encryptor.getDataStream(files)) {
					inner.write(plain);
				}
				files.writeFilesystem(out);
				unreadable("encrypted-" + mode.name() + ".xlsx", NEW, out.toByteArray(), "ENCRYPTED", "a password, encryption of kind " + mode.name());
			}
		}
		Biff8EncryptionKey.setCurrentUserPassword("secret");
		write("encrypted.xls", new HSSFWorkbook(), (sheet) -> {
		});
		unreadable("encrypted.xls", OLD, null, "ENCRYPTED", "a password in BIFF8");
		Biff8EncryptionKey.setCurrentUserPassword("VelvetSweatshop");
		write("encrypted-with-default-password.xls", new HSSFWorkbook(), (sheet) -> {
		});
		Biff8EncryptionKey.setCurrentUserPassword(null);
		read("encrypted-with-default-password.xls", OLD, "", "",
				"what Excel makes of an .xls with protected structure: encrypted with a password that everybody knows");
	}

	private void makeForeign() throws IOException {
		compound("word-97-document-named-xls.xls", "WordDocument", "NOT_A_WORKBOOK", "a Word document of the old kind renamed");
		compound("powerpoint-97-named-xls.xls", "PowerPoint Document", "NOT_A_WORKBOOK", "slides of the old kind renamed");
		compound("compound-file-of-nothing.xls", "Contents", "NOT_A_WORKBOOK", "a compound file with neither workbook nor document");
		compound("workbook-stream-of-zeros.xls", "Workbook", "DAMAGED", "a compound file whose workbook is all zeros");
	}

	private void compound(String name, String stream, String reason, String what) throws IOException {
		try (POIFSFileSystem files = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			files.getRoot().createDocument(stream, new java.io.ByteArrayInputStream(new byte[600]));
			files.writeFilesystem(out);
			unreadable(name, "Apache POI POIFS", out.toByteArray(), reason, what);
		}
	}

	private void inside(String name, String storage, String tolerance, String what) throws IOException {
		try (POIFSFileSystem files = new POIFSFileSystem(); HSSFWorkbook workbook = new HSSFWorkbook();
				ByteArrayOutputStream out = new ByteArrayOutputStream();
				OutputStream target = Files.newOutputStream(FILES.resolve(name))) {
			fill(workbook.createSheet("月报"));
			workbook.write(out);
			files.getRoot().createDocument("Workbook", new java.io.ByteArrayInputStream(workbook.getBytes()));
			files.getRoot().setStorageClsid(new ClassID("{00020820-0000-0000-C000-000000000046}"));
			files.getRoot().createDirectory(storage)
				.createDocument("dir", new java.io.ByteArrayInputStream("x".getBytes(StandardCharsets.US_ASCII)));
			files.writeFilesystem(target);
		}
		read(name, OLD, "", tolerance, what);
	}

	private void old(String name, String differs, String tolerances, String what, Consumer<Sheet> edit) throws IOException {
		write(name, new HSSFWorkbook(), edit);
		read(name, OLD, differs, tolerances, what);
	}

	private static void decoy(Sheet sheet, SheetVisibility visibility) {
		Workbook workbook = sheet.getWorkbook();
		Sheet decoy = workbook.createSheet("旧月报");
		try {
			fill(decoy);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		cell(decoy, "operating_revenue", 3).setCellValue(9999.99);
		workbook.setSheetOrder("旧月报", 0);
		workbook.setActiveSheet(1);
		workbook.setSheetVisibility(0, visibility);
	}

	private static void dated(Cell cell) {
		cell.setCellValue(LocalDate.of(2026, 10, 31));
		style(cell, "yyyy\"年\"m\"月\"");
	}

	private static void style(Cell cell, String format) {
		CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
		style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
		cell.setCellStyle(style);
	}

	private static Cell cell(Sheet sheet, String code, int column) {
		for (Row row : sheet) {
			Cell cell = row.getCell(1);
			if (cell != null && cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(code)) {
				return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
			}
		}
		throw new IllegalArgumentException(code);
	}

	private static byte[] bytes(Workbook workbook) throws IOException {
		try (workbook; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			fill(workbook.createSheet("月报"));
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private static void write(String name, Workbook workbook, Consumer<Sheet> edit) throws IOException {
		try (workbook; OutputStream out = Files.newOutputStream(FILES.resolve(name))) {
			Sheet sheet = workbook.createSheet("月报");
			fill(sheet);
			edit.accept(sheet);
			workbook.write(out);
		}
	}

	/** Lays the base report out on a sheet. */
	private static void fill(Sheet sheet) throws IOException {
		int number = 0;
		for (String line : Files.readAllLines(HERE.resolve("base-grid.csv"))) {
			String[] cells = line.split(",", -1);
			boolean figures = !cells[2].isEmpty() && !cells[2].equals("计量单位");
			Row row = sheet.createRow(number);
			for (int column = 0; column < cells.length; column++) {
				if (figures && column > 2 && !cells[column].isEmpty()) {
					row.createCell(column).setCellValue(Double.parseDouble(cells[column]));
				}
				else if (!cells[column].isEmpty()) {
					row.createCell(column).setCellValue(cells[column]);
				}
			}
			number++;
		}
	}

	private void read(String name, String producer, String differs, String tolerances, String what) {
		remember(name, producer, "READ", "", differs, tolerances, what);
	}

	private void unreadable(String name, String producer, byte[] content, String reason, String what) throws IOException {
		if (content != null) {
			Files.write(FILES.resolve(name), content);
		}
		remember(name, producer, "UNREADABLE", reason, "", "", what);
	}

	private void remember(String... cells) {
		List<String> quoted = Arrays.stream(cells).map((cell) -> cell.matches("(?s).*[\",\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell).toList();
		this.manifest.add(String.join(",", quoted) + "\n");
	}

}
