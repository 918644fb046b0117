package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Due;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Section;
import org.srdi.monitor.definition.ShippedDefinitions;

/**
 * A report in the making. Field n of the form stands in row n + 1; entries in column C,
 * the figures of a block from column D on.
 */
final class ReportSketch {

	static final Definitions DEFINITIONS = ShippedDefinitions.load();

	static final ReportRules RULES = ReportRules.of(DEFINITIONS);

	private static final List<Field> FIELDS = DEFINITIONS.form().fields().toList();

	private final Map<FieldCode, Entry> entries = new LinkedHashMap<>();

	private final Map<FigureKey, Figure> figures = new LinkedHashMap<>();

	private final List<ProductLine> products = new ArrayList<>();

	private ReportSketch() {
	}

	/** Starts a report of October 2026 with a complete header and nothing else. */
	static ReportSketch report() {
		return new ReportSketch().entry("credit_code", "91420100MA00003490")
			.entry("enterprise_name", "示例企业（武汉）001")
			.entry("period", "2026-10")
			.entry("operating_status", "正常");
	}

	/** Starts a report with everything filled in that October demands. */
	static ReportSketch complete() {
		ReportSketch sketch = report();
		for (Field field : FIELDS) {
			if (field.due() == Due.MONTHLY) {
				sketch.fill(field);
			}
		}
		return sketch.figure("current_assets.eop", "20").figure("total_assets.eop", "20");
	}

	private void fill(Field field) {
		if (field.type().isFigure()) {
			field.figureKeys().forEach((key) -> figure(key.toString(), key.span().isLastYear() ? "9" : "10"));
		}
		else {
			entry(field.code().value(), field.options().isEmpty() ? "否" : field.options().get(0).label());
		}
	}

	ReportSketch entry(String field, String text) {
		int row = row(FieldCode.of(field));
		this.entries.put(FieldCode.of(field), new Entry(new CellAddress("月报", row, 2), text));
		return this;
	}

	ReportSketch figure(String key, String amount) {
		return figure(key, amount, new BigDecimal(amount));
	}

	ReportSketch text(String key, String text) {
		return figure(key, text, null);
	}

	private ReportSketch figure(String key, String text, BigDecimal amount) {
		FigureKey figureKey = FigureKey.parse(key);
		this.figures.put(figureKey, new Figure(cell(figureKey), text, amount));
		return this;
	}

	ReportSketch product(String column, String text) {
		this.products.add(new ProductLine(5, Map.of(column, new Entry(new CellAddress("产品", 5, 3), text))));
		return this;
	}

	ReportSketch without(String name) {
		this.entries.keySet().removeIf((field) -> field.value().equals(name));
		this.figures.keySet().removeIf((key) -> key.toString().equals(name) || key.field().value().equals(name));
		return this;
	}

	Report build() {
		return new Report(this.entries, this.figures, this.products);
	}

	/** Moves all figures into one row, as a consolidated workbook has them. */
	Report consolidated() {
		Map<FigureKey, Figure> inOneRow = new LinkedHashMap<>();
		this.figures.forEach((key, figure) -> inOneRow.put(key,
				new Figure(new CellAddress("汇总", 7, inOneRow.size()), figure.text(), figure.amount())));
		return new Report(this.entries, inOneRow, List.of());
	}

	/** Returns where this sketch puts a figure: {@code 月报!E15}. */
	static String cell(String key) {
		return cell(FigureKey.parse(key)).toString();
	}

	private static CellAddress cell(FigureKey key) {
		Section section = DEFINITIONS.form()
			.sections()
			.stream()
			.filter((candidate) -> candidate.fields().stream().anyMatch((field) -> field.code().equals(key.field())))
			.findFirst()
			.orElseThrow();
		Span span = key.span();
		return new CellAddress("月报", row(key.field()), 3 + section.spans().indexOf(span));
	}

	private static int row(FieldCode code) {
		for (int i = 0; i < FIELDS.size(); i++) {
			if (FIELDS.get(i).code().equals(code)) {
				return i;
			}
		}
		throw new IllegalArgumentException("The form has no field " + code);
	}

}
