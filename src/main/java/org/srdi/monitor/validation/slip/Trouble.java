package org.srdi.monitor.validation.slip;

import java.util.BitSet;
import java.util.stream.IntStream;

import org.srdi.monitor.definition.FieldType;
import org.srdi.monitor.validation.slip.Clue.State;

/**
 * The figures that stand out from what is known or break an identity: only there slips
 * are looked for.
 *
 * @param figures their numbers
 */
record Trouble(BitSet figures) {

	static Trouble in(Case report, Clues clues) {
		BitSet figures = new BitSet();
		for (Slot slot : report.slots().all()) {
			if (report.nearest(slot.index()) > Case.FAR || isNoRate(report, slot)) {
				figures.set(slot.index());
			}
		}
		for (Clue clue : clues.all()) {
			if (clue.state(report) == State.BROKEN) {
				for (int figure : clue.figures()) {
					figures.set(figure);
				}
			}
		}
		return new Trouble(figures);
	}

	private static boolean isNoRate(Case report, Slot slot) {
		return slot.field().type() == FieldType.RATE && !slot.takes(report.amount(slot.index()));
	}

	boolean isAt(int figure) {
		return this.figures.get(figure);
	}

	int size() {
		return this.figures.cardinality();
	}

	IntStream stream() {
		return this.figures.stream();
	}

}
