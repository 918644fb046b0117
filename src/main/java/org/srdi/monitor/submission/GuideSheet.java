package org.srdi.monitor.submission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Severity;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Due;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;
import org.srdi.monitor.definition.RuleDefinition;
import org.srdi.monitor.workbook.SheetWriter;
import org.srdi.monitor.workbook.Style;

/**
 * Lays out the instructions: how to fill in the form, what its figures mean, what is
 * checked, and what to do with a form that comes back.
 */
final class GuideSheet {

	private static final int LAST = 3;

	private final Form form;

	private final List<RuleDefinition> rules;

	private final FormWords words;

	private final SheetWriter sheet;

	private int row;

	GuideSheet(Definitions definitions, FormWords words, SheetWriter sheet) {
		this.form = definitions.form();
		this.rules = definitions.rules();
		this.words = words;
		this.sheet = sheet;
	}

	/** Lays everything out, with the notice of the main sheet below the title. */
	void write(String notice) {
		this.sheet.widths(40, 12, 18, 78);
		this.sheet.text(0, 0, this.words.text("form.guide"), Style.TITLE).merge(0, 0, 0, LAST).height(0, 30);
		this.sheet.text(1, 0, this.words.text("guide.form", this.words.title(this.form), this.form.version()),
				Style.NOTE);
		this.sheet.merge(1, 0, 1, LAST).text(2, 0, notice, Style.NOTE).merge(2, 0, 2, LAST);
		this.row = 3;
		writeLines("guide.fill");
		writeLines("guide.units");
		writeLines("guide.returned");
		writeFields();
		writeRules();
		this.sheet.print(true, 0, this.row - 1, LAST).protect();
	}

	private void writeTitle(String key) {
		this.sheet.text(this.row, 0, this.words.text(key), Style.SECTION).merge(this.row, 0, this.row, LAST);
		this.row++;
	}

	private void writeLines(String key) {
		writeTitle(key);
		for (String line : this.words.text(key + ".text").lines().toList()) {
			for (int column = 1; column <= LAST; column++) {
				this.sheet.text(this.row, column, null, Style.TEXT_WRAP);
			}
			this.sheet.merge(this.row, 0, this.row, LAST).text(this.row, 0, line, Style.TEXT_WRAP);
			this.row++;
		}
	}

	private void writeHeadings(String... keys) {
		for (int column = 0; column < keys.length; column++) {
			this.sheet.text(this.row, column, this.words.text(keys[column]), Style.HEADING);
		}
		this.row++;
	}

	private void writeFields() {
		writeTitle("guide.fields");
		writeHeadings("guide.field", "form.unit", "guide.due", "guide.meaning");
		for (Field field : this.form.figures()) {
			this.sheet.text(this.row, 0, this.words.label(field), field.part() ? Style.LABEL_PART : Style.LABEL);
			this.sheet.text(this.row, 1, this.words.unit(field), Style.TEXT_CENTRE);
			this.sheet.text(this.row, 2, due(field), Style.TEXT_CENTRE);
			this.sheet.text(this.row, LAST, this.words.definition(field), Style.TEXT_WRAP);
			this.row++;
		}
	}

	private String due(Field field) {
		return this.words.text((field.due() == Due.QUARTERLY) ? "guide.due.quarterly" : "guide.due.monthly");
	}

	private void writeRules() {
		writeTitle("guide.rules");
		writeHeadings("guide.rule", "form.code", "guide.severity", "guide.remedy");
		Set<String> known = new HashSet<>();
		for (RuleDefinition rule : this.rules) {
			if (known.add(rule.code() + rule.title())) {
				writeRule(rule);
			}
		}
	}

	private void writeRule(RuleDefinition rule) {
		boolean error = rule.severity() == Severity.ERROR;
		this.sheet.text(this.row, 0, this.words.choose(rule.title(), rule.titleEn()), Style.LABEL);
		this.sheet.text(this.row, 1, rule.code(), Style.TEXT_CENTRE);
		this.sheet.text(this.row, 2, this.words.text(error ? "guide.error" : "guide.warning"), Style.TEXT_CENTRE);
		this.sheet.text(this.row, LAST, remedy(rule), Style.TEXT_WRAP);
		this.row++;
	}

	private String remedy(RuleDefinition rule) {
		if (rule.eased() != null) {
			return this.words.text("guide.remedy.eased", label(rule.eased()));
		}
		if (rule.explainedBy() != null) {
			return this.words.text("guide.remedy.explain", label(rule.explainedBy()));
		}
		return this.words.text("guide.remedy.correct");
	}

	private String label(FieldCode code) {
		return this.form.field(code).map(this.words::label).orElse(code.value());
	}

}
