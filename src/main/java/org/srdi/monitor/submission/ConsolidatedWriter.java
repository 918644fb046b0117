package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;
import org.srdi.monitor.workbook.WorkbookWriter;

/**
 * Writes a consolidated workbook: labels, codes, then one row per enterprise. The table
 * of products is not part of it. The file appears when the writer is closed.
 */
public final class ConsolidatedWriter implements AutoCloseable {

	private final Form form;

	private final Path file;

	private final WorkbookWriter workbook;

	private final SheetWriter sheet;

	private final List<Field> entries;

	private int row = 2;

	/** Writes reports of that form into that file. */
	public ConsolidatedWriter(Form form, Path file) {
		this.form = form;
		this.file = file;
		this.workbook = WorkbookWriter.streaming();
		this.workbook.title(form.title());
		this.sheet = this.workbook.sheet(form.sheet());
		this.entries = form.entries();
		writeHeadings();
	}

	private void writeHeadings() {
		int column = 0;
		for (Field field : this.entries) {
			this.sheet.text(0, column, field.label(), Style.HEADING);
			column++;
		}
		for (FigureKey key : this.form.figureKeys()) {
			this.sheet.text(0, column, label(key), Style.HEADING);
			column++;
		}
		column = 0;
		for (Field field : this.entries) {
			this.sheet.text(1, column, field.code().value(), Style.NOTE);
			column++;
		}
		for (FigureKey key : this.form.figureKeys()) {
			this.sheet.text(1, column, key.toString(), Style.NOTE);
			column++;
		}
		this.sheet.freeze(2, 2);
	}

	private String label(FigureKey key) {
		return this.form.field(key.field()).orElseThrow().label() + "·" + this.form.label(key.span()).label();
	}

	/** Adds a row. */
	public void add(ReportDraft draft) {
		int column = 0;
		for (Field field : this.entries) {
			String text = draft.entries().get(field.code());
			if (text != null) {
				this.sheet.text(this.row, column, text, Style.TEXT);
			}
			column++;
		}
		for (Field field : this.form.figures()) {
			for (FigureKey key : field.figureKeys()) {
				write(column, field, key, draft);
				column++;
			}
		}
		this.row++;
	}

	private void write(int column, Field field, FigureKey key, ReportDraft draft) {
		String typed = draft.texts().get(key);
		BigDecimal amount = draft.amounts().get(key);
		if (typed != null) {
			this.sheet.text(this.row, column, typed, Style.TEXT);
		}
		else if (amount != null) {
			this.sheet.number(this.row, column, amount, style(field.type()));
		}
	}

	private static Style style(FieldType type) {
		return switch (type) {
			case COUNT -> Style.INTEGER;
			case RATE -> Style.RATE;
			default -> Style.AMOUNT;
		};
	}

	@Override
	public void close() {
		try (this.workbook) {
			this.workbook.save(this.file);
		}
	}

}
