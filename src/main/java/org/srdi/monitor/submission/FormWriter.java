package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.workbook.WorkbookWriter;

/**
 * Writes the form as a filled workbook. Labels, codes and units are locked, what is to be
 * filled in is not. May be shared by threads.
 */
public final class FormWriter {

	private final Form form;

	private final FormWords words;

	/** The blank forms by their notices: to lay one out takes as long as 50 copies. */
	private final Map<String, FormStamp> stamps = new ConcurrentHashMap<>();

	/** Writes that form in Chinese. */
	public FormWriter(Form form) {
		this(form, Locale.CHINA);
	}

	/** Writes that form in Chinese or English. */
	public FormWriter(Form form, Locale locale) {
		this.form = form;
		this.words = new FormWords(locale);
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
		if (draft.products().size() > this.form.products().rows()) {
			writeWhole(file, draft, notice); // no blank form has room for that
			return;
		}
		FormStamp stamp = this.stamps.computeIfAbsent((notice != null) ? notice : "", (missing) -> stamp(notice));
		stamp.save(file, (ink) -> stamp.slots().fill(draft, ink));
	}

	private FormStamp stamp(@Nullable String notice) {
		try (WorkbookWriter workbook = WorkbookWriter.styled()) {
			return FormStamp.of(workbook, layOut(workbook, notice, this.form.products().rows()));
		}
	}

	/** Writes a filled form from scratch. */
	void writeWhole(Path file, ReportDraft draft, @Nullable String notice) {
		int lines = Math.max(this.form.products().rows(), draft.products().size());
		try (WorkbookWriter workbook = WorkbookWriter.styled()) {
			layOut(workbook, notice, lines).fill(draft, new SheetInk(workbook));
			workbook.save(file);
		}
	}

	private FormSlots layOut(WorkbookWriter workbook, @Nullable String notice, int lines) {
		FormSlots slots = new FormSlots(this.words);
		workbook.title(this.words.title(this.form));
		new FormSheet(this.form, this.words, workbook.sheet(this.form.sheet()), slots, false).write(notice);
		new ProductSheet(this.form.products(), this.words, workbook.sheet(this.form.products().sheet()), slots)
			.write(lines);
		return slots;
	}

	/** Writes into the sheets of a workbook that is still being made. */
	record SheetInk(WorkbookWriter workbook) implements Ink {

		@Override
		public void text(Slot slot, String text) {
			this.workbook.sheet(slot.cell().sheet()).text(slot.cell().row(), slot.cell().column(), text, slot.style());
		}

		@Override
		public void number(Slot slot, BigDecimal number) {
			this.workbook.sheet(slot.cell().sheet())
				.number(slot.cell().row(), slot.cell().column(), number, slot.style());
		}

	}

}
