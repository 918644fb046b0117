package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.workbook.UnreadableFileException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class UnreadableFileTests {

	@TempDir
	private Path folder;

	@Test
	void refusesAnEmptyFile() throws IOException {
		assertThat(refusal(file(""))).returns(Reason.EMPTY, UnreadableFileException::reason)
			.returns("文件“report.xlsx”是空的（0 字节）。请确认填报的工作簿已保存，重新上传。", (ex) -> ex.messageFor(Locale.CHINA))
			.hasMessage(
					"The file 'report.xlsx' is empty (0 bytes). Make sure the workbook was saved, then send it again.");
	}

	@Test
	void refusesAWorkbookWithAPassword() throws Exception {
		Path file = this.folder.resolve("report.xlsx");
		try (POIFSFileSystem files = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(file)) {
			Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
			encryptor.confirmPassword("secret");
			try (OutputStream inner = encryptor.getDataStream(files)) {
				inner.write(Files.readAllBytes(workbook()));
			}
			files.writeFilesystem(out);
		}
		assertThat(refusal(file)).returns(Reason.ENCRYPTED, UnreadableFileException::reason)
			.extracting((ex) -> ex.messageFor(Locale.CHINA))
			.asString()
			.contains("有打开密码", "请取消密码", "重新保存并上传");
	}

	@Test
	void refusesAWorkbookOfExcel97WithAPassword() throws IOException {
		Path file = this.folder.resolve("report.xls");
		Biff8EncryptionKey.setCurrentUserPassword("secret");
		try (HSSFWorkbook workbook = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
			workbook.createSheet("月报");
			workbook.write(out);
		}
		finally {
			Biff8EncryptionKey.setCurrentUserPassword(null);
		}
		assertThat(refusal(file).reason()).isEqualTo(Reason.ENCRYPTED);
	}

	@Test
	void tellsWhatAFileIsInstead() throws IOException {
		assertThat(foreign("<html><table><tr><td>1</td></tr></table></html>")).contains("网页");
		assertThat(foreign("\uFEFF<?xml version=\"1.0\"?><Workbook/>")).contains("XML");
		assertThat(foreign("统一社会信用代码 企业名称\n1 2\n")).contains("纯文本");
		assertThat(foreign("%PDF-1.7\n")).contains("PDF");
		assertThat(foreign("\u0001\u0002\u0003")).contains("不是 Excel 工作簿");
	}

	@Test
	void refusesAnArchiveThatIsNoWorkbook() throws IOException {
		Path file = new RawWorkbook().without("_rels/.rels").save(this.folder.resolve("report.xlsx"));
		assertThat(refusal(file)).returns(Reason.NOT_A_WORKBOOK, UnreadableFileException::reason)
			.hasMessageContaining("archive or another document");
	}

	@Test
	void refusesAWordDocument() throws IOException {
		Path file = new RawWorkbook().part("_rels/.rels", RawWorkbook.relations("officeDocument", "word/document.xml"))
			.part("word/document.xml", "<document/>")
			.save(this.folder.resolve("report.xlsx"));
		assertThat(refusal(file)).returns(Reason.NOT_A_WORKBOOK, UnreadableFileException::reason)
			.hasMessageContaining("Word");
	}

	@Test
	void refusesABinaryWorkbook() throws IOException {
		Path file = new RawWorkbook().part("_rels/.rels", RawWorkbook.relations("officeDocument", "xl/workbook.bin"))
			.part("xl/workbook.bin", "\u0001\u0002")
			.save(this.folder.resolve("report.xlsx"));
		assertThat(refusal(file)).returns(Reason.NOT_A_WORKBOOK, UnreadableFileException::reason)
			.hasMessageContaining(".xlsb");
	}

	@Test
	void refusesATruncatedWorkbook() throws IOException {
		byte[] whole = Files.readAllBytes(workbook());
		for (int length : new int[] { 5, 100, whole.length / 2, whole.length - 1 }) {
			Path file = Files.write(this.folder.resolve("report.xlsx"), Arrays.copyOf(whole, length));
			assertThat(refusal(file)).as("cut at %d", length).returns(Reason.DAMAGED, UnreadableFileException::reason);
		}
	}

	@Test
	void refusesATruncatedWorkbookOfExcel97() throws IOException {
		Path file = this.folder.resolve("report.xls");
		try (HSSFWorkbook workbook = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
			workbook.createSheet("月报");
			workbook.write(out);
		}
		Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));
		assertThat(refusal(file).reason()).isEqualTo(Reason.DAMAGED);
	}

	@Test
	void refusesGarbledSheetsWhileReading() throws IOException {
		for (String rows : new String[] { "<row><c><v>1</v>", "<row r='0'/>", "<row r='2'/><row r='2'/>",
				"<row><c r='XFE1'/></row>", "<row r='1048577'/>", "<row r='x'/>", "<row><c t='s'><v>99</v></c></row>",
				"<row><c t='s'><v>x</v></c></row>" }) {
			Path file = new RawWorkbook().rows(rows).save(this.folder.resolve("report.xlsx"));
			assertThat(refusalOfRows(file)).as(rows).returns(Reason.DAMAGED, UnreadableFileException::reason);
		}
	}

	@Test
	void refusesReferencesToOtherFiles() throws IOException {
		Path secret = Files.writeString(this.folder.resolve("secret.txt"), "秘密");
		Path file = new RawWorkbook()
			.part("xl/worksheets/sheet1.xml",
					"""
							<!DOCTYPE worksheet [<!ENTITY x SYSTEM '%s'>]>
							<worksheet><sheetData><row><c t='str'><v>&x;</v></c></row></sheetData></worksheet>"""
						.formatted(secret.toUri()))
			.save(this.folder.resolve("report.xlsx"));
		assertThat(refusalOfRows(file)).returns(Reason.FORBIDDEN, UnreadableFileException::reason)
			.hasMessageContaining("declares a document type");
	}

	@Test
	void refusesAHugeFile() throws IOException {
		Path file = file("PK\3\4");
		try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
			sparse.setLength((64L << 20) + 1);
		}
		assertThat(refusal(file).reason()).isEqualTo(Reason.TOO_LARGE);
	}

	@Test
	void holdsTheSameMessagesInBothLanguages() {
		for (Reason reason : Reason.values()) {
			UnreadableFileException refusal = new UnreadableFileException(reason, Path.of("a.xlsx"), null);
			assertThat(refusal.messageFor(Locale.CHINESE)).contains("“a.xlsx”");
			assertThat(refusal.messageFor(Locale.ENGLISH)).contains("'a.xlsx'").isEqualTo(refusal.getMessage());
		}
	}

	@Test
	void saysThatThereIsNoSuchFile() {
		assertThatThrownBy(() -> Spreadsheet.open(this.folder.resolve("none.xlsx")))
			.isInstanceOf(UncheckedIOException.class)
			.hasMessageContaining("none.xlsx");
	}

	private String foreign(String content) throws IOException {
		UnreadableFileException refusal = refusal(file(content));
		assertThat(refusal.reason()).isEqualTo(Reason.NOT_A_WORKBOOK);
		return refusal.messageFor(Locale.CHINA);
	}

	private Path workbook() throws IOException {
		return new RawWorkbook().save(this.folder.resolve("whole.xlsx"));
	}

	private Path file(String content) throws IOException {
		return Files.writeString(this.folder.resolve("report.xlsx"), content, StandardCharsets.UTF_8);
	}

	private static UnreadableFileException refusal(Path file) {
		return catchThrowableOfType(UnreadableFileException.class, () -> Spreadsheet.open(file).close());
	}

	private static UnreadableFileException refusalOfRows(Path file) {
		return catchThrowableOfType(UnreadableFileException.class, () -> {
			try (Spreadsheet spreadsheet = Spreadsheet.open(file); Stream<Row> rows = spreadsheet.rows("月报")) {
				rows.forEach((row) -> {
				});
			}
		});
	}

}
