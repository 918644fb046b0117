package org.srdi.monitor.submission;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;

/**
 * Turns a report into the JSON that is stored with its version, and back: for every
 * figure its cell, the text read and the number made of it, and what was forgiven. What
 * most cells share is written once: the sheet they are on, and a number that is its text.
 */
public final class ReportContent {

	static final String DIGITS_LOST = "digits-lost";

	private static final int USUAL_LENGTH = 8192;

	private final JsonMapper json = JsonMapper.builder().build();

	/** There are only as many as the form has figures. */
	private final Map<String, FigureKey> keys = new ConcurrentHashMap<>();

	/**
	 * A report as it was read.
	 *
	 * @param report the report
	 * @param tolerances what was forgiven
	 */
	public record Stored(Report report, List<Tolerated> tolerances) {

	}

	/** Returns the JSON of a report and of what was forgiven when it was read. */
	public String write(Report report, List<Tolerated> tolerances) {
		StringWriter text = new StringWriter(USUAL_LENGTH);
		try (JsonGenerator out = this.json.createGenerator(text)) {
			new Writing(out, sheet(report)).write(report, tolerances);
		}
		return text.toString();
	}

	private static String sheet(Report report) {
		return report.figures().values().stream().findFirst().map((figure) -> figure.cell().sheet()).orElse("");
	}

	/** Returns what {@link #write(Report, List)} wrote, now or in an earlier release. */
	public Stored read(String text) {
		try (JsonParser in = this.json.createParser(text)) {
			return new ContentReader(in, (key) -> this.keys.computeIfAbsent(key, FigureKey::parse)).read();
		}
	}

	/**
	 * The writing of one report.
	 *
	 * @param out where it goes
	 * @param sheet the sheet of the cells that are written without one
	 */
	private record Writing(JsonGenerator out, String sheet) {

		private void write(Report report, List<Tolerated> tolerances) {
			this.out.writeStartObject();
			this.out.writeStringProperty("sheet", this.sheet);
			begin("entries");
			report.entries().forEach((field, entry) -> write(field.value(), entry));
			this.out.writeEndObject();
			begin("figures");
			report.figures().forEach(this::write);
			this.out.writeEndObject();
			this.out.writeName("products").writeStartArray();
			report.products().forEach(this::write);
			this.out.writeEndArray();
			begin("blanks");
			report.blanks().forEach((name, cell) -> this.out.writeStringProperty(name, text(cell)));
			this.out.writeEndObject();
			begin("answers");
			report.answers().forEach(this::write);
			this.out.writeEndObject();
			this.out.writeName("tolerances").writeStartArray();
			tolerances.forEach(this::write);
			this.out.writeEndArray();
			this.out.writeEndObject();
		}

		private void begin(String name) {
			this.out.writeName(name).writeStartObject();
		}

		private void write(ProductLine line) {
			this.out.writeStartObject();
			line.entries().forEach(this::write);
			this.out.writeEndObject();
		}

		private void write(String name, Entry entry) {
			this.out.writeName(name);
			if (entry.digitsLost()) {
				write(text(entry.cell()), entry.text(), DIGITS_LOST);
			}
			else {
				write(text(entry.cell()), entry.text());
			}
		}

		private void write(FigureKey key, Figure figure) {
			this.out.writeName(key.toString());
			BigDecimal amount = figure.amount();
			if (amount == null) {
				write(text(figure.cell()), figure.text());
				return;
			}
			String number = amount.toPlainString();
			write(text(figure.cell()), figure.text(), number.equals(figure.text()) ? "" : number);
		}

		private void write(String problem, Answer answer) {
			this.out.writeName(problem);
			Entry explanation = answer.explanation();
			if (explanation != null) {
				write(String.valueOf(answer.confirmed()), text(explanation.cell()), explanation.text());
			}
			else {
				write(String.valueOf(answer.confirmed()));
			}
		}

		private void write(Tolerated tolerated) {
			CellAddress cell = tolerated.cell();
			write(tolerated.rule().name(), (cell != null) ? text(cell) : "", tolerated.read(), tolerated.taken());
		}

		private void write(String... texts) {
			this.out.writeArray(texts, 0, texts.length);
		}

		private String text(CellAddress cell) {
			return cell.sheet().equals(this.sheet) ? cell.local() : cell.toString();
		}

	}

}
