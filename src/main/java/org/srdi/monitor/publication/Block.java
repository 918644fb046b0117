package org.srdi.monitor.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.IndicatorDefinition.Kind;

/**
 * The indicators of a sheet of totals, gathered: sums and growths of a field make one
 * row, the others stand for themselves.
 *
 * @param reporting counts and coverages
 * @param fields a row per field
 * @param ratios ratios, shares and growths of another basis
 */
record Block(List<IndicatorDefinition> reporting, List<FieldRow> fields, List<IndicatorDefinition> ratios) {

	static Block of(List<IndicatorDefinition> indicators) {
		List<IndicatorDefinition> reporting = new ArrayList<>();
		List<IndicatorDefinition> ratios = new ArrayList<>();
		Map<FieldCode, FieldRow> fields = new LinkedHashMap<>();
		for (IndicatorDefinition indicator : indicators) {
			if (indicator.kind() == Kind.COUNT || indicator.kind() == Kind.COVERAGE) {
				reporting.add(indicator);
			}
			else if (isOfField(indicator)) {
				FieldCode field = indicator.numerator().get(0).field();
				fields.merge(field, FieldRow.of(field, indicator), FieldRow::and);
			}
			else {
				ratios.add(indicator);
			}
		}
		return new Block(reporting, List.copyOf(fields.values()), ratios);
	}

	private static boolean isOfField(IndicatorDefinition indicator) {
		return (indicator.kind() == Kind.SUM || indicator.kind() == Kind.GROWTH) && indicator.numerator().size() == 1;
	}

	/**
	 * The indicators of one field of the form; null where the sheet has none.
	 *
	 * @param field the field
	 * @param month the sum of the month
	 * @param monthGrowth its growth
	 * @param total the cumulative sum, or the stock at the end of the period
	 * @param totalGrowth its growth
	 */
	record FieldRow(FieldCode field, @Nullable IndicatorDefinition month, @Nullable IndicatorDefinition monthGrowth,
			@Nullable IndicatorDefinition total, @Nullable IndicatorDefinition totalGrowth) {

		static FieldRow of(FieldCode field, IndicatorDefinition indicator) {
			boolean month = indicator.numerator().get(0).span() == Span.M;
			boolean growth = indicator.kind() == Kind.GROWTH;
			return new FieldRow(field, (month && !growth) ? indicator : null, (month && growth) ? indicator : null,
					(!month && !growth) ? indicator : null, (!month && growth) ? indicator : null);
		}

		FieldRow and(FieldRow other) {
			return new FieldRow(this.field, first(other.month, this.month), first(other.monthGrowth, this.monthGrowth),
					first(other.total, this.total), first(other.totalGrowth, this.totalGrowth));
		}

		private static @Nullable IndicatorDefinition first(@Nullable IndicatorDefinition one,
				@Nullable IndicatorDefinition other) {
			return (one != null) ? one : other;
		}

		/** Returns one that tells the unit: a sum if there is one. */
		@Nullable IndicatorDefinition sum() {
			return first(this.total, this.month);
		}

	}

}
