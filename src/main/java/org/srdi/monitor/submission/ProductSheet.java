package org.srdi.monitor.submission;

import java.math.BigDecimal;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.definition.ProductTable;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;

/** Lays out the table of main products, blank. */
final class ProductSheet {

	private static final BigDecimal GREATEST_QUANTITY = new BigDecimal("1000000000000");

	private static final int FIRST_LINE = 2;

	private final ProductTable table;

	private final FormWords words;

	private final SheetWriter sheet;

	private final FormSlots slots;

	ProductSheet(ProductTable table, FormWords words, SheetWriter sheet, FormSlots slots) {
		this.table = table;
		this.words = words;
		this.sheet = sheet;
		this.slots = slots;
	}

	/** Lays out room for so many products. */
	void write(int lines) {
		int last = this.table.columns().size() - 1;
		this.sheet.widths(24, 20, 12, 16, 16, 18, 16, 16, 18, 16);
		this.sheet.text(0, 0, this.words.choose(this.table.title(), this.table.titleEn()), Style.SECTION)
			.merge(0, 0, 0, last);
		for (int i = 0; i <= last; i++) {
			writeColumn(i, this.table.columns().get(i), lines);
		}
		this.sheet.freeze(FIRST_LINE, 0).print(true, FIRST_LINE, FIRST_LINE + lines - 1, last).protect();
	}

	private void writeColumn(int index, ProductTable.Column column, int lines) {
		String label = this.words.choose(column.label(), column.labelEn());
		boolean text = column.type() == ProductTable.Type.TEXT;
		Style style = text ? Style.INPUT_TEXT : Style.INPUT_AMOUNT;
		this.sheet.text(1, index, label, Style.HEADING);
		for (int line = 0; line < lines; line++) {
			int row = FIRST_LINE + line;
			this.sheet.text(row, index, null, style);
			this.slots.product(line, column, new Slot(new CellAddress(this.table.sheet(), row, index), style));
		}
		if (!text) {
			this.sheet.numbers(FIRST_LINE, index, FIRST_LINE + lines - 1, index, BigDecimal.ZERO, GREATEST_QUANTITY,
					label, "", false);
		}
	}

}
