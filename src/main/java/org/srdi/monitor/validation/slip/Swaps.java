package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** Suspects that month and year to date stand in each other's place. */
final class Swaps implements Suspicion {

	private static final double MOST = 0.6;

	private static final double PLAINLY = 0.5;

	@Override
	public List<Candidate> candidates(Case report, Trouble trouble) {
		List<Slot> months = trouble.stream()
			.mapToObj(report.slots()::get)
			.filter((slot) -> slot.isMonth() && isPair(report, slot))
			.toList();
		List<Candidate> candidates = new ArrayList<>();
		for (Slot month : months) {
			candidates.add(swap(report, List.of(month), Swaps::isOne));
		}
		for (List<Slot> several : columns(months)) {
			int pairs = several.size();
			candidates.add(swap(report, several, (weighing) -> areSeveral(weighing, pairs)));
		}
		return candidates;
	}

	/** Returns whole columns: of this year, of last year, both, in all blocks or one. */
	private static List<List<Slot>> columns(List<Slot> months) {
		LinkedHashSet<List<Slot>> columns = new LinkedHashSet<>();
		columns.add(months);
		months.stream().map(Slot::section).distinct().forEach((section) -> columns.add(in(months, section)));
		for (List<Slot> several : List.copyOf(columns)) {
			columns.add(several.stream().filter(Slot::isLastYear).toList());
			columns.add(several.stream().filter((slot) -> !slot.isLastYear()).toList());
		}
		return columns.stream().filter((several) -> several.size() > 1).toList();
	}

	private static List<Slot> in(List<Slot> months, int section) {
		return months.stream().filter((slot) -> slot.section() == section).toList();
	}

	private static boolean isPair(Case report, Slot month) {
		BigDecimal one = report.amount(month.index());
		BigDecimal other = (month.twin() != Slots.NONE) ? report.amount(month.twin()) : null;
		return one != null && other != null && one.compareTo(other) != 0;
	}

	private static Candidate swap(Case report, List<Slot> months, Predicate<Weighing> test) {
		Map<Integer, @Nullable BigDecimal> changes = new LinkedHashMap<>();
		for (Slot month : months) {
			changes.put(month.index(), report.amount(month.twin()));
			changes.put(month.twin(), report.amount(month.index()));
		}
		return new Candidate(SlipKind.COLUMNS_SWAPPED, 0, changes, test);
	}

	private static boolean isOne(Weighing weighing) {
		return !weighing.breaks() && !weighing.leavesOpen() && !weighing.leavesUnsettled()
				&& ((weighing.exact() > 0 && weighing.gain() > -PLAINLY)
						|| (weighing.limits() > 0 && weighing.gain() > PLAINLY));
	}

	private static boolean areSeveral(Weighing weighing, int pairs) {
		return !weighing.breaks() && weighing.open() == 0 && !weighing.leavesUnsettled()
				&& (weighing.exact() >= MOST * pairs
						|| (weighing.limits() >= MOST * pairs && weighing.gain() > PLAINLY * pairs));
	}

}
