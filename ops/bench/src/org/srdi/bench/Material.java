package org.srdi.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.definition.DefinitionLoader;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.submission.BenchForms;

/** The files that are read, made once per work folder; all figures are invented. */
final class Material {

	private static final int COLUMNS = 40;

	private static final List<String> IDENTITY = List.of("统一社会信用代码", "企业名称", "报告期", "经营状态");

	private final Path work;

	Material(Path work) {
		this.work = work;
	}

	/** Returns so many form workbooks. */
	List<Path> forms(int count) throws IOException {
		Path folder = Files.createDirectories(this.work.resolve("forms"));
		List<Path> files = new ArrayList<>();
		BenchForms forms = new BenchForms();
		for (int i = 0; i < count; i++) {
			Path file = folder.resolve("form-%05d.xlsx".formatted(i));
			if (!Files.exists(file)) {
				forms.write(file, i);
			}
			files.add(file);
		}
		return files;
	}

	/**
	 * Returns a consolidated workbook with so many rows of 40 columns, whose texts are
	 * shared strings as in files that Excel saved.
	 */
	Path consolidated(int rows) throws IOException {
		Path file = Files.createDirectories(this.work).resolve("consolidated-" + rows + ".xlsx");
		if (!Files.exists(file)) {
			Path part = this.work.resolve("consolidated.part");
			try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), 100, false, true);
					OutputStream out = Files.newOutputStream(part)) {
				fill(workbook.createSheet("月报"), rows);
				workbook.write(out);
			}
			Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
		}
		return file;
	}

	private static void fill(Sheet sheet, int rows) {
		Row head = sheet.createRow(0);
		List<String> headings = headings();
		for (int column = 0; column < COLUMNS; column++) {
			head.createCell(column).setCellValue(headings.get(column));
		}
		Random random = new Random(20261028);
		for (int i = 1; i <= rows; i++) {
			Row row = sheet.createRow(i);
			row.createCell(0).setCellValue("91420100YP%08d".formatted(i));
			row.createCell(1).setCellValue("示例企业（武汉）%06d".formatted(i));
			row.createCell(2).setCellValue("2026-10");
			row.createCell(3).setCellValue("正常");
			for (int column = IDENTITY.size(); column < COLUMNS; column++) {
				row.createCell(column).setCellValue(random.nextInt(100_000_000) / 100.0);
			}
		}
	}

	private static List<String> headings() {
		Form form = DefinitionLoader.loadUsual(null).form();
		List<String> headings = new ArrayList<>(IDENTITY);
		for (FigureKey key : form.figureKeys()) {
			headings.add(form.field(key.field()).orElseThrow().label() + "·" + form.label(key.span()).label());
		}
		return headings;
	}

	/** Returns the bytes of files. */
	static long size(List<Path> files) {
		return files.stream().mapToLong((file) -> {
			try {
				return Files.size(file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}).sum();
	}

}
