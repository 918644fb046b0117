package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.srdi.monitor.workbook.Imprint;
import org.srdi.monitor.workbook.Stamp;
import org.srdi.monitor.workbook.WorkbookWriter;

/** A blank form workbook that is filled in many times. May be shared by threads. */
record FormStamp(Stamp stamp, FormSlots slots) {

	/** Makes a stamp of a workbook that was laid out with those slots. */
	static FormStamp of(WorkbookWriter blank, FormSlots slots) {
		return new FormStamp(blank.stamp(slots.cells()), slots);
	}

	/** Writes a copy. */
	void save(Path file, Consumer<Ink> content) {
		Imprint imprint = new Imprint();
		content.accept(new Ink() {
			@Override
			public void text(Slot slot, String text) {
				imprint.text(slot.cell(), text);
			}

			@Override
			public void number(Slot slot, BigDecimal number) {
				imprint.number(slot.cell(), number);
			}
		});
		this.stamp.save(file, imprint);
	}

}
