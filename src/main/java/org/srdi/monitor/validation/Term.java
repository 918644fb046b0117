package org.srdi.monitor.validation;

import java.math.BigDecimal;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;
import org.srdi.monitor.definition.Form;

/**
 * A figure that a rule looks at, and what people call it.
 *
 * @param key the figure
 * @param field its field
 * @param heading its column
 */
record Term(FigureKey key, Field field, Form.SpanLabel heading) {

	private static final int MOST_DIGITS = 15; // beyond any bound; arithmetic stays small

	/** Returns the number, null where the report has none or one that cannot be meant. */
	@Nullable BigDecimal amount(Report report) {
		BigDecimal amount = report.amount(this.key);
		return (amount != null && isSane(amount)) ? amount : null;
	}

	private static boolean isSane(BigDecimal amount) {
		return Math.abs((long) amount.precision() - amount.scale()) <= MOST_DIGITS && amount.scale() <= MOST_DIGITS;
	}

	@Nullable CellAddress cell(Report report) {
		Figure figure = report.figure(this.key);
		return (figure != null) ? figure.cell() : null;
	}

	/** Returns the number with thousands separators and the decimals of its type. */
	String text(BigDecimal amount) {
		int decimals = Math.max(this.field.type().decimals(), amount.stripTrailingZeros().scale());
		return String.format(Locale.ROOT, "%,." + decimals + "f", amount);
	}

	/**
	 * Returns the difference allowed: so much per term, as each may be rounded from 千元;
	 * nothing for whole numbers.
	 */
	BigDecimal allowed(@Nullable BigDecimal tolerance, int terms) {
		if (tolerance == null || this.field.type() == FieldType.COUNT) {
			return BigDecimal.ZERO;
		}
		return tolerance.multiply(BigDecimal.valueOf(terms));
	}

	String unit() {
		return String.valueOf(this.field.unit());
	}

	String unitEn() {
		return String.valueOf(this.field.unitEn());
	}

	/** Returns the Chinese label without the words that make it a part. */
	String label() {
		return label(this.field);
	}

	String labelEn() {
		return labelEn(this.field);
	}

	static String label(Field field) {
		return field.label().replaceFirst("^其中[：:]", "");
	}

	static String labelEn(Field field) {
		String label = field.labelEn().replaceFirst("^of which: ", "");
		return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
	}

}
