package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;

/**
 * A figure of the form by its number.
 *
 * @param index its number, from 0 in the order of the form
 * @param key the figure
 * @param field its field
 * @param section the number of its block
 * @param twin the number of the same field's year to date for a month and the reverse; -1
 * if there is none
 * @param counterpart the number of the same figure of last year or, for a figure of last
 * year, of this year; -1 if there is none
 */
record Slot(int index, FigureKey key, Field field, int section, int twin, int counterpart) {

	private static final String MONEY = "万元";

	boolean isLastYear() {
		return this.key.span().isLastYear();
	}

	/** Returns whether it adds up over the year. */
	boolean isCumulative() {
		return this.key.span() == Span.YTD || this.key.span() == Span.YTD_LY;
	}

	boolean isMonth() {
		return this.key.span() == Span.M || this.key.span() == Span.M_LY;
	}

	boolean isMoney() {
		return this.field.type() == FieldType.AMOUNT && MONEY.equals(this.field.unit());
	}

	/** Returns the amount shifted by that many digits, in the decimals of the field. */
	BigDecimal scaled(BigDecimal amount, int power) {
		return amount.scaleByPowerOfTen(-power).setScale(this.field.type().decimals(), RoundingMode.HALF_UP);
	}

	/** Returns whether the field takes that amount. */
	boolean takes(@Nullable BigDecimal amount) {
		if (amount == null) {
			return true;
		}
		BigDecimal min = this.field.min();
		BigDecimal max = this.field.max();
		return (min == null || amount.compareTo(min) >= 0) && (max == null || amount.compareTo(max) <= 0)
				&& amount.stripTrailingZeros().scale() <= this.field.type().decimals();
	}

	/** Returns what is small enough in this field to vary by any factor. */
	double trifle() {
		return (this.field.type() == FieldType.COUNT) ? 10 : 1;
	}

}
