package org.srdi.monitor.submission;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.ProductTable;

/**
 * What a problem is about: a figure or an entry of the form.
 *
 * @param name the figure or field in text; empty if it is neither
 */
record Subject(String name) {

	private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]*(\\.(m|ytd|eop|avg)(_ly)?)?");

	/**
	 * Returns the subject of a key such as {@code V50@operating_revenue.m}; an unknown
	 * one for a key that was tampered with.
	 */
	static Subject ofProblem(String key) {
		String name = key.substring(key.indexOf('@') + 1);
		return new Subject(SHAPE.matcher(name).matches() ? name : "");
	}

	private @Nullable FigureKey figure() {
		return this.name.contains(".") ? FigureKey.parse(this.name) : null;
	}

	/** Returns the field; null if there is none. */
	@Nullable FieldCode field() {
		FigureKey figure = figure();
		return this.name.isEmpty() ? null : (figure != null) ? figure.field() : FieldCode.of(this.name);
	}

	/** Returns where it stands in a report; null if it does not. */
	@Nullable CellAddress cell(Report report) {
		FigureKey figure = figure();
		FieldCode field = field();
		return (figure != null) ? report.cell(figure) : (field != null) ? report.cell(field) : null;
	}

	/** Returns what was read, empty if it was left blank. */
	String read(Report report) {
		FigureKey key = figure();
		FieldCode field = field();
		Figure figure = (key != null) ? report.figure(key) : null;
		Entry entry = (key == null && field != null) ? report.entry(field) : null;
		return (figure != null) ? figure.text() : (entry != null) ? entry.text() : "";
	}

	/** Returns what it is called, empty if the form does not know it. */
	String label(Form form, boolean english) {
		FigureKey figure = figure();
		FieldCode code = field();
		Field field = (code != null) ? form.field(code).orElse(null) : null;
		if (field == null) {
			return "";
		}
		String label = english ? field.labelEn() : field.label();
		if (figure == null || !form.has(figure)) {
			return label;
		}
		Form.SpanLabel span = form.label(figure.span());
		return label + "·" + (english ? span.labelEn() : span.label());
	}

	/** Returns what a cell of the table of products is called and shows. */
	static Stream<String[]> product(Form form, Report report, CellAddress cell, boolean english) {
		return report.products()
			.stream()
			.flatMap((line) -> line.entries().entrySet().stream())
			.filter((entry) -> entry.getValue().cell().equals(cell))
			.map((entry) -> new String[] { column(form.products(), entry.getKey(), english), entry.getValue().text() });
	}

	/** Returns what a column of the table of products is called. */
	static String column(ProductTable table, String code, boolean english) {
		return table.columns()
			.stream()
			.filter((column) -> column.code().equals(code))
			.map((column) -> english ? column.labelEn() : column.label())
			.findFirst()
			.orElse(code);
	}

}
