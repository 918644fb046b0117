package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;

/**
 * Turns a report into the JSON that is stored with its version, and back: for every
 * figure its cell, the text read and the number made of it, and what was forgiven.
 */
public final class ReportContent {

	private static final String DIGITS_LOST = "digits-lost";

	private static final TypeReference<Content> TYPE = new TypeReference<>() {
	};

	private final JsonMapper json = JsonMapper.builder().build();

	record Content(Map<String, List<String>> entries, Map<String, List<String>> figures,
			List<Map<String, List<String>>> products, Map<String, String> blanks,
			@Nullable Map<String, List<String>> answers, @Nullable List<List<String>> tolerances) {

	}

	/** Returns the JSON of a report and of what was forgiven when it was read. */
	public String write(Report report, List<Tolerated> tolerances) {
		Map<String, List<String>> entries = new LinkedHashMap<>();
		report.entries().forEach((field, entry) -> entries.put(field.value(), write(entry)));
		Map<String, List<String>> figures = new LinkedHashMap<>();
		report.figures().forEach((key, figure) -> figures.put(key.toString(), write(figure)));
		List<Map<String, List<String>>> products = new ArrayList<>();
		for (ProductLine line : report.products()) {
			Map<String, List<String>> columns = new LinkedHashMap<>();
			line.entries().forEach((column, entry) -> columns.put(column, write(entry)));
			products.add(columns);
		}
		Map<String, String> blanks = new LinkedHashMap<>();
		report.blanks().forEach((name, cell) -> blanks.put(name, cell.toString()));
		Map<String, List<String>> answers = new LinkedHashMap<>();
		report.answers().forEach((problem, answer) -> answers.put(problem, write(answer)));
		return this.json.writeValueAsString(new Content(entries, figures, products, blanks, answers,
				tolerances.stream().map(ReportContent::write).toList()));
	}

	private static List<String> write(Tolerated tolerated) {
		return List.of(tolerated.rule().name(), (tolerated.cell() != null) ? tolerated.cell().toString() : "",
				tolerated.read(), tolerated.taken());
	}

	private static List<String> write(Answer answer) {
		Entry explanation = answer.explanation();
		return (explanation != null)
				? List.of(String.valueOf(answer.confirmed()), explanation.cell().toString(), explanation.text())
				: List.of(String.valueOf(answer.confirmed()));
	}

	private static List<String> write(Entry entry) {
		return entry.digitsLost() ? List.of(entry.cell().toString(), entry.text(), DIGITS_LOST)
				: List.of(entry.cell().toString(), entry.text());
	}

	private static List<String> write(Figure figure) {
		BigDecimal amount = figure.amount();
		return (amount != null) ? List.of(figure.cell().toString(), figure.text(), amount.toPlainString())
				: List.of(figure.cell().toString(), figure.text());
	}

	/**
	 * A report as it was read.
	 *
	 * @param report the report
	 * @param tolerances what was forgiven
	 */
	public record Stored(Report report, List<Tolerated> tolerances) {

	}

	/** Returns what {@link #write(Report, List)} wrote. */
	public Stored read(String text) {
		Content content = this.json.readValue(text, TYPE);
		return new Stored(report(content),
				Objects.requireNonNullElse(content.tolerances(), List.<List<String>>of())
					.stream()
					.map(ReportContent::readTolerated)
					.toList());
	}

	private static Tolerated readTolerated(List<String> tolerated) {
		String cell = tolerated.get(1);
		return new Tolerated(Tolerance.valueOf(tolerated.get(0)), cell.isEmpty() ? null : CellAddress.parse(cell),
				tolerated.get(2), tolerated.get(3));
	}

	private static Report report(Content content) {
		Map<FieldCode, Entry> entries = new LinkedHashMap<>();
		content.entries().forEach((field, entry) -> entries.put(FieldCode.of(field), readEntry(entry)));
		Map<FigureKey, Figure> figures = new LinkedHashMap<>();
		content.figures().forEach((key, figure) -> figures.put(FigureKey.parse(key), readFigure(figure)));
		List<ProductLine> products = new ArrayList<>();
		for (Map<String, List<String>> columns : content.products()) {
			Map<String, Entry> line = new LinkedHashMap<>();
			columns.forEach((column, entry) -> line.put(column, readEntry(entry)));
			products.add(new ProductLine(line.values().iterator().next().cell().row(), line));
		}
		Map<String, CellAddress> blanks = new LinkedHashMap<>();
		content.blanks().forEach((name, cell) -> blanks.put(name, CellAddress.parse(cell)));
		Map<String, Answer> answers = new LinkedHashMap<>();
		Objects.requireNonNullElse(content.answers(), Map.<String, List<String>>of())
			.forEach((problem, answer) -> answers.put(problem, readAnswer(problem, answer)));
		return new Report(entries, figures, products, blanks, answers);
	}

	private static Entry readEntry(List<String> entry) {
		return new Entry(CellAddress.parse(entry.get(0)), entry.get(1), entry.size() > 2);
	}

	private static Answer readAnswer(String problem, List<String> answer) {
		Entry explanation = (answer.size() > 2) ? new Entry(CellAddress.parse(answer.get(1)), answer.get(2)) : null;
		return new Answer(problem, explanation, Boolean.parseBoolean(answer.get(0)));
	}

	private static Figure readFigure(List<String> figure) {
		return new Figure(CellAddress.parse(figure.get(0)), figure.get(1),
				(figure.size() > 2) ? new BigDecimal(figure.get(2)) : null);
	}

}
