package org.srdi.monitor.publication;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.IndicatorDefinition.Kind;
import org.srdi.monitor.indicator.IndicatorValue;
import org.srdi.monitor.indicator.Outcome;
import org.srdi.monitor.workbook.Style;

/**
 * Writes indicators into cells: native numbers, rounded half up to the decimals of the
 * indicator, so that a cell holds what it shows; words where there is no number.
 *
 * @param words the language
 */
record Cells(Wording words) {

	/** Writes a value; a group without any enterprise counts zero of them. */
	void write(Canvas.Line line, IndicatorDefinition indicator, @Nullable IndicatorValue value, boolean total) {
		BigDecimal number = number(indicator, value);
		if (number != null) {
			line.number(number, numberStyle(indicator.decimals(), total));
		}
		else {
			line.text(this.words.instead(value), total ? Style.TOTAL_TEXT_CENTRE : Style.TEXT_CENTRE);
		}
	}

	/** Returns the number a cell shows; null where it shows words. */
	static @Nullable BigDecimal number(IndicatorDefinition indicator, @Nullable IndicatorValue value) {
		if (value == null) {
			return (indicator.kind() == Kind.COUNT) ? BigDecimal.ZERO : null;
		}
		return (value.outcome() == Outcome.VALUE) ? value.rounded(indicator.decimals()) : null;
	}

	/** Writes a number that may be absent. */
	void number(Canvas.Line line, @Nullable BigDecimal number, int decimals) {
		if (number != null) {
			line.number(Wording.rounded(number, decimals), numberStyle(decimals, false));
		}
		else {
			line.text(Wording.NOTHING, Style.TEXT_CENTRE);
		}
	}

	static Style numberStyle(int decimals, boolean total) {
		return switch (decimals) {
			case 0 -> total ? Style.TOTAL_INTEGER : Style.INTEGER;
			case 1 -> total ? Style.TOTAL_RATE : Style.RATE;
			default -> total ? Style.TOTAL_AMOUNT : Style.AMOUNT;
		};
	}

}
