package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;
import org.srdi.monitor.definition.RuleDefinition;
import org.srdi.monitor.validation.slip.Equation.Carry;

/** The identities of the form, as its rules state them, and what is on file. */
final class Clues {

	private static final BigDecimal ROUNDING = new BigDecimal("0.05");

	private static final int[] NOTHING = {};

	private final Slots slots;

	private final List<Clue> all = new ArrayList<>();

	private final List<BitSet> byFigure = new ArrayList<>();

	Clues(Slots slots, Definitions definitions) {
		this.slots = slots;
		definitions.rules().forEach((rule) -> add(rule, definitions.form().figures()));
		for (Slot slot : slots.all()) {
			if (slot.isLastYear() && slot.counterpart() != Slots.NONE) {
				this.all.add(new Agreement(slot.index(), allowed(ROUNDING, slot.index(), 1)));
			}
			this.byFigure.add(new BitSet());
		}
		for (int number = 0; number < this.all.size(); number++) {
			for (int figure : this.all.get(number).figures()) {
				this.byFigure.get(figure).set(number);
			}
		}
	}

	private void add(RuleDefinition rule, List<Field> figures) {
		switch (rule.kind()) {
			case BALANCE -> rule.spans().forEach((span) -> addBalance(rule, span));
			case NOT_ABOVE -> rule.spans().forEach((span) -> addLimit(rule, span));
			case COVERS_MONTH -> rule.spans().forEach((span) -> addCovering(rule, figures, span));
			case CUMULATIVE -> {
				addRunning(rule, figures, Span.YTD, Carry.LAST_MONTH);
				addRunning(rule, figures, Span.YTD_LY, Carry.LAST_MONTH);
			}
			case FIRST_PERIOD -> {
				addRunning(rule, figures, Span.YTD, Carry.FIRST_PERIOD);
				addRunning(rule, figures, Span.YTD_LY, Carry.FIRST_PERIOD);
			}
			default -> {
				// nothing that adds up
			}
		}
	}

	private void addBalance(RuleDefinition rule, Span span) {
		FieldCode total = rule.total();
		if (total != null) {
			int number = this.slots.number(total, span);
			int[] plus = numbers(rule.plus(), span);
			int[] minus = numbers(rule.minus(), span);
			this.all.add(new Equation(number, plus, minus, Carry.NONE,
					allowed(rule.tolerance(), number, plus.length + minus.length + 1), true));
		}
	}

	private void addLimit(RuleDefinition rule, Span span) {
		FieldCode total = rule.total();
		if (total != null) {
			int number = this.slots.number(total, span);
			int[] parts = numbers(rule.plus(), span);
			this.all.add(new Limit(number, parts, allowed(rule.tolerance(), number, parts.length + 1)));
		}
	}

	private int[] numbers(List<FieldCode> fields, Span span) {
		return fields.stream().mapToInt((field) -> this.slots.number(field, span)).toArray();
	}

	private void addCovering(RuleDefinition rule, List<Field> figures, Span span) {
		cumulated(rule, figures, span).filter((slot) -> !slot.field().isSigned())
			.forEach((slot) -> this.all
				.add(new Limit(slot.index(), new int[] { slot.twin() }, allowed(rule.tolerance(), slot.index(), 2))));
	}

	/**
	 * Adds what runs on from month to month. The rule does not speak of last year, nor,
	 * where it carries forward, of signed figures; that makes their agreement no weaker a
	 * clue.
	 */
	private void addRunning(RuleDefinition rule, List<Field> figures, Span span, Carry carry) {
		boolean first = carry == Carry.FIRST_PERIOD;
		cumulated(rule, figures, span).forEach((slot) -> {
			boolean demanded = span == Span.YTD && (first || !slot.field().isSigned());
			BigDecimal tolerance = demanded ? rule.tolerance() : ROUNDING;
			this.all.add(new Equation(slot.index(), new int[] { slot.twin() }, NOTHING, carry,
					allowed(tolerance, slot.index(), first ? 2 : 3), demanded));
		});
	}

	private Stream<Slot> cumulated(RuleDefinition rule, List<Field> figures, Span span) {
		Set<FieldCode> named = Set.copyOf(rule.fields());
		return figures.stream()
			.filter((field) -> named.isEmpty() || named.contains(field.code()))
			.map((field) -> this.slots.number(field.code(), span))
			.filter((number) -> number != Slots.NONE)
			.map(this.slots::get)
			.filter((slot) -> slot.twin() != Slots.NONE);
	}

	private BigDecimal allowed(@Nullable BigDecimal tolerance, int number, int terms) {
		if (tolerance == null || this.slots.get(number).field().type() == FieldType.COUNT) {
			return BigDecimal.ZERO;
		}
		return tolerance.multiply(BigDecimal.valueOf(terms));
	}

	List<Clue> all() {
		return this.all;
	}

	/** Returns the clues that any of the figures belongs to. */
	List<Clue> about(Iterable<Integer> figures) {
		BitSet numbers = new BitSet();
		figures.forEach((figure) -> numbers.or(this.byFigure.get(figure)));
		return numbers.stream().mapToObj(this.all::get).toList();
	}

}
