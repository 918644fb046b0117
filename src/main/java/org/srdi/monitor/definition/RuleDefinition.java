package org.srdi.monitor.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Severity;
import org.srdi.monitor.core.Span;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A check of {@code rules.yaml}: a kind, which is code, with parameters and wording,
 * which are data.
 *
 * @param code its name, as in V12
 * @param kind what it does
 * @param severity how much a violation weighs
 * @param title what it demands, in Chinese
 * @param titleEn what it demands, in English
 * @param message what the enterprise is told, in Chinese, with {placeholders} of the kind
 * @param messageEn the same in English
 * @param explainedBy the field whose text explains a violation; null where none can
 * @param eased the field whose text turns an error into an explained warning; null where
 * none does
 * @param total the figure on one side of a balance, or the whole of parts; without span
 * where {@code spans} has them
 * @param plus the fields that are added up
 * @param minus the fields that are taken off
 * @param fields the fields looked at
 * @param figures the figures looked at
 * @param spans the columns looked at
 * @param tolerance the difference allowed per term, in 万元; null for none
 * @param min the least value allowed; its unit is the kind's
 * @param max the greatest value allowed; its unit is the kind's
 */
public record RuleDefinition(String code, Kind kind, Severity severity, String title, String titleEn, String message,
		String messageEn, @Nullable FieldCode explainedBy, @Nullable FieldCode eased, @Nullable FieldCode total,
		@DefaultValue List<FieldCode> plus, @DefaultValue List<FieldCode> minus, @DefaultValue List<FieldCode> fields,
		@DefaultValue List<FigureKey> figures, @DefaultValue List<Span> spans, @Nullable BigDecimal tolerance,
		@Nullable BigDecimal min, @Nullable BigDecimal max) {

	/** What a rule does. */
	public enum Kind {

		/** The credit code is valid, registered, and its name is the registered one. */
		IDENTITY("cell label read problem"),
		/** The period is one of the calendar, not in the future, not locked. */
		PERIOD("cell label read problem"),
		/** Every cell holds what its field asks for, and nothing due is blank. */
		WELL_FORMED("cell name read problem"),
		/** The sum of the parts does not exceed the whole. */
		NOT_ABOVE("cell column parts sum whole limit difference allowed unit"),
		/** The total is the sum of the plus terms less the minus terms. */
		BALANCE("cell column total amount terms sum difference allowed unit"),
		/** The cumulative figure is last month's plus this month's. */
		CUMULATIVE("cell label ytd before month difference allowed unit"),
		/** In the first period of the calendar, month and cumulative are the same. */
		FIRST_PERIOD("cell label ytd month unit"),
		/** The cumulative figure is not below that of the month. */
		COVERS_MONTH("cell label column ytd month-column month allowed unit"),
		/** The figures are above zero while the enterprise operates normally. */
		POSITIVE("cell label column amount unit"),
		/** The growth against last year, in %, stays within min and max. */
		GROWTH_RANGE("cell label column growth current base min max unit"),
		/** Not nearly all amounts are in another unit than the form's. */
		UNIT_SLIP("slip evidence repair"),
		/** The flows are not those of last month once more. */
		LAST_MONTH_COPIED("slip count"),
		/** The columns of last year do not hold this year's figures. */
		LAST_YEAR_FILLED("slip count repair"),
		/** No figure is out of shape: power of ten, percent, sign, column, row. */
		SHAPE_SLIP("cell slip evidence repair");

		private final String placeholders;

		Kind(String placeholders) {
			this.placeholders = placeholders;
		}

		/** Returns what a message may hold in braces: {@code total} for {total}. */
		public Set<String> placeholders() {
			return Set.of(this.placeholders.split(" ", -1));
		}

	}

}
