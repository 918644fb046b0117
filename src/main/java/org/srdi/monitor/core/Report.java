package org.srdi.monitor.core;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param answers what the enterprise answers to problems of an earlier version, by the
 * key of the problem
 */
public record Report(Map<FieldCode, Entry> entries, Map<FigureKey, Figure> figures, List<ProductLine> products,
		Map<String, CellAddress> blanks, Map<String, Answer> answers) {

	/** Keeps its own copies, in the order given, of what can be changed. */
	public Report {
		entries = kept(entries);
		figures = kept(figures);
		products = List.copyOf(products);
		blanks = kept(blanks);
		answers = kept(answers);
	}

	private static <K, V> Map<K, V> kept(Map<K, V> map) {
		if (map instanceof KeyOrder.Filled) {
			return map; // it cannot change
		}
		return map.isEmpty() ? Collections.emptyMap() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
	}

	/** Makes a report without answers. */
	public Report(Map<FieldCode, Entry> entries, Map<FigureKey, Figure> figures, List<ProductLine> products,
			Map<String, CellAddress> blanks) {
		this(entries, figures, products, blanks, Map.of());
	}

	/** Makes a report whose blank cells are not known. */
	public Report(Map<FieldCode, Entry> entries, Map<FigureKey, Figure> figures, List<ProductLine> products) {
		this(entries, figures, products, Map.of());
	}

	/**
	 * Returns the credit code the report names; empty where it names none, or one that
	 * cannot be.
	 */
	public Optional<CreditCode> creditCode() {
		return Optional.ofNullable(text("credit_code")).flatMap(CreditCode::tryParse);
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

	/** Returns the same report with other figures in place of its own. */
	public Report with(Map<FigureKey, Figure> others) {
		return new Report(this.entries, others, this.products, this.blanks, this.answers);
	}

	/**
	 * Returns the key that names a problem across versions, wherever the cell has moved:
	 * {@code V50@operating_revenue.m}, or {@code V01@} where no figure or entry stands in
	 * the cell.
	 * @param rule the code of the rule
	 * @param cell the cell to blame; null if there is none
	 */
	public String problem(String rule, @Nullable CellAddress cell) {
		return rule + "@" + ((cell != null) ? subject(cell) : "");
	}

	private String subject(CellAddress cell) {
		return Stream
			.of(this.figures.entrySet().stream().filter((one) -> one.getValue().cell().equals(cell)),
					this.entries.entrySet().stream().filter((one) -> one.getValue().cell().equals(cell)),
					this.blanks.entrySet().stream().filter((one) -> one.getValue().equals(cell)))
			.flatMap((found) -> found.map((one) -> one.getKey().toString()))
			.findFirst()
			.orElse("");
	}

	/** Returns whether the enterprise has explained that problem. */
	public boolean explains(String problem) {
		Answer answer = this.answers.get(problem);
		return answer != null && answer.explains();
	}

	/** Returns whether the enterprise has confirmed the repair of that problem. */
	public boolean confirms(String problem) {
		Answer answer = this.answers.get(problem);
		return answer != null && answer.confirmed();
	}

}
