package org.srdi.monitor.submission;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.Section;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;

/**
 * Lays out the main sheet of the form, blank. Labels, codes, units and what is there to
 * compare with are locked, what is to be filled in is not.
 */
final class FormSheet {

	private static final int LABEL = 0;

	private static final int CODE = 1;

	private static final int UNIT = 2;

	private static final int VALUE = 3;

	private static final int LAST_VALUE = 6;

	private static final int LAST_MONTH = 7;

	private final Form form;

	private final FormWords words;

	private final SheetWriter sheet;

	private final FormSlots slots;

	/** The last column, which is that of the month before if there is one. */
	private final int last;

	/**
	 * Lays out on that sheet and tells the slots.
	 * @param lastMonth whether there is a column of the figures of the month before
	 */
	FormSheet(Form form, FormWords words, SheetWriter sheet, FormSlots slots, boolean lastMonth) {
		this.form = form;
		this.words = words;
		this.sheet = sheet;
		this.slots = slots;
		this.last = lastMonth ? LAST_MONTH : LAST_VALUE;
	}

	/**
	 * Lays everything out.
	 * @param notice a line below the title; null for none
	 */
	void write(@Nullable String notice) {
		this.sheet.widths(36, 26, 13, 18, 18, 18, 18, 20);
		this.sheet.text(0, LABEL, this.words.title(this.form), Style.TITLE).merge(0, LABEL, 0, this.last).height(0, 30);
		writeLine(1, this.words.text("form.subtitle", this.form.version()));
		int row = 2;
		if (notice != null) {
			writeLine(row, notice);
			row++;
		}
		for (Section section : this.form.sections()) {
			row = writeSection(row, section);
		}
		this.sheet.freeze(2, 0).print(false, 2, row - 1, this.last).protect();
	}

	private void writeLine(int row, String text) {
		this.sheet.text(row, LABEL, text, Style.NOTE).merge(row, LABEL, row, this.last);
	}

	private int writeSection(int row, Section section) {
		if (section.spans().contains(Span.EOP)) {
			this.sheet.breakBefore(row); // two pages of like length
		}
		this.sheet.text(row, LABEL, this.words.choose(section.title(), section.titleEn()), Style.SECTION)
			.merge(row, LABEL, row, this.last);
		writeHeading(row + 1, section);
		int next = row + 2;
		for (Field field : section.fields()) {
			this.sheet.text(next, LABEL, this.words.label(field), field.part() ? Style.LABEL_PART : Style.LABEL);
			this.sheet.text(next, CODE, field.code().value(), Style.NOTE);
			if (section.layout() == Section.Layout.ENTRIES) {
				writeEntry(next, field);
			}
			else {
				writeFigures(next, section, field);
			}
			next++;
		}
		return next;
	}

	private void writeHeading(int row, Section section) {
		this.sheet.text(row, LABEL, this.words.text("form.indicator"), Style.HEADING);
		this.sheet.text(row, CODE, this.words.text("form.code"), Style.HEADING);
		this.sheet.text(row, UNIT, this.words.text("form.unit"), Style.HEADING);
		if (section.layout() == Section.Layout.ENTRIES) {
			this.sheet.text(row, VALUE, this.words.text("form.value"), Style.HEADING).merge(row, VALUE, row, this.last);
			return;
		}
		for (int column = VALUE; column <= LAST_VALUE; column++) {
			Span span = span(section, column);
			this.sheet.text(row, column, (span != null) ? this.words.heading(this.form, span) : null, Style.HEADING);
		}
		if (this.last == LAST_MONTH) {
			this.sheet.text(row, LAST_MONTH, lastMonthHeading(section), Style.HEADING);
		}
	}

	private static @Nullable Span span(Section section, int column) {
		int index = column - VALUE;
		return (index < section.spans().size()) ? section.spans().get(index) : null;
	}

	private @Nullable String lastMonthHeading(Section section) {
		Span span = lastMonthSpan(section);
		return (span != null) ? this.words.text("form.last-month." + span.key()) : null;
	}

	/** What adds up and what is on stock goes on from the month before; null for none. */
	private static @Nullable Span lastMonthSpan(Section section) {
		return List.of(Span.YTD, Span.EOP).stream().filter(section.spans()::contains).findFirst().orElse(null);
	}

	private void writeEntry(int row, Field field) {
		this.sheet.text(row, UNIT, null, Style.TEXT_CENTRE);
		for (int column = VALUE; column <= this.last; column++) {
			this.sheet.text(row, column, null, Style.INPUT_TEXT);
		}
		this.sheet.merge(row, VALUE, row, this.last);
		List<String> choices = this.words.choices(field);
		if (!choices.isEmpty()) {
			this.sheet.choices(row, VALUE, row, VALUE, choices);
		}
		this.slots.entry(field, slot(row, VALUE, Style.INPUT_TEXT));
	}

	private void writeFigures(int row, Section section, Field field) {
		this.sheet.text(row, UNIT, this.words.unit(field), Style.TEXT_CENTRE);
		Style style = inputStyle(field.type());
		for (int column = VALUE; column <= LAST_VALUE; column++) {
			Span span = span(section, column);
			if (span != null && field.spans().contains(span)) {
				this.sheet.number(row, column, null, style);
				this.slots.figure(new FigureKey(field.code(), span), slot(row, column, style));
			}
			else {
				this.sheet.text(row, column, null, Style.NOT_APPLICABLE);
			}
		}
		limit(row, section, field);
		if (this.last == LAST_MONTH) {
			writeLastMonth(row, field, lastMonthSpan(section));
		}
	}

	/** One rule for the row: what lies between its figures is locked anyway. */
	private void limit(int row, Section section, Field field) {
		if (field.min() == null || field.max() == null) {
			return;
		}
		int from = VALUE + section.spans().indexOf(field.spans().get(0));
		int to = VALUE + section.spans().indexOf(field.spans().get(field.spans().size() - 1));
		this.sheet.numbers(row, from, row, to, field.min(), field.max(), this.words.label(field),
				this.words.definition(field), field.type() == FieldType.COUNT);
	}

	private void writeLastMonth(int row, Field field, @Nullable Span span) {
		if (span == null || !field.spans().contains(span)) {
			this.sheet.text(row, LAST_MONTH, null, Style.NOT_APPLICABLE);
			return;
		}
		Style style = referenceStyle(field.type());
		this.sheet.number(row, LAST_MONTH, null, style);
		this.slots.lastMonth(new FigureKey(field.code(), span), slot(row, LAST_MONTH, style));
	}

	private Slot slot(int row, int column, Style style) {
		return new Slot(new CellAddress(this.form.sheet(), row, column), style);
	}

	private static Style inputStyle(FieldType type) {
		return switch (type) {
			case COUNT -> Style.INPUT_INTEGER;
			case RATE -> Style.INPUT_RATE;
			default -> Style.INPUT_AMOUNT;
		};
	}

	private static Style referenceStyle(FieldType type) {
		return switch (type) {
			case COUNT -> Style.REFERENCE_INTEGER;
			case RATE -> Style.REFERENCE_RATE;
			default -> Style.REFERENCE_AMOUNT;
		};
	}

}
