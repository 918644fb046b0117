package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.ProductTable;
import org.srdi.monitor.definition.Section;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;
import org.srdi.monitor.workbook.WorkbookWriter;

/**
 * Writes the form as a workbook: an empty one to be filled in, or a filled one. Labels,
 * codes and units are locked, what is to be filled in is not.
 */
public final class FormWriter {

	/** How the names of hidden sheets start that are for programs only. */
	static final String OWN_SHEET = "_srdi";

	private static final int LABEL = 0;

	private static final int CODE = 1;

	private static final int UNIT = 2;

	private static final int VALUE = 3;

	private static final int LAST = 6;

	private static final BigDecimal GREATEST_QUANTITY = new BigDecimal("1000000000000");

	private final Form form;

	private final boolean english;

	private final Texts texts;

	/** Writes that form in Chinese. */
	public FormWriter(Form form) {
		this(form, Locale.CHINA);
	}

	/** Writes that form in Chinese or English. */
	public FormWriter(Form form, Locale locale) {
		this.form = form;
		this.english = "en".equals(locale.getLanguage());
		this.texts = Texts.of("submission", locale);
	}

	/** Writes a filled form. */
	public void write(Path file, ReportDraft draft) {
		write(file, draft, null);
	}

	/**
	 * Writes a filled form.
	 * @param notice a line below the title, for instance that the figures are invented;
	 * null for none
	 */
	public void write(Path file, ReportDraft draft, @Nullable String notice) {
		try (WorkbookWriter workbook = WorkbookWriter.styled()) {
			workbook.title(title());
			writeMain(workbook.sheet(this.form.sheet()), draft, notice);
			writeProducts(workbook.sheet(this.form.products().sheet()), draft.products());
			workbook.save(file);
		}
	}

	/** Writes a form to be filled in, with an explanation of every field. */
	public void writeTemplate(Path file, ReportDraft prefilled) {
		try (WorkbookWriter workbook = WorkbookWriter.styled()) {
			workbook.title(title());
			writeMain(workbook.sheet(this.form.sheet()), prefilled, null);
			writeProducts(workbook.sheet(this.form.products().sheet()), prefilled.products());
			writeGuide(workbook.sheet(this.texts.get("form.guide")));
			workbook.save(file);
		}
	}

	private String title() {
		return this.english ? this.form.titleEn() : this.form.title();
	}

	private void writeMain(SheetWriter sheet, ReportDraft draft, @Nullable String notice) {
		sheet.widths(36, 26, 10, 18, 18, 18, 18);
		sheet.text(0, LABEL, title(), Style.TITLE).merge(0, LABEL, 0, LAST).height(0, 30);
		sheet.text(1, LABEL, this.texts.get("form.subtitle", this.form.version()), Style.NOTE).merge(1, LABEL, 1, LAST);
		int row = 2;
		if (notice != null) {
			sheet.text(row, LABEL, notice, Style.NOTE).merge(row, LABEL, row, LAST);
			row++;
		}
		for (Section section : this.form.sections()) {
			row = writeSection(sheet, row, section, draft);
		}
		sheet.freeze(2, 0).print(false, 2, row - 1, LAST).protect();
	}

	private int writeSection(SheetWriter sheet, int row, Section section, ReportDraft draft) {
		sheet.text(row, LABEL, this.english ? section.titleEn() : section.title(), Style.SECTION)
			.merge(row, LABEL, row, LAST);
		writeHeading(sheet, row + 1, section);
		int next = row + 2;
		for (Field field : section.fields()) {
			sheet.text(next, LABEL, this.english ? field.labelEn() : field.label(),
					field.part() ? Style.LABEL_PART : Style.LABEL);
			sheet.text(next, CODE, field.code().value(), Style.NOTE);
			if (section.layout() == Section.Layout.ENTRIES) {
				writeEntry(sheet, next, field, draft);
			}
			else {
				writeFigures(sheet, next, section, field, draft);
			}
			next++;
		}
		return next;
	}

	private void writeHeading(SheetWriter sheet, int row, Section section) {
		sheet.text(row, LABEL, this.texts.get("form.indicator"), Style.HEADING);
		sheet.text(row, CODE, this.texts.get("form.code"), Style.HEADING);
		sheet.text(row, UNIT, this.texts.get("form.unit"), Style.HEADING);
		if (section.layout() == Section.Layout.ENTRIES) {
			sheet.text(row, VALUE, this.texts.get("form.value"), Style.HEADING).merge(row, VALUE, row, LAST);
			return;
		}
		for (int i = 0; i <= LAST - VALUE; i++) {
			sheet.text(row, VALUE + i, (i < section.spans().size()) ? heading(section.spans().get(i)) : null,
					Style.HEADING);
		}
	}

	private String heading(Span span) {
		Form.SpanLabel label = this.form.label(span);
		return this.english ? label.labelEn() : label.label();
	}

