package org.srdi.monitor.validation;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Severity;
import org.srdi.monitor.core.Violation;
import org.srdi.monitor.definition.RuleDefinition;

/**
 * Words the violations of a rule, and weighs them by the explanations of the report.
 *
 * @param rule the rule
 */
record Wording(RuleDefinition rule) {

	/**
	 * Returns the violation.
	 * @param report the report that fails the rule
	 * @param cell the cell to repair; null if there is none
	 * @param values what is filled into the message
	 */
	Violation violation(Report report, @Nullable CellAddress cell, Values values) {
		boolean eased = isFilled(report, this.rule.eased());
		Severity severity = eased ? Severity.WARNING : this.rule.severity();
		boolean explained = eased || isFilled(report, this.rule.explainedBy())
				|| report.explains(report.problem(this.rule.code(), cell));
		return new Violation(this.rule.code(), severity, cell, values.fillChinese(this.rule.message()),
				values.fillEnglish(this.rule.messageEn()), explained);
	}

	private static boolean isFilled(Report report, @Nullable FieldCode field) {
		Entry entry = (field != null) ? report.entry(field) : null;
		return entry != null && !entry.text().isBlank();
	}

}
