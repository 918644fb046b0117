package org.srdi.monitor.submission;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.deadline.Times;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.workbook.WorkbookWriter;

/**
 * Writes the templates of one period in one language: the form with instructions, a
 * column of last month's figures to compare with and a hidden sheet for programs. May be
 * shared by threads.
 */
final class TemplatePress {

	private final Definitions definitions;

	private final Form form;

	private final ReportingPeriod period;

	private final Instant due;

	private final FormWords words;

	private final FormStamp stamp;

	TemplatePress(Definitions definitions, ReportingPeriod period, Instant due, Locale locale) {
		this.definitions = definitions;
		this.form = definitions.form();
		this.period = period;
		this.due = due;
		this.words = new FormWords(locale);
		try (WorkbookWriter workbook = WorkbookWriter.styled()) {
			this.stamp = FormStamp.of(workbook, layOut(workbook));
		}
	}

	/** Writes a template. */
	void write(Path file, Prefill prefill) {
		this.stamp.save(file, (ink) -> fill(prefill, this.stamp.slots(), ink));
	}

	/** Writes a template from scratch. */
	void writeWhole(Path file, Prefill prefill) {
		try (WorkbookWriter workbook = WorkbookWriter.styled()) {
			fill(prefill, layOut(workbook), new FormWriter.SheetInk(workbook));
			workbook.save(file);
		}
	}

	private static void fill(Prefill prefill, FormSlots slots, Ink ink) {
		slots.fill(prefill.draft(), ink);
		slots.fillLastMonth(prefill.lastMonth(), ink);
		slots.fillKey(KeySheet.CREDIT_CODE, prefill.creditCode(), ink);
	}

	private FormSlots layOut(WorkbookWriter workbook) {
		FormSlots slots = new FormSlots(this.words);
		workbook.title(this.words.title(this.form));
		new FormSheet(this.form, this.words, workbook.sheet(this.form.sheet()), slots, true).write(notice());
		new ProductSheet(this.form.products(), this.words, workbook.sheet(this.form.products().sheet()), slots)
			.write(this.form.products().rows());
		new GuideSheet(this.definitions, this.words, workbook.sheet(this.words.text("form.guide"))).write(notice());
		new KeySheet(workbook.sheet(KeySheet.NAME), slots).write(this.form, this.period, this.words.language());
		return slots;
	}

	/** Tells the period and when its reports are due. */
	private String notice() {
		return this.words.text("form.due", this.period.toString(), Times.text(this.due));
	}

}
