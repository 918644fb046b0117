package org.srdi.monitor.validation;

import java.util.List;
import java.util.stream.Collectors;

import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.definition.EntryValues;
import org.srdi.monitor.definition.Field;

/**
 * The cell of an entry: a header field, an answer, a remark.
 *
 * @param field the field
 */
record EntryCells(Field field) {

	void check(Report report, Duty duty, List<Problem> problems) {
		Entry entry = report.entry(this.field.code());
		if (entry != null) {
			checkFilled(entry, problems);
		}
		else if (duty.isDue(this.field)) {
			problems.add(Problem.of(report.cell(this.field.code()), Term.label(this.field), Term.labelEn(this.field),
					"", "cell.blank"));
		}
	}

	private void checkFilled(Entry entry, List<Problem> problems) {
		String text = entry.text();
		switch (this.field.type()) {
			case TEXT -> checkLength(entry, problems);
			case CHOICE, CHOICES ->
				refuseUnless(EntryValues.code(this.field, text) != null, entry, problems, "cell.no-option", options());
			case YES_NO -> refuseUnless(EntryValues.yesNo(text) != null, entry, problems, "cell.no-yes-no");
			case DATE -> refuseUnless(EntryValues.date(text) != null, entry, problems, "cell.no-date");
			case REGION -> refuseUnless(EntryValues.code(this.field, text) != null, entry, problems, "cell.no-region");
			case INDUSTRY ->
				refuseUnless(EntryValues.code(this.field, text) != null, entry, problems, "cell.no-industry");
			default -> {
				// credit code and period have rules of their own
			}
		}
	}

	private void checkLength(Entry entry, List<Problem> problems) {
		Integer maxLength = this.field.maxLength();
		int length = entry.text().length();
		refuseUnless(maxLength == null || length <= maxLength, entry, problems, "cell.too-long",
				String.valueOf(maxLength), String.valueOf(length));
	}

	private void refuseUnless(boolean fine, Entry entry, List<Problem> problems, String key, String... arguments) {
		if (!fine) {
			problems.add(Problem.of(entry.cell(), Term.label(this.field), Term.labelEn(this.field), entry.text(), key,
					arguments));
		}
	}

	private String options() {
		return this.field.options().stream().map(Field.Option::label).collect(Collectors.joining("、"));
	}

}
