package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;

/** Reads the JSON of one report as it streams by. */
final class ContentReader {

	private final JsonParser json;

	private final Function<String, FigureKey> keys;

	private final Map<FieldCode, Entry> entries = new LinkedHashMap<>();

	private final Map<FigureKey, Figure> figures = new LinkedHashMap<>();

	private final List<ProductLine> products = new ArrayList<>();

	private final Map<String, CellAddress> blanks = new LinkedHashMap<>();

	private final Map<String, Answer> answers = new LinkedHashMap<>();

	private final List<Tolerated> tolerances = new ArrayList<>();

	private final List<ReportContent.Layout> layouts = new ArrayList<>();

	private String sheet = "";

	ContentReader(JsonParser json, Function<String, FigureKey> keys) {
		this.json = json;
		this.keys = keys;
	}

	ReportContent.Stored read() {
		this.json.nextToken();
		for (String name = this.json.nextName(); name != null; name = this.json.nextName()) {
			if (this.json.nextToken() != JsonToken.VALUE_NULL) {
				readPart(name);
			}
		}
		return new ReportContent.Stored(
				new Report(this.entries, this.figures, this.products, this.blanks, this.answers), this.tolerances);
	}

	private void readPart(String name) {
		switch (name) {
			case "sheet" -> this.sheet = this.json.getString();
			case "entries" -> each((field, texts) -> this.entries.put(FieldCode.of(field), entry(texts)));
			case "figures" -> each(this::readFigures);
			case "products" -> readProducts();
			case "blanks" -> readBlanks();
			case "answers" -> each((problem, texts) -> this.answers.put(problem, answer(problem, texts)));
			case "tolerances" -> readTolerances();
			default -> this.json.skipChildren();
		}
	}

	/** One figure has a span in its name; a row of them does not. */
	private void readFigures(String name, List<String> texts) {
		if (name.indexOf('.') >= 0) {
			this.figures.put(this.keys.apply(name), figure(texts));
			return;
		}
		ReportContent.Layout layout = layout(texts.get(0));
		int row = Integer.parseInt(texts.get(1)) - 1;
		for (int i = 0; i < layout.spans().size(); i++) {
			String text = texts.get(2 + i);
			this.figures.put(new FigureKey(FieldCode.of(name), layout.spans().get(i)),
					new Figure(new CellAddress(this.sheet, row, layout.columns().get(i)), text, new BigDecimal(text)));
		}
	}

	private ReportContent.Layout layout(String text) {
		if (text.indexOf('=') < 0) {
			return this.layouts.get(Integer.parseInt(text));
		}
		ReportContent.Layout layout = ReportContent.Layout.parse(text);
		this.layouts.add(layout);
		return layout;
	}

	private void each(BiConsumer<String, List<String>> part) {
		for (String name = this.json.nextName(); name != null; name = this.json.nextName()) {
			this.json.nextToken();
			part.accept(name, texts());
		}
	}

	private List<String> texts() {
		List<String> texts = new ArrayList<>(4);
		while (this.json.nextToken() != JsonToken.END_ARRAY) {
			texts.add(this.json.getString());
		}
		return texts;
	}

	private void readProducts() {
		while (this.json.nextToken() != JsonToken.END_ARRAY) {
			Map<String, Entry> line = new LinkedHashMap<>();
			each((column, texts) -> line.put(column, entry(texts)));
			this.products.add(new ProductLine(line.values().iterator().next().cell().row(), line));
		}
	}

	private void readBlanks() {
		for (String name = this.json.nextName(); name != null; name = this.json.nextName()) {
			this.json.nextToken();
			this.blanks.put(name, cell(this.json.getString()));
		}
	}

	private void readTolerances() {
		while (this.json.nextToken() != JsonToken.END_ARRAY) {
			List<String> texts = texts();
			String cell = texts.get(1);
			this.tolerances.add(new Tolerated(Tolerance.valueOf(texts.get(0)), cell.isEmpty() ? null : cell(cell),
					texts.get(2), texts.get(3)));
		}
	}

	private Entry entry(List<String> texts) {
		return new Entry(cell(texts.get(0)), texts.get(1), texts.size() > 2);
	}

	private Figure figure(List<String> texts) {
		if (texts.size() < 3) {
			return new Figure(cell(texts.get(0)), texts.get(1), null);
		}
		String number = texts.get(2).isEmpty() ? texts.get(1) : texts.get(2);
		return new Figure(cell(texts.get(0)), texts.get(1), new BigDecimal(number));
	}

	private Answer answer(String problem, List<String> texts) {
		Entry explanation = (texts.size() > 2) ? new Entry(cell(texts.get(1)), texts.get(2)) : null;
		return new Answer(problem, explanation, Boolean.parseBoolean(texts.get(0)));
	}

	/** Takes a cell without a sheet to be on the sheet of the report. */
	private CellAddress cell(String text) {
		return CellAddress.parse((text.indexOf('!') < 0) ? this.sheet + "!" + text : text);
	}

}
