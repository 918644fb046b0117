package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.validation.slip.Clue.State;

/** What speaks for and against a candidate: the report before and after its repair. */
final class Weighing {

	private static final BigDecimal CENTS = new BigDecimal("0.02");

	private static final BigDecimal PLAINLY = BigDecimal.valueOf(5);

	private final Candidate candidate;

	private final Case before;

	private final Case after;

	private int exact;

	private int precise;

	private int limits;

	private int cleared;

	private int broken;

	private int lost;

	private int open;

	private int mended;

	private boolean provable;

	private int unsettled;

	private int strained;

	private int wrong;

	private int stillWrong;

	private int contradicted;

	private int known;

	private int inLine;

	private double gain;

	Weighing(Candidate candidate, Case before, Clues clues) {
		this.candidate = candidate;
		this.before = before;
		this.after = before.with(candidate.changes());
		List<Clue> about = clues.about(candidate.changes().keySet());
		about.forEach(this::weigh);
		for (int number : candidate.changes().keySet()) {
			weigh(number, clues);
		}
	}

	private void weigh(Clue clue) {
		State was = clue.state(this.before);
		State is = clue.state(this.after);
		this.provable |= clue.isRule() && was == State.BROKEN;
		if (is == State.BROKEN) {
			this.broken += (was == State.BROKEN) ? 0 : 1;
			this.open += (was == State.BROKEN && clue.isRule()) ? 1 : 0;
			this.unsettled += (was == State.BROKEN && clue.isExact()) ? 1 : 0;
			this.contradicted += (clue.isExact() && clue.isAnchored() && !clue.isRule()) ? 1 : 0;
		}
		else if (is == State.UNKNOWN) {
			this.cleared += (was == State.BROKEN && !clue.isExact()) ? 1 : 0;
			this.lost += (was == State.HOLDS && clue.isAnchored() && speaks(clue, this.before)) ? 1 : 0;
		}
		else if (was != State.HOLDS && speaks(clue, this.after) && isProof(clue)) {
			prove(clue, was);
		}
	}

	private void prove(Clue clue, State was) {
		this.mended += (was == State.BROKEN) ? 1 : 0;
		if (!clue.isExact()) {
			this.limits += (was == State.BROKEN) ? 1 : 0;
			return;
		}
		this.exact++;
		BigDecimal gap = clue.gap(this.before);
		BigDecimal rest = clue.gap(this.after);
		if (gap != null && rest != null && rest.compareTo(CENTS) <= 0 && gap.compareTo(PLAINLY) >= 0) {
			this.precise++;
		}
	}

	/** Nothing equals nothing, which says nothing. */
	private static boolean speaks(Clue clue, Case report) {
		return report.amounts().says(clue.figures()[0]);
	}

	private boolean isProof(Clue clue) {
		for (int figure : clue.figures()) {
			if (this.candidate.supplied().contains(figure)) {
				return false;
			}
		}
		return true;
	}

	private void weigh(int number, Clues clues) {
		double was = this.before.nearest(number);
		double is = this.after.nearest(number);
		this.wrong += isWrong(this.before, number, clues) ? 1 : 0;
		this.stillWrong += isWrong(this.after, number, clues) ? 1 : 0;
		if (this.before.amount(number) != null && this.before.isUnheardOf(number)) {
			this.gain++;
		}
		this.strained += (this.after.farthest(number) > Case.FAR) ? 1 : 0;
		if (!Double.isNaN(is)) {
			this.known++;
			this.inLine += (is <= Case.NEAR) ? 1 : 0;
		}
		if (!Double.isNaN(was)) {
			this.gain += was - (Double.isNaN(is) ? 0 : is);
		}
	}

	private static boolean isWrong(Case report, int number, Clues clues) {
		return report.amount(number) != null && (report.nearest(number) > Case.FAR || report.isUnheardOf(number)
				|| clues.about(List.of(number))
					.stream()
					.anyMatch((clue) -> clue.isExact() && clue.state(report) == State.BROKEN));
	}

	/** Returns how many things agree to the cent that did not, or could not be told. */
	int exact() {
		return this.exact;
	}

	/** Returns how many of them agree where they were far apart, to two cents. */
	int precise() {
		return this.precise;
	}

	/** Returns how many limits are kept that were not. */
	int limits() {
		return this.limits;
	}

	/** Returns how many identities and limits hold that were broken. */
	int mended() {
		return this.mended;
	}

	/** Returns whether anything breaks that was not broken. */
	boolean breaks() {
		return this.broken > 0;
	}

	/** Returns whether rules about these figures are broken still. */
	boolean leavesOpen() {
		return this.open > 0;
	}

	/** Returns how many rules about these figures are broken still. */
	int open() {
		return this.open;
	}

	/**
	 * Returns how much is wrong after the repair: identities, and figures out of line.
	 */
	int faults() {
		return this.broken + this.open + this.strained;
	}

	/** Returns whether something that should agree to the cent does not, as before. */
	boolean leavesUnsettled() {
		return this.unsettled > 0;
	}

	/** Returns whether the repaired figures are not what was accepted for them before. */
	boolean isContradicted() {
		return this.contradicted > 0;
	}

	/** Returns how many things that agreed cannot be told any more. */
	int lost() {
		return this.lost;
	}

	/** Returns whether a rule about these figures is broken as they are. */
	boolean isProvable() {
		return this.provable;
	}

	/** Returns how many changed figures stood out, or broke an identity. */
	int wrong() {
		return this.wrong;
	}

	/** Returns of how many figures something is known after the repair. */
	int known() {
		return this.known;
	}

	/** Returns how many of them are in line with it. */
	int inLine() {
		return this.inLine;
	}

	/** Returns how much nearer to what is known the figures come, in powers of ten. */
	double gain() {
		return this.gain;
	}

	/** Returns how many of the changed figures have an amount that stays. */
	int kept() {
		return count(this.candidate.changes().values());
	}

	private static int count(Collection<@Nullable BigDecimal> amounts) {
		int count = 0;
		for (BigDecimal amount : amounts) {
			count += (amount != null) ? 1 : 0;
		}
		return count;
	}

	/** Returns how many of the changed figures had an amount before. */
	int given() {
		return (int) this.candidate.changes().keySet().stream().filter((it) -> this.before.amount(it) != null).count();
	}

	/**
	 * Returns whether history alone tells: every figure stands out from at least two
	 * things known, and is in line with all of them after the repair.
	 * @param near how near is in line
	 */
	boolean isToldByHistory(double near) {
		return this.candidate.changes()
			.keySet()
			.stream()
			.filter((number) -> this.before.amounts().says(number))
			.allMatch((number) -> this.before.witnesses(number) > 1 && !this.before.isHearsay(number)
					&& this.before.nearest(number) > Case.FAR && this.after.farthest(number) <= near);
	}

	/** Returns whether nobody knows anything about the figures. */
	boolean isUnknown() {
		return this.known == 0;
	}

	/** Returns how strong the case is; only comparable within one report. */
	double score() {
		int blank = this.candidate.changes().size() - kept();
		return 4.0 * this.exact + 2.0 * (this.limits + this.cleared) + this.wrong - this.stillWrong + this.gain
				- 0.02 * this.candidate.changes().size() - 0.6 * blank - this.lost - this.open;
	}

	Candidate candidate() {
		return this.candidate;
	}

	Case after() {
		return this.after;
	}

}
