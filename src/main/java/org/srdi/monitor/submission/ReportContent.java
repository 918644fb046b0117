package org.srdi.monitor.submission;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import org.srdi.monitor.core.Answer;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Span;

/**
 * Turns a report into the JSON that is stored with its version, and back: for every
 * figure its cell, the text read and the number made of it, and what was forgiven. What
 * most cells share is written once: the sheet they are on, a number that is its text, and
 * which columns stand for which spans.
 */
public final class ReportContent {

	static final String DIGITS_LOST = "digits-lost";

	private static final int USUAL_LENGTH = 8192;

	private static final Pattern PLACE = Pattern.compile("(\\w+)=([A-Z]+)");

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
			new Writing(out, sheet(report), new ArrayList<>()).write(report, tolerances);
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
	 * @param layouts the layouts of rows so far
	 */
	private record Writing(JsonGenerator out, String sheet, List<Layout> layouts) {

		private void write(Report report, List<Tolerated> tolerances) {
			this.out.writeStartObject();
			this.out.writeStringProperty("sheet", this.sheet);
			begin("entries");
			report.entries().forEach((field, entry) -> write(field.value(), entry));
			this.out.writeEndObject();
			begin("figures");
			writeFigures(report.figures());
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

		private void writeFigures(Map<FigureKey, Figure> figures) {
			Map<FieldCode, List<Placed>> rows = new LinkedHashMap<>();
			figures.forEach((key, figure) -> rows.computeIfAbsent(key.field(), (field) -> new ArrayList<>(4))
				.add(new Placed(key, figure)));
			rows.forEach((field, row) -> {
				if (isPlain(row)) {
					write(field, row);
				}
				else {
					row.forEach((one) -> write(one.key(), one.figure()));
				}
			});
		}

		/**
		 * Returns whether the figures stand in one row, each as a number that is its
		 * text.
		 */
		private boolean isPlain(List<Placed> row) {
			CellAddress first = row.get(0).figure().cell();
			for (Placed one : row) {
				CellAddress cell = one.figure().cell();
				BigDecimal amount = one.figure().amount();
				if (cell.row() != first.row() || !cell.sheet().equals(this.sheet) || amount == null
						|| !amount.toPlainString().equals(one.figure().text())) {
					return false;
				}
			}
			return true;
		}

		/** The first row of a layout says what it is, the others its number. */
		private void write(FieldCode field, List<Placed> row) {
			this.out.writeName(field.value()).writeStartArray();
			int known = 0;
			while (known < this.layouts.size() && !this.layouts.get(known).fits(row)) {
				known++;
			}
			if (known < this.layouts.size()) {
				this.out.writeNumber(known);
			}
			else {
				this.layouts.add(Layout.of(row));
				this.out.writeString(this.layouts.get(known).toString());
			}
			this.out.writeNumber(row.get(0).figure().cell().row() + 1);
			row.forEach((one) -> this.out.writeString(one.figure().text()));
			this.out.writeEndArray();
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

	/** A figure and what it is. */
	private record Placed(FigureKey key, Figure figure) {

	}

	/** Which columns of a row stand for which spans. */
	record Layout(List<Span> spans, List<Integer> columns) {

		private static Layout of(List<Placed> row) {
			return new Layout(row.stream().map((one) -> one.key().span()).toList(),
					row.stream().map((one) -> one.figure().cell().column()).toList());
		}

		/** Reads {@code m=D ytd=E}. */
		static Layout parse(String text) {
			List<Span> spans = new ArrayList<>();
			List<Integer> columns = new ArrayList<>();
			Matcher places = PLACE.matcher(text);
			while (places.find()) {
				spans.add(Span.parse(places.group(1)));
				columns.add(CellAddress.parse("!" + places.group(2) + "1").column());
			}
			return new Layout(spans, columns);
		}

		private boolean fits(List<Placed> row) {
			boolean fits = row.size() == this.spans.size();
			for (int i = 0; fits && i < row.size(); i++) {
				fits = row.get(i).key().span() == this.spans.get(i)
						&& row.get(i).figure().cell().column() == this.columns.get(i);
			}
			return fits;
		}

		@Override
		public String toString() {
			StringJoiner text = new StringJoiner(" ");
			for (int i = 0; i < this.spans.size(); i++) {
				text.add(this.spans.get(i).key() + "=" + CellAddress.columnName(this.columns.get(i)));
			}
			return text.toString();
		}

	}

}
