package org.srdi.monitor.core;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What one enterprise reported for one month, cell by cell, before any judgement. What
 * was left blank is absent: null is not zero.
 *
 * @param entries the texts by field: header, answers, remarks
 * @param figures the numbers by key
 * @param products the rows of the table of main products
 * @param blanks the cells left blank, by field code or figure key as text, so that a
 * message can point at them
 */
public record Report(Map<FieldCode, Entry> entries, Map<FigureKey, Figure> figures, List<ProductLine> products,
		Map<String, CellAddress> blanks) {

	/** Keeps its own copies, in the order given. */
	public Report {
		entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
		figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
		products = List.copyOf(products);
		blanks = Collections.unmodifiableMap(new LinkedHashMap<>(blanks));
	}

	/** Makes a report whose blank cells are not known. */
	public Report(Map<FieldCode, Entry> entries, Map<FigureKey, Figure> figures, List<ProductLine> products) {
		this(entries, figures, products, Map.of());
	}

	/** Returns the entry of the field, or null if it was left blank. */
	public @Nullable Entry entry(FieldCode field) {
		return this.entries.get(field);
	}

	/** Returns the text of the field, or null if it was left blank. */
	public @Nullable String text(String field) {
		Entry entry = this.entries.get(FieldCode.of(field));
		return (entry != null) ? entry.text() : null;
	}

	/** Returns the figure, or null if it was left blank. */
	public @Nullable Figure figure(FigureKey key) {
		return this.figures.get(key);
	}

	/** Returns the number, or null if it was left blank or is no number. */
	public @Nullable BigDecimal amount(FigureKey key) {
		Figure figure = this.figures.get(key);
		return (figure != null) ? figure.amount() : null;
	}

	/** Returns where the figure stands or should stand, or null if its row is missing. */
	public @Nullable CellAddress cell(FigureKey key) {
		Figure figure = this.figures.get(key);
		return (figure != null) ? figure.cell() : this.blanks.get(key.toString());
	}

	/** Returns where the entry stands or should stand, or null if its row is missing. */
	public @Nullable CellAddress cell(FieldCode field) {
		Entry entry = this.entries.get(field);
		return (entry != null) ? entry.cell() : this.blanks.get(field.value());
	}

}
