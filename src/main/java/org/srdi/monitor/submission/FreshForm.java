package org.srdi.monitor.submission;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.ProductLine;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.ProductTable;

/** Writes what was read of a file into a form of our own, in place of the file. */
final class FreshForm {

	private final Form form;

	private final Locale locale;

	FreshForm(Form form, Locale locale) {
		this.form = form;
		this.locale = locale;
	}

	/**
	 * Writes the reports.
	 * @param several whether to write a row per enterprise
	 * @return the same reports and problems, at the cells of the new file
	 */
	List<Judged> write(Path file, List<Judged> reports, boolean several) {
		if (several) {
			try (ConsolidatedWriter writer = new ConsolidatedWriter(this.form, file)) {
				reports.forEach((judged) -> writer.add(draft(judged.report())));
			}
		}
		else {
			new FormWriter(this.form, this.locale).write(file, draft(reports.get(0).report()));
		}
		List<FoundReport> written = new ReportFile(this.form).read(file, "");
		List<Judged> moved = new ArrayList<>();
		for (int i = 0; i < Math.min(reports.size(), written.size()); i++) {
			moved.add(moved(reports.get(i), written.get(i)));
		}
		return moved;
	}

	private ReportDraft draft(Report report) {
		Map<FieldCode, String> entries = new LinkedHashMap<>();
		report.entries().forEach((field, entry) -> entries.put(field, entry.text()));
		Map<FigureKey, BigDecimal> amounts = new LinkedHashMap<>();
		Map<FigureKey, String> texts = new LinkedHashMap<>();
		report.figures().forEach((key, figure) -> {
			BigDecimal amount = figure.amount();
			if (amount != null) {
				amounts.put(key, amount);
			}
			else {
				texts.put(key, figure.text());
			}
		});
		return new ReportDraft(entries, amounts, texts, report.products().stream().map(this::line).toList());
	}

	/** Drops what is no number where one is due: the writer takes numbers only. */
	private Map<String, String> line(ProductLine product) {
		Map<String, String> line = new HashMap<>();
		product.entries().forEach((code, entry) -> {
			if (isText(code) || isNumber(entry.text())) {
				line.put(code, entry.text());
			}
		});
		return line;
	}

	private boolean isText(String code) {
		return this.form.products()
			.columns()
			.stream()
			.anyMatch((column) -> column.code().equals(code) && column.type() == ProductTable.Type.TEXT);
	}

	private static boolean isNumber(String text) {
		return text.matches("-?\\d{1,15}(\\.\\d{1,6})?");
	}

	private static Judged moved(Judged judged, FoundReport written) {
		Report old = judged.report();
		Report report = new Report(written.report().entries(), written.report().figures(), written.report().products(),
				written.report().blanks(), old.answers());
		List<Violation> violations = judged.violations()
			.stream()
			.map((violation) -> moved(violation, old, report))
			.toList();
		return new Judged(written.position(), report, new Violations(violations), judged.proposals());
	}

	private static Violation moved(Violation violation, Report old, Report report) {
		CellAddress from = violation.cell();
		CellAddress to = Subject.ofProblem(old.problem(violation.rule(), from)).cell(report);
		return new Violation(violation.rule(), violation.severity(), to, moved(violation.message(), from, to),
				moved(violation.messageEn(), from, to), violation.explained());
	}

	private static String moved(String message, @Nullable CellAddress from, @Nullable CellAddress to) {
		return (from != null && to != null) ? message.replace(from.toString(), to.toString()) : message;
	}

}
