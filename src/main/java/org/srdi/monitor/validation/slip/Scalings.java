package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;

/** Suspects that a figure, or all of a field, is too large or small by a power of ten. */
final class Scalings implements Suspicion {

	private static final int[] AMOUNTS = { 1, 2, 3, 4, -1, -2, -3, -4 };

	private static final int[] COUNTS = { 1, 2, -1, -2 };

	private static final int[] RATES = { 2, -2, 1, -1 };

	@Override
	public List<Candidate> candidates(Case report, Trouble trouble) {
		List<Candidate> candidates = new ArrayList<>();
		Set<Field> fields = new LinkedHashSet<>();
		trouble.stream().forEach((number) -> {
			Slot slot = report.slots().get(number);
			add(candidates, report, List.of(slot));
			fields.add(slot.field());
		});
		for (Field field : fields) {
			addField(candidates, report, field);
		}
		return candidates;
	}

	private static void addField(List<Candidate> candidates, Case report, Field field) {
		List<Slot> all = field.figureKeys().stream().map((key) -> slot(report, key)).filter((slot) -> {
			return report.amounts().says(slot.index());
		}).toList();
		List<Slot> thisYear = all.stream().filter((slot) -> !slot.isLastYear()).toList();
		List<Slot> lastYear = all.stream().filter(Slot::isLastYear).toList();
		for (List<Slot> several : new LinkedHashSet<>(List.of(all, thisYear, lastYear))) {
			if (several.size() > 1) {
				add(candidates, report, several);
			}
		}
	}

	private static Slot slot(Case report, FigureKey key) {
		return report.slots().get(report.slots().number(key));
	}

	private static void add(List<Candidate> candidates, Case report, List<Slot> slots) {
		FieldType type = slots.get(0).field().type();
		int[] powers = (type == FieldType.RATE) ? RATES : (type == FieldType.COUNT) ? COUNTS : AMOUNTS;
		for (int power : powers) {
			Map<Integer, @Nullable BigDecimal> changes = changes(report, slots, power);
			if (changes.size() == slots.size()) {
				SlipKind kind = (type == FieldType.RATE && Math.abs(power) == 2) ? SlipKind.PERCENT : SlipKind.UNIT;
				candidates.add(new Candidate(kind, power, changes, test(report, slots, kind)));
			}
		}
	}

	/** Returns only what would be in bounds. */
	private static Map<Integer, @Nullable BigDecimal> changes(Case report, List<Slot> slots, int power) {
		Map<Integer, @Nullable BigDecimal> changes = new LinkedHashMap<>();
		for (Slot slot : slots) {
			BigDecimal amount = report.amount(slot.index());
			BigDecimal scaled = (amount != null) ? slot.scaled(amount, power) : null;
			if (scaled != null && scaled.signum() != 0 && slot.takes(scaled)) {
				changes.put(slot.index(), scaled);
			}
		}
		return changes;
	}

	/**
	 * An identity must hold again, with the figure nearer to what is known about it;
	 * where no identity tells, all that is known must. A percentage that cannot be one
	 * may be repaired without anything known.
	 */
	private static Predicate<Weighing> test(Case report, List<Slot> slots, SlipKind kind) {
		boolean impossible = kind == SlipKind.PERCENT
				&& slots.stream().noneMatch((slot) -> slot.takes(report.amount(slot.index())));
		return (weighing) -> !weighing.breaks() && !weighing.leavesOpen() && weighing.lost() == 0
				&& !weighing.isContradicted()
				&& (isProven(weighing) || weighing.isToldByHistory(Case.NEAR) || (impossible && weighing.isUnknown()));
	}

	private static boolean isProven(Weighing weighing) {
		return weighing.exact() > 0 && (weighing.isUnknown() ? weighing.precise() > 0 : weighing.gain() > 0);
	}

}
