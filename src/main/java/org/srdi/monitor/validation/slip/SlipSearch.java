package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Report;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.RuleDefinition;
import org.srdi.monitor.definition.RuleDefinition.Kind;

/** Searches reports for slips; may be shared by threads. */
public final class SlipSearch {

	/** More slips than this are no slips but another report. */
	private static final int MOST = 8;

	private final Slots slots;

	private final Clues clues;

	private final Set<Kind> wanted = EnumSet.noneOf(Kind.class);

	private final UnitOfReport unitOfReport;

	private final LastMonthCopied lastMonthCopied;

	private final LastYearFilled lastYearFilled;

	private final List<Suspicion> suspicions;

	private SlipSearch(Definitions definitions) {
		this.slots = new Slots(definitions.form());
		this.clues = new Clues(this.slots, definitions);
		definitions.rules().forEach((rule) -> this.wanted.add(rule.kind()));
		Optional<RuleDefinition> unit = rule(definitions, Kind.UNIT_SLIP);
		this.unitOfReport = new UnitOfReport(this.slots, this.clues,
				new Size(this.slots, unit.map(RuleDefinition::figures).orElse(List.of()),
						unit.map(RuleDefinition::min).orElse(null), unit.map(RuleDefinition::max).orElse(null)));
		this.lastMonthCopied = new LastMonthCopied(this.slots, least(definitions, Kind.LAST_MONTH_COPIED));
		this.lastYearFilled = new LastYearFilled(this.slots, least(definitions, Kind.LAST_YEAR_FILLED));
		this.suspicions = List.of(new Scalings(), new Signs(), new Swaps(), new Shifts(this.slots));
	}

	/** Returns a search for the slips that the rules speak of. */
	public static SlipSearch of(Definitions definitions) {
		return new SlipSearch(definitions);
	}

	private static Optional<RuleDefinition> rule(Definitions definitions, Kind kind) {
		return definitions.rules().stream().filter((rule) -> rule.kind() == kind).findFirst();
	}

	private static int least(Definitions definitions, Kind kind) {
		return rule(definitions, kind).map((rule) -> Objects.requireNonNull(rule.min()).intValue())
			.orElse(Integer.MAX_VALUE);
	}

	/**
	 * Returns the slips of a report, each at most once.
	 * @param period the period of the report
	 * @param startsYear whether it is the first period of its year
	 * @param lastMonth the accepted figures of the month before; null if none are on file
	 * @param yearAgo the accepted figures of a year ago; null if none are on file
	 */
	public List<Slip> find(Report report, ReportingPeriod period, boolean startsYear,
			@Nullable Map<FigureKey, BigDecimal> lastMonth, @Nullable Map<FigureKey, BigDecimal> yearAgo) {
		History history = new History(this.slots, period, startsYear, lastMonth, yearAgo);
		Case read = new Case(this.slots, history, report, Amounts.of(this.slots, report::amount));
		Slip copied = this.wanted.contains(Kind.LAST_MONTH_COPIED) ? this.lastMonthCopied.find(read) : null;
		if (copied != null) {
			return List.of(copied); // whatever else is odd comes from that
		}
		List<Slip> slips = new ArrayList<>();
		Case repaired = repairLastYear(read, slips);
		repaired = repairUnit(repaired, slips);
		if (this.wanted.contains(Kind.SHAPE_SLIP)) {
			repairFigures(repaired, slips);
		}
		return slips;
	}

	private Case repairLastYear(Case report, List<Slip> slips) {
		Slip filled = this.wanted.contains(Kind.LAST_YEAR_FILLED) ? this.lastYearFilled.find(report) : null;
		if (filled == null) {
			return report;
		}
		slips.add(filled);
		Map<Integer, @Nullable BigDecimal> changes = new LinkedHashMap<>();
		filled.repair().forEach((key, amount) -> changes.put(this.slots.number(key), amount));
		return report.with(changes);
	}

	private Case repairUnit(Case report, List<Slip> slips) {
		if (!this.wanted.contains(Kind.UNIT_SLIP)) {
			return report;
		}
		Weighing unit = this.unitOfReport.find(report, Trouble.in(report, this.clues));
		if (unit == null) {
			return report;
		}
		slips.add(slip(unit));
		return unit.after();
	}

	/** Repairs what has most on its side, then looks again. */
	private void repairFigures(Case read, List<Slip> slips) {
		List<Slip> found = new ArrayList<>();
		Case report = read;
		Weighing best = best(report);
		while (best != null && found.size() < MOST) {
			found.add(slip(best));
			report = best.after();
			best = best(report);
		}
		if (isInDisorder(report)) {
			found.removeIf(SlipSearch::isGuess);
		}
		slips.addAll(found);
	}

	/**
	 * History alone tells of a slip only where all else is in order: the figures of a
	 * block that was pasted elsewhere also look ten times too large here and there.
	 */
	private static boolean isGuess(Slip slip) {
		return slip.mended() == 0 && (slip.kind() == SlipKind.UNIT || slip.kind() == SlipKind.SIGN);
	}

	private boolean isInDisorder(Case report) {
		return this.clues.all().stream().anyMatch((clue) -> clue.isRule() && clue.state(report) == Clue.State.BROKEN);
	}

	private @Nullable Weighing best(Case report) {
		Trouble trouble = Trouble.in(report, this.clues);
		return this.suspicions.stream()
			.flatMap((suspicion) -> suspicion.candidates(report, trouble).stream())
			.map((candidate) -> new Weighing(candidate, report, this.clues))
			.filter((weighing) -> weighing.candidate().test().test(weighing))
			.max(Comparator.comparingDouble(Weighing::score))
			.orElse(null);
	}

	private Slip slip(Weighing weighing) {
		Candidate candidate = weighing.candidate();
		Map<FigureKey, @Nullable BigDecimal> repair = new LinkedHashMap<>();
		candidate.changes().forEach((number, amount) -> repair.put(this.slots.get(number).key(), amount));
		boolean whole = candidate.kind() == SlipKind.UNIT_OF_REPORT;
		return new Slip(candidate.kind(), candidate.power(), whole ? null : this.slots.get(candidate.place()).key(),
				repair, weighing.mended(), weighing.inLine(), weighing.given(), weighing.isProvable());
	}

}
