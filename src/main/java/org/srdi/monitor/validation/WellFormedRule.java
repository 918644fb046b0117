package org.srdi.monitor.validation;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.EntryValues;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;

/**
 * Demands that every cell holds what its field asks for, and that nothing due is blank.
 */
record WellFormedRule(Wording wording, List<EntryCells> entries, List<FigureCells> figures, ProductCells products,
		Duties duties) implements Rule {

	private static final FieldCode INDUSTRY = FieldCode.of("industry_code");

	static WellFormedRule of(Wording wording, Form form, Terms terms, Calendar calendar) {
		List<EntryCells> entries = form.entries().stream().map(EntryCells::new).toList();
		List<FigureCells> figures = form.sections()
			.stream()
			.flatMap((section) -> section.fields().stream().map((field) -> new FigureCells(field, section, terms)))
			.filter((cells) -> cells.field().type().isFigure())
			.toList();
		return new WellFormedRule(wording, entries, figures, new ProductCells(form.products()),
				new Duties(Status.of(form), calendar));
	}

	@Override
	public Violations check(Report report, Facts facts) {
		Duty duty = this.duties.of(report);
		String division = division(report, facts);
		List<Problem> problems = new ArrayList<>();
		this.entries.forEach((cells) -> cells.check(report, duty, problems));
		this.figures.forEach((cells) -> cells.check(report, duty, division, problems));
		this.products.check(report, problems);
		return new Violations(problems.stream().map((problem) -> violation(report, problem)).toList());
	}

	private Violation violation(Report report, Problem problem) {
		return this.wording.violation(report, problem.cell(), problem.values());
	}

	/** Returns the division of the register or, if that has none, of the report. */
	private @Nullable String division(Report report, Facts facts) {
		if (facts.division() != null) {
			return facts.division();
		}
		return this.entries.stream()
			.map(EntryCells::field)
			.filter((field) -> field.code().equals(INDUSTRY))
			.findFirst()
			.map((field) -> typedDivision(field, report))
			.orElse(null);
	}

	private static @Nullable String typedDivision(Field field, Report report) {
		String text = report.text(field.code().value());
		String industry = (text != null) ? EntryValues.code(field, text) : null;
		return (industry != null) ? industry.substring(0, 2) : null;
	}

}
