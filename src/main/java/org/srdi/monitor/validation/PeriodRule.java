package org.srdi.monitor.validation;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;

/** Demands a period that the calendar has, that has begun and is not locked. */
record PeriodRule(Wording wording, Field field, Calendar calendar) implements Rule {

	static PeriodRule of(Wording wording, Form form, Calendar calendar) {
		return new PeriodRule(wording, form.field(FieldCode.of("period")).orElseThrow(), calendar);
	}

	@Override
	public Violations check(Report report, Facts facts) {
		Entry typed = report.entry(this.field.code());
		if (typed == null) {
			return Violations.NONE; // blank cells are another rule's business
		}
		ReportingPeriod period = Calendar.parse(typed.text());
		String problem = (period != null) ? problem(period, facts) : "period.unreadable";
		if (problem == null) {
			return Violations.NONE;
		}
		Values values = Values.at(typed.cell())
			.put("label", this.field.label(), this.field.labelEn())
			.read(typed.text())
			.problem(problem, this.calendar.definition().firstPeriod().toString(), facts.currentPeriod().toString());
		return Violations.of(this.wording.violation(report, typed.cell(), values));
	}

	private @Nullable String problem(ReportingPeriod period, Facts facts) {
		if (period.isBefore(this.calendar.definition().firstPeriod())) {
			return "period.before-first";
		}
		if (period.isAfter(facts.currentPeriod())) {
			return "period.future";
		}
		if (this.calendar.isMerged() && period.months() == 1) {
			return "period.january-merged";
		}
		return facts.locked() ? "period.locked" : null;
	}

}
