package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.FieldType;

/**
 * Finds that last month was reported once more. What a firm that stands still reports is
 * no copy: its year to date rightly stays the same.
 */
final class LastMonthCopied {

	private static final double MOST = 0.8;

	private final List<Slot> months;

	private final List<Slot> years;

	private final int least;

	/**
	 * Looks for it.
	 * @param least how many flows must be those of last month
	 */
	LastMonthCopied(Slots slots, int least) {
		List<Slot> flows = slots.all()
			.stream()
			.filter((slot) -> !slot.isLastYear() && slot.field().type() != FieldType.COUNT)
			.toList();
		this.months = flows.stream().filter(Slot::isMonth).toList();
		this.years = flows.stream().filter(Slot::isCumulative).toList();
		this.least = least;
	}

	/** Returns the slip, null if there is none. */
	@Nullable Slip find(Case report) {
		long told = this.months.stream().filter((slot) -> isTold(report, slot)).count();
		long months = this.months.stream().filter((slot) -> isSame(report, slot)).count();
		if (months < 2 || months < MOST * told) {
			return null;
		}
		long years = this.years.stream().filter((slot) -> isStanding(report, slot)).count();
		if (months + years < this.least) {
			return null;
		}
		int found = (int) (months + years);
		return new Slip(SlipKind.LAST_MONTH_COPIED, 0, null, Map.of(), 0, 0, found, false);
	}

	private static boolean isTold(Case report, Slot slot) {
		return report.amounts().says(slot.index()) && report.history().lastMonth(slot.index()) != null;
	}

	private static boolean isSame(Case report, Slot slot) {
		BigDecimal amount = report.amount(slot.index());
		BigDecimal before = report.history().lastMonth(slot.index());
		return amount != null && before != null && amount.signum() != 0 && amount.compareTo(before) == 0;
	}

	/** Returns whether the year to date stands still though the month was not nothing. */
	private static boolean isStanding(Case report, Slot slot) {
		return isSame(report, slot) && (slot.twin() == Slots.NONE || report.amounts().says(slot.twin()));
	}

}
