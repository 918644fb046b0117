package org.srdi.monitor.validation;

import java.text.Normalizer;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CreditCode;
import org.srdi.monitor.core.Entry;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.Violations;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.Form;

/** Demands a valid, registered credit code, and the name it is registered with. */
record IdentityRule(Wording wording, Field code, Field name) implements Rule {

	static IdentityRule of(Wording wording, Form form) {
		return new IdentityRule(wording, form.field(FieldCode.of("credit_code")).orElseThrow(),
				form.field(FieldCode.of("enterprise_name")).orElseThrow());
	}

	@Override
	public Violations check(Report report, Facts facts) {
		Entry typed = report.entry(this.code.code());
		if (typed == null) {
			return Violations.NONE; // blank cells are another rule's business
		}
		if (typed.digitsLost() || CreditCode.tryParse(typed.text()).isEmpty()) {
			return invalid(report, typed);
		}
		if (facts.registerEmpty()) {
			return Violations.NONE;
		}
		String registered = facts.registeredName();
		return (registered != null) ? checkName(report, registered)
				: violation(report, typed, this.code, "identity.unregistered", "");
	}

	private Violations invalid(Report report, Entry typed) {
		if (typed.digitsLost()) {
			return violation(report, typed, this.code, "identity.digits-lost", "");
		}
		String code = CreditCode.normalise(typed.text());
		Character expected = expectedCheckCharacter(code);
		return (expected != null) ? violation(report, typed, this.code, "identity.check-character", expected.toString())
				: violation(report, typed, this.code, "identity.no-code", String.valueOf(code.length()));
	}

	private static @Nullable Character expectedCheckCharacter(String code) {
		try {
			char expected = (code.length() == 18) ? CreditCode.checkCharacter(code.substring(0, 17)) : '-';
			new CreditCode(code.substring(0, 17) + expected);
			return expected;
		}
		catch (RuntimeException ex) {
			return null; // not the shape of a code at all
		}
	}

	private Violations checkName(Report report, String registered) {
		Entry typed = report.entry(this.name.code());
		if (typed == null || normalise(typed.text()).equals(normalise(registered))) {
			return Violations.NONE;
		}
		return violation(report, typed, this.name, "identity.other-name", registered);
	}

	/** Ignores spaces, letter case, widths of characters and forms of brackets. */
	private static String normalise(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC)
			.replaceAll("\\s+", "")
			.replaceAll("[\\[【〔〈《<{]", "(")
			.replaceAll("[\\]】〕〉》>}]", ")")
			.toUpperCase(Locale.ROOT);
	}

	private Violations violation(Report report, Entry typed, Field field, String problem, String argument) {
		Values values = Values.at(typed.cell())
			.put("label", field.label(), field.labelEn())
			.read(typed.text())
			.problem(problem, argument);
		return Violations.of(this.wording.violation(report, typed.cell(), values));
	}

}
