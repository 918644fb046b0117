package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.Section;

/**
 * Lays a report out as no template does: sections, rows and columns in any order, blank
 * ones between, fields named by code, label or alias, a hidden sheet with other figures
 * in front.
 */
final class RandomLayout {

	private static final List<String> SHEETS = List.of("月报", "Sheet1", "十月", "报表 (终稿)");

	private final Form form;

	private final Random random;

	private final boolean codes;

	private final boolean labels;

	private final int label;

	private final int code;

	private final int unit;

	private final int firstValue;

	private final List<Map<Integer, Object>> rows = new ArrayList<>();

	RandomLayout(Form form, Random random) {
		this.form = form;
		this.random = random;
		int naming = random.nextInt(3);
		this.codes = naming != 0;
		this.labels = naming != 1;
		List<Integer> front = new ArrayList<>(List.of(0, 1, 2, 3));
		Collections.shuffle(front, random);
		int left = random.nextInt(4);
		this.label = left + front.get(0);
		this.code = left + front.get(1);
		this.unit = left + front.get(2);
		this.firstValue = left + 4;
	}

	/**
	 * Writes the report in one of the formats that are read.
	 * @param folder where to
	 * @param entries the texts by field
	 * @param amounts the figures, in the units of the form
	 */
	Path write(Path folder, Map<String, String> entries, Map<FigureKey, BigDecimal> amounts) {
		layOut(entries, amounts);
		try {
			return switch (this.random.nextInt(3)) {
				case 0 -> Files.writeString(folder.resolve("report.csv"), csv());
				case 1 -> save(folder.resolve("report.xls"), new HSSFWorkbook());
				default -> save(folder.resolve("report.xlsx"), new XSSFWorkbook());
			};
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void layOut(Map<String, String> entries, Map<FigureKey, BigDecimal> amounts) {
		skip(6);
		row().put(this.random.nextInt(5), "专精特新中小企业生产经营情况月报");
		row().put(this.random.nextInt(5), "示例数据，非真实经营数据");
		List<Section> sections = new ArrayList<>(this.form.sections());
		Collections.shuffle(sections, this.random);
		for (Section section : sections) {
			skip(3);
			if (this.random.nextBoolean()) {
				row().put(this.label, section.title());
			}
			if (section.layout() == Section.Layout.ENTRIES) {
				layOutEntries(section, entries);
			}
			else {
				layOutFigures(section, amounts);
			}
		}
	}

	private void layOutEntries(Section section, Map<String, String> entries) {
		heading().put(this.firstValue, "填报内容");
		for (Field field : shuffled(section.fields())) {
			String text = entries.get(field.code().value());
			if (text != null) {
				name(field).put(this.firstValue, text);
			}
		}
	}

	private void layOutFigures(Section section, Map<FigureKey, BigDecimal> amounts) {
		Map<Span, Integer> columns = new LinkedHashMap<>();
		int column = this.firstValue;
		for (Span span : shuffled(section.spans())) {
			column += this.random.nextInt(3);
			columns.put(span, column);
			column++;
		}
		Map<Integer, Object> heading = heading();
		columns.forEach((span, at) -> heading.put(at, this.form.label(span).label()));
		for (Field field : shuffled(section.fields())) {
			Map<Integer, Object> row = name(field);
			row.put(this.unit, field.unit());
			for (FigureKey key : field.figureKeys()) {
				if (amounts.containsKey(key)) {
					row.put(columns.get(key.span()), amounts.get(key));
				}
			}
		}
	}

	private Map<Integer, Object> heading() {
		Map<Integer, Object> row = row();
		if (this.labels) {
			row.put(this.label, "指标名称");
		}
		if (this.codes) {
			row.put(this.code, "代码");
		}
		row.put(this.unit, "计量单位");
		return row;
	}

	private Map<Integer, Object> name(Field field) {
		if (this.random.nextInt(8) == 0) {
			row();
		}
		Map<Integer, Object> row = row();
		if (this.labels) {
			row.put(this.label, label(field));
		}
		if (this.codes) {
			row.put(this.code, field.code().value());
		}
		return row;
	}

	private String label(Field field) {
		if (field.aliases().isEmpty() || this.random.nextBoolean()) {
			return field.label();
		}
		return field.aliases().get(this.random.nextInt(field.aliases().size()));
	}

	private Map<Integer, Object> row() {
		Map<Integer, Object> row = new TreeMap<>();
		this.rows.add(row);
		return row;
	}

	private void skip(int most) {
		for (int i = this.random.nextInt(most + 1); i > 0; i--) {
			row();
		}
	}

	private <T> List<T> shuffled(List<T> list) {
		List<T> copy = new ArrayList<>(list);
		Collections.shuffle(copy, this.random);
		return copy;
	}

	private String csv() {
		StringBuilder text = new StringBuilder();
		for (Map<Integer, Object> row : this.rows) {
			for (int column = 0; column < 20; column++) {
				text.append((column > 0) ? "," : "").append(written(row.get(column)));
			}
			text.append("\r\n");
		}
		return text.toString();
	}

	private static String written(@Nullable Object value) {
		return (value == null) ? ""
				: (value instanceof BigDecimal amount) ? amount.toPlainString() : "\"" + value + "\"";
	}

	private Path save(Path file, Workbook workbook) throws IOException {
		try (workbook; OutputStream out = Files.newOutputStream(file)) {
			if (this.random.nextBoolean()) {
				fill(workbook.createSheet("旧"), BigDecimal.ONE);
			}
			boolean decoy = workbook.getNumberOfSheets() > 0;
			fill(workbook.createSheet(SHEETS.get(this.random.nextInt(SHEETS.size()))), BigDecimal.ZERO);
			if (decoy) {
				workbook.setActiveSheet(1);
				workbook.setSheetHidden(0, true);
			}
			workbook.write(out);
		}
		return file;
	}

	private void fill(Sheet sheet, BigDecimal difference) {
		for (int number = 0; number < this.rows.size(); number++) {
			Row row = sheet.createRow(number);
			this.rows.get(number).forEach((column, value) -> {
				Cell cell = row.createCell(column);
				if (value instanceof BigDecimal amount) {
					cell.setCellValue(amount.add(difference).doubleValue());
				}
				else {
					cell.setCellValue(value.toString());
				}
			});
		}
	}

}
