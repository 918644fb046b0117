package org.srdi.monitor.submission;

import java.util.LinkedHashMap;
import java.util.Map;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;

/**
 * Lays out what programs read of a template, a key and its value per row: what the
 * template is, whose it is, and where it takes what. People never see the sheet.
 */
final class KeySheet {

	/** The name of the sheet. */
	static final String NAME = "_srdi";

	static final String CREDIT_CODE = "credit-code";

	private final SheetWriter sheet;

	private final FormSlots slots;

	private int row;

	KeySheet(SheetWriter sheet, FormSlots slots) {
		this.sheet = sheet;
		this.slots = slots;
	}

	/** Lays everything out; whose the template is stays open. */
	void write(Form form, ReportingPeriod period, String language) {
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("form", form.code());
		facts.put("version", form.version());
		facts.put("period", period.toString());
		facts.put("language", language);
		facts.put(CREDIT_CODE, "");
		this.slots.places().forEach((key, cell) -> facts.put("cell:" + key, cell.toString()));
		this.sheet.widths(40, 40);
		facts.forEach(this::write);
		this.sheet.protect().hide();
	}

	private void write(String key, String value) {
		this.sheet.text(this.row, 0, key, Style.TEXT).text(this.row, 1, value, Style.TEXT);
		if (value.isEmpty()) {
			this.slots.key(key, new Slot(new CellAddress(NAME, this.row, 1), Style.TEXT));
		}
		this.row++;
	}

}
