package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.FieldType;

/**
 * Finds that columns of last year hold the figures of this year. What was accepted a year
 * ago takes their place, where it is on file.
 */
final class LastYearFilled {

	private static final double MOST = 0.75;

	private final Collection<List<Slot>> columns;

	private final int least;

	/**
	 * Looks for it.
	 * @param least how many amounts must be those of this year
	 */
	LastYearFilled(Slots slots, int least) {
		this.columns = slots.all()
			.stream()
			.filter((slot) -> slot.isLastYear() && slot.counterpart() != Slots.NONE)
			.collect(Collectors.groupingBy((slot) -> new Column(slot.section(), slot.key().span()), LinkedHashMap::new,
					Collectors.toList()))
			.values();
		this.least = least;
	}

	/** Returns the slip, null if there is none. */
	@Nullable Slip find(Case report) {
		List<List<Slot>> filled = this.columns.stream().filter((column) -> isFilled(report, column)).toList();
		long same = filled.stream()
			.flatMap(List::stream)
			.filter((slot) -> isAmount(slot) && isFilled(report, slot))
			.count();
		if (same < this.least) {
			return null;
		}
		Map<FigureKey, @Nullable BigDecimal> repair = new LinkedHashMap<>();
		filled.forEach((column) -> column.forEach((slot) -> repair(repair, report, slot)));
		return new Slip(SlipKind.LAST_YEAR_FILLED, 0, null, repair, 0, repair.size(), (int) same, false);
	}

	private static boolean isAmount(Slot slot) {
		return slot.field().type() == FieldType.AMOUNT;
	}

	/** Returns whether amounts tell so; numbers of people only where there are none. */
	private static boolean isFilled(Case report, List<Slot> column) {
		List<Slot> told = column.stream()
			.filter((slot) -> report.amounts().says(slot.index()) && report.amounts().says(slot.counterpart()))
			.toList();
		List<Slot> amounts = told.stream().filter(LastYearFilled::isAmount).toList();
		List<Slot> judged = amounts.isEmpty() ? told : amounts;
		long same = judged.stream().filter((slot) -> isFilled(report, slot)).count();
		return same > 0 && same >= MOST * judged.size();
	}

	/** Returns whether it is this year's figure and not what was accepted a year ago. */
	private static boolean isFilled(Case report, Slot slot) {
		BigDecimal amount = report.amount(slot.index());
		BigDecimal now = report.amount(slot.counterpart());
		BigDecimal then = report.history().acceptedThen(slot.index());
		return amount != null && now != null && amount.compareTo(now) == 0
				&& (then == null ? amount.signum() != 0 : amount.compareTo(then) != 0);
	}

	private static void repair(Map<FigureKey, @Nullable BigDecimal> repair, Case report, Slot slot) {
		BigDecimal then = report.history().acceptedThen(slot.index());
		if (then != null && isFilled(report, slot)) {
			repair.put(slot.key(), then);
		}
	}

	/** A column of last year in a block. */
	private record Column(int section, Span span) {

	}

}
