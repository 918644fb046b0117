package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.ProductTable;

/** Where a form workbook takes what, in the order of the form. */
final class FormSlots {

	private final FormWords words;

	private final Map<FieldCode, EntrySlot> entries = new LinkedHashMap<>();

	private final Map<FigureKey, Slot> figures = new LinkedHashMap<>();

	private final Map<FigureKey, Slot> lastMonth = new LinkedHashMap<>();

	private final List<Map<String, ProductSlot>> products = new ArrayList<>();

	/** The slots of the sheet for machines, by what they say. */
	private final Map<String, Slot> keys = new HashMap<>();

	FormSlots(FormWords words) {
		this.words = words;
	}

	void entry(Field field, Slot slot) {
		this.entries.put(field.code(), new EntrySlot(field, slot));
	}

	void figure(FigureKey key, Slot slot) {
		this.figures.put(key, slot);
	}

	void lastMonth(FigureKey key, Slot slot) {
		this.lastMonth.put(key, slot);
	}

	void product(int line, ProductTable.Column column, Slot slot) {
		while (this.products.size() <= line) {
			this.products.add(new HashMap<>());
		}
		this.products.get(line).put(column.code(), new ProductSlot(column, slot));
	}

	void key(String name, Slot slot) {
		this.keys.put(name, slot);
	}

	/** Returns the cells of entries and figures by their keys. */
	Map<String, CellAddress> places() {
		Map<String, CellAddress> places = new LinkedHashMap<>();
		this.entries.forEach((code, entry) -> places.put(code.value(), entry.slot().cell()));
		this.figures.forEach((key, slot) -> places.put(key.toString(), slot.cell()));
		return places;
	}

	/** Returns all cells that may be filled in. */
	List<CellAddress> cells() {
		Stream<Slot> fields = Stream.concat(this.entries.values().stream().map(EntrySlot::slot),
				Stream.concat(this.figures.values().stream(), this.lastMonth.values().stream()));
		Stream<Slot> others = Stream.concat(this.keys.values().stream(),
				this.products.stream().flatMap((line) -> line.values().stream()).map(ProductSlot::slot));
		return Stream.concat(fields, others).map(Slot::cell).toList();
	}

	/** Returns how many products there is room for. */
	int lines() {
		return this.products.size();
	}

	/** Fills in a report. */
	void fill(ReportDraft draft, Ink ink) {
		draft.entries().forEach((code, text) -> fillEntry(code, text, ink));
		draft.amounts().forEach((key, amount) -> {
			Slot slot = this.figures.get(key);
			if (slot != null && !draft.texts().containsKey(key)) {
				ink.number(slot, amount);
			}
		});
		draft.texts().forEach((key, text) -> {
			Slot slot = this.figures.get(key);
			if (slot != null) {
				ink.text(slot, text);
			}
		});
		for (int line = 0; line < draft.products().size(); line++) {
			fillProduct(line, draft.products().get(line), ink);
		}
	}

	private void fillEntry(FieldCode code, String text, Ink ink) {
		EntrySlot entry = this.entries.get(code);
		if (entry != null) {
			ink.text(entry.slot(), this.words.shown(entry.field(), text));
		}
	}

	private void fillProduct(int line, Map<String, String> texts, Ink ink) {
		texts.forEach((code, text) -> {
			ProductSlot product = this.products.get(line).get(code);
			if (product == null) {
				return;
			}
			if (product.column().type() == ProductTable.Type.TEXT) {
				ink.text(product.slot(), text);
			}
			else {
				ink.number(product.slot(), new BigDecimal(text));
			}
		});
	}

	/** Fills in the figures of the month before; those without a column are left out. */
	void fillLastMonth(Map<FigureKey, BigDecimal> figures, Ink ink) {
		this.lastMonth.forEach((key, slot) -> {
			BigDecimal amount = figures.get(key);
			if (amount != null) {
				ink.number(slot, amount);
			}
		});
	}

	/** Fills in what machines read. */
	void fillKey(String name, String text, Ink ink) {
		Slot slot = this.keys.get(name);
		if (slot != null) {
			ink.text(slot, text);
		}
	}

	/** A slot of an entry. */
	private record EntrySlot(Field field, Slot slot) {

	}

	/** A slot of the table of products. */
	private record ProductSlot(ProductTable.Column column, Slot slot) {

	}

}
