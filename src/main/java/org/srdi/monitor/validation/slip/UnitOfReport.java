package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.validation.slip.Clue.State;

/**
 * Finds that nearly all amounts of a report, or of its columns of this or of last year,
 * are given in another unit than 万元: by what is on file or, for a firm without any, by
 * its size.
 */
final class UnitOfReport {

	private static final int[] POWERS = { 1, 2, 3, 4, -1, -2, -3, -4 };

	private static final int LEAST_FIGURES = 6;

	private static final double NEARLY_ALL = 0.8;

	private static final double FEW = 0.25;

	/** Smaller amounts, in 万元, come and go. */
	private static final double SMALL = 3;

	private final Clues clues;

	private final List<Slot> money;

	private final Size size;

	UnitOfReport(Slots slots, Clues clues, Size size) {
		this.clues = clues;
		this.money = slots.all().stream().filter(Slot::isMoney).toList();
		this.size = size;
	}

	/** Returns the slip, null if there is none. */
	@Nullable Weighing find(Case report, Trouble trouble) {
		if (trouble.size() < LEAST_FIGURES && this.size.power(report) == 0) {
			return null;
		}
		List<Slot> thisYear = given(report, false);
		List<Slot> lastYear = given(report, true);
		Integer now = onFile(thisYear, report);
		Integer then = onFile(lastYear, report);
		if (now == null && then == null) {
			return bySize(report, thisYear, lastYear);
		}
		if (then == null) {
			then = isAlike(report, lastYear) ? now : Integer.valueOf(0);
		}
		return weigh(report, thisYear, (now != null) ? now : 0, lastYear, (then != null) ? then : 0);
	}

	private List<Slot> given(Case report, boolean lastYear) {
		return this.money.stream()
			.filter((slot) -> slot.isLastYear() == lastYear && report.amounts().says(slot.index()))
			.toList();
	}

	/**
	 * Returns the power that last month and the year before agree on: a wrong unit may
	 * have been accepted once.
	 */
	private static @Nullable Integer onFile(List<Slot> slots, Case report) {
		Integer recent = power(slots, report, (slot) -> report.history().fromLastMonth(slot.index()));
		Integer earlier = power(slots, report, (slot) -> report.history().fromYearAgo(slot.index()));
		if (recent == null || earlier == null) {
			return (recent != null) ? recent : earlier;
		}
		return recent.equals(earlier) ? recent : Integer.valueOf(0);
	}

	private static double otherYear(Slot slot, Case report) {
		BigDecimal amount = (slot.counterpart() != Slots.NONE) ? report.amount(slot.counterpart()) : null;
		return (amount != null) ? amount.doubleValue() : Double.NaN;
	}

	/** Returns the power of ten that nearly all are too large by; null if none knows. */
	private static @Nullable Integer power(List<Slot> slots, Case report, ToDoubleFunction<Slot> known) {
		List<Slot> judged = slots.stream().filter((slot) -> Math.abs(known.applyAsDouble(slot)) >= SMALL).toList();
		if (judged.size() < LEAST_FIGURES) {
			return null;
		}
		if (inLine(judged, report, known, 0) > FEW * judged.size()) {
			return 0;
		}
		for (int power : POWERS) {
			if (inLine(judged, report, known, power) >= NEARLY_ALL * judged.size()) {
				return power;
			}
		}
		return null;
	}

	private static long inLine(List<Slot> slots, Case report, ToDoubleFunction<Slot> known, int power) {
		return slots.stream().filter((slot) -> {
			BigDecimal amount = report.amount(slot.index());
			double value = (amount != null) ? amount.doubleValue() / Math.pow(10, power) : Double.NaN;
			return Case.distance(value, known.applyAsDouble(slot), slot.trifle()) <= Case.NEAR;
		}).count();
	}

	private static boolean isAlike(Case report, List<Slot> lastYear) {
		return Integer.valueOf(0).equals(power(lastYear, report, (slot) -> otherYear(slot, report)));
	}

	/** Without anything on file, wages and the columns of last year tell. */
	private @Nullable Weighing bySize(Case report, List<Slot> thisYear, List<Slot> lastYear) {
		Integer apart = power(thisYear, report, (slot) -> otherYear(slot, report));
		int power = this.size.power(report);
		if (power != 0) {
			boolean both = !Integer.valueOf(power).equals(apart);
			return weigh(report, thisYear, power, lastYear, both ? power : 0);
		}
		if (apart == null || apart == 0 || !this.size.isPlausible(report)) {
			return null;
		}
		return weigh(report, thisYear, 0, lastYear, -apart);
	}

	private @Nullable Weighing weigh(Case report, List<Slot> thisYear, int now, List<Slot> lastYear, int then) {
		Map<Integer, @Nullable BigDecimal> changes = new LinkedHashMap<>();
		scale(changes, report, thisYear, now);
		scale(changes, report, lastYear, then);
		if (changes.isEmpty()) {
			return null;
		}
		int power = (now != 0) ? now : then;
		Weighing best = weigh(report, power, changes);
		for (Field field : suspects(best, report)) {
			Weighing without = weigh(report, power, without(field, best.candidate().changes()));
			best = (without.faults() < best.faults()) ? without : best;
		}
		boolean oversized = this.size.isPlausible(report) && !this.size.isPlausible(best.after());
		return (best.breaks() || best.open() > best.exact() || oversized) ? null : best;
	}

	private static void scale(Map<Integer, @Nullable BigDecimal> changes, Case report, List<Slot> slots, int power) {
		for (Slot slot : slots) {
			BigDecimal amount = report.amount(slot.index());
			if (amount != null && power != 0) {
				changes.put(slot.index(), slot.scaled(amount, power));
			}
		}
	}

	private Weighing weigh(Case report, int power, Map<Integer, @Nullable BigDecimal> changes) {
		return new Weighing(new Candidate(SlipKind.UNIT_OF_REPORT, power, changes, (weighing) -> true), report,
				this.clues);
	}

	/**
	 * Returns the fields that may be right as they are, as a firm may get some amounts
	 * right: those in line with what is on file, or in an identity that does not hold.
	 */
	private Set<Field> suspects(Weighing weighing, Case report) {
		Set<Field> suspects = new LinkedHashSet<>();
		for (int number : weighing.candidate().changes().keySet()) {
			boolean stood = report.farthest(number) <= Case.NEAR && weighing.after().farthest(number) > Case.FAR;
			boolean fails = this.clues.about(List.of(number))
				.stream()
				.anyMatch((clue) -> clue.state(weighing.after()) == State.BROKEN);
			if (stood || fails) {
				suspects.add(report.slots().get(number).field());
			}
		}
		return suspects;
	}

	private Map<Integer, @Nullable BigDecimal> without(Field field, Map<Integer, @Nullable BigDecimal> changes) {
		Map<Integer, @Nullable BigDecimal> others = new LinkedHashMap<>(changes);
		this.money.stream().filter((slot) -> slot.field().equals(field)).forEach((slot) -> others.remove(slot.index()));
		return others.isEmpty() ? changes : others;
	}

}