	private void writeEntry(SheetWriter sheet, int row, Field field, ReportDraft draft) {
		sheet.text(row, UNIT, null, Style.TEXT_CENTRE);
		String text = draft.entries().get(field.code());
		sheet.text(row, VALUE, (text != null) ? shown(field, text) : null, Style.INPUT_TEXT)
			.merge(row, VALUE, row, LAST);
		List<String> choices = choices(field);
		if (!choices.isEmpty()) {
			sheet.choices(row, VALUE, row, VALUE, choices);
		}
	}

	private String shown(Field field, String text) {
		return field.options()
			.stream()
			.filter((option) -> option.code().equals(text))
			.map((option) -> this.english ? option.labelEn() : option.label())
			.findFirst()
			.orElse(text);
	}

	private List<String> choices(Field field) {
		if (field.type() == FieldType.YES_NO) {
			return List.of(this.texts.get("form.yes"), this.texts.get("form.no"));
		}
		if (field.type() != FieldType.CHOICE) {
			return List.of();
		}
		return field.options().stream().map((option) -> this.english ? option.labelEn() : option.label()).toList();
	}

	private void writeFigures(SheetWriter sheet, int row, Section section, Field field, ReportDraft draft) {
		sheet.text(row, UNIT, field.unit(), Style.TEXT_CENTRE);
		for (int i = 0; i <= LAST - VALUE; i++) {
			Span span = (i < section.spans().size()) ? section.spans().get(i) : null;
			if (span != null && field.spans().contains(span)) {
				writeFigure(sheet, row, VALUE + i, field, new FigureKey(field.code(), span), draft);
			}
			else {
				sheet.text(row, VALUE + i, null, Style.NOT_APPLICABLE);
			}
		}
	}

	private void writeFigure(SheetWriter sheet, int row, int column, Field field, FigureKey key, ReportDraft draft) {
		Style style = inputStyle(field.type());
		String typed = draft.texts().get(key);
		if (typed != null) {
			sheet.text(row, column, typed, style);
		}
		else {
			sheet.number(row, column, draft.amounts().get(key), style);
		}
		if (field.min() != null && field.max() != null) {
			sheet.numbers(row, column, row, column, field.min(), field.max(), field.label(),
					(field.definition() != null) ? field.definition() : "", field.type() == FieldType.COUNT);
		}
	}

	private static Style inputStyle(FieldType type) {
		return switch (type) {
			case COUNT -> Style.INPUT_INTEGER;
			case RATE -> Style.INPUT_RATE;
			default -> Style.INPUT_AMOUNT;
		};
	}

	private void writeProducts(SheetWriter sheet, List<Map<String, String>> lines) {
		ProductTable table = this.form.products();
		int last = table.columns().size() - 1;
		sheet.widths(24, 20, 12, 16, 16, 18, 16, 16, 18, 16);
		sheet.text(0, 0, this.english ? table.titleEn() : table.title(), Style.SECTION).merge(0, 0, 0, last);
		for (int i = 0; i <= last; i++) {
			ProductTable.Column column = table.columns().get(i);
			sheet.text(1, i, this.english ? column.labelEn() : column.label(), Style.HEADING);
			for (int line = 0; line < Math.max(table.rows(), lines.size()); line++) {
				writeProduct(sheet, 2 + line, i, column, (line < lines.size()) ? lines.get(line) : Map.of());
			}
		}
		int bottom = 1 + Math.max(table.rows(), lines.size());
		sheet.freeze(2, 0).print(true, 2, bottom, last).protect();
	}

	private void writeProduct(SheetWriter sheet, int row, int index, ProductTable.Column column,
			Map<String, String> line) {
		String text = line.get(column.code());
		if (column.type() == ProductTable.Type.TEXT) {
			sheet.text(row, index, text, Style.INPUT_TEXT);
		}
		else {
			sheet.number(row, index, (text != null) ? new BigDecimal(text) : null, Style.INPUT_AMOUNT);
			sheet.numbers(row, index, row, index, BigDecimal.ZERO, GREATEST_QUANTITY, column.label(), "", false);
		}
	}

	private void writeGuide(SheetWriter sheet) {
		sheet.widths(36, 10, 100);
		sheet.text(0, 0, this.texts.get("form.guide"), Style.TITLE).merge(0, 0, 0, 2).height(0, 30);
		sheet.text(1, 0, this.texts.get("form.rules"), Style.TEXT_WRAP).merge(1, 0, 1, 2).height(1, 90);
		int row = 3;
		for (Field field : this.form.figures()) {
			sheet.text(row, 0, this.english ? field.labelEn() : field.label(), Style.LABEL);
			sheet.text(row, 1, field.unit(), Style.TEXT_CENTRE);
			sheet.text(row, 2, field.definition(), Style.TEXT_WRAP);
			row++;
		}
		sheet.print(true, 0, row - 1, 2).protect();
	}

}
