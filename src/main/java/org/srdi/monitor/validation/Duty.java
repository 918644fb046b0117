package org.srdi.monitor.validation;

import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;

/**
 * What must not be blank in one report.
 *
 * @param normal whether the enterprise operates normally
 * @param quarterEnd whether quarterly fields are due
 * @param twoMonths whether the period stands for January and February, which has no month
 * of its own
 */
record Duty(boolean normal, boolean quarterEnd, boolean twoMonths) {

	boolean isDue(Field field) {
		return switch (field.due()) {
			case ALWAYS -> true;
			case MONTHLY -> this.normal;
			case QUARTERLY -> this.normal && this.quarterEnd;
			case OPTIONAL -> false;
		};
	}

	/** Returns whether a column of the field is due; young firms have no last year. */
	boolean isDue(Field field, Span span) {
		return isDue(field) && !span.isLastYear() && !(this.twoMonths && span == Span.M);
	}

}
