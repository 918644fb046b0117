package org.srdi.monitor.validation.slip;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;

/**
 * Suspects that figures stand one column or row from their place. What was pushed out of
 * the block is supplied from the file where an identity or the report of a year ago tells
 * it to the cent, and becomes blank otherwise.
 */
final class Shifts implements Suspicion {

	private static final double HALF = 0.5;

	private static final double MOST = 0.6;

	private static final double PLAINLY = 0.2;

	private static final double NEARLY_ALL = 0.8;

	private final List<int[][]> blocks;

	Shifts(Slots slots) {
		this.blocks = slots.blocks();
	}

	@Override
	public List<Candidate> candidates(Case report, Trouble trouble) {
		List<Candidate> candidates = new ArrayList<>();
		for (int[][] block : this.blocks) {
			if (!isBlankAnywhere(report, block)) {
				continue; // nothing was pushed from its place
			}
			boolean inOneRow = isInOneRow(report, block);
			int[][] rows = inOneRow ? lineUp(block) : block;
			if (!inOneRow) {
				addColumns(candidates, report, block);
			}
			if (isTroubled(report, trouble, rows)) {
				addRuns(candidates, report, rows, inOneRow ? SlipKind.COLUMNS_SHIFTED : SlipKind.ROWS_SHIFTED);
			}
		}
		return candidates;
	}

	private static boolean isTroubled(Case report, Trouble trouble, int[][] rows) {
		return Arrays.stream(rows)
			.flatMapToInt(Arrays::stream)
			.filter((it) -> it >= 0 && (trouble.isAt(it) || (report.amount(it) != null && report.isUnheardOf(it))))
			.count() > 1;
	}

	private static boolean isBlankAnywhere(Case report, int[][] block) {
		for (int[] row : block) {
			for (int number : row) {
				if (number >= 0 && report.amount(number) == null) {
					return true;
				}
			}
		}
		return false;
	}

	/** Returns whether it is a consolidated workbook, with a row per report. */
	private static boolean isInOneRow(Case report, int[][] block) {
		List<CellAddress> cells = Arrays.stream(block)
			.flatMapToInt((row) -> Arrays.stream(row).filter((number) -> number >= 0).limit(1))
			.mapToObj((number) -> report.report().cell(report.slots().get(number).key()))
			.flatMap(Stream::ofNullable)
			.toList();
		return cells.size() > 1 && cells.stream().mapToInt(CellAddress::row).distinct().count() == 1;
	}

	private static int[][] lineUp(int[][] block) {
		return Arrays.stream(block)
			.flatMapToInt(Arrays::stream)
			.filter((number) -> number >= 0)
			.mapToObj((number) -> new int[] { number })
			.toArray(int[][]::new);
	}

	private static void addColumns(List<Candidate> candidates, Case report, int[][] block) {
		int last = block[0].length - 1;
		if (last > 0 && isBlank(report, block, 0)) {
			add(candidates, report, block, SlipKind.COLUMNS_SHIFTED, (row) -> moved(block[row], 1), Shifts::areColumns);
		}
		if (last > 0 && isBlank(report, block, last)) {
			add(candidates, report, block, SlipKind.COLUMNS_SHIFTED, (row) -> moved(block[row], -1),
					Shifts::areColumns);
		}
	}

	/** Returns whether a column is blank in all rows that have anything. */
	private static boolean isBlank(Case report, int[][] block, int column) {
		int blank = 0;
		for (int[] row : block) {
			if (row[column] >= 0 && !isBlank(report, row)) {
				if (report.amount(row[column]) != null) {
					return false;
				}
				blank++;
			}
		}
		return blank > 1;
	}

	private static boolean isBlank(Case report, int[] row) {
		return Arrays.stream(row).noneMatch((number) -> number >= 0 && report.amount(number) != null);
	}

	private static int[] moved(int[] row, int by) {
		return IntStream.range(0, row.length)
			.map((column) -> (column + by >= 0 && column + by < row.length) ? row[column + by] : Slots.NONE)
			.toArray();
	}

	private static void addRuns(List<Candidate> candidates, Case report, int[][] rows, SlipKind kind) {
		for (int blank = 0; blank < rows.length; blank++) {
			if (!isBlank(report, rows[blank])) {
				continue;
			}
			for (int end = blank + 1; end < rows.length; end++) {
				addRun(candidates, report, Arrays.copyOfRange(rows, blank, end + 1), kind, 1);
			}
			for (int end = blank - 1; end >= 0; end--) {
				addRun(candidates, report, Arrays.copyOfRange(rows, end, blank + 1), kind, -1);
			}
		}
	}

	/** Adds a run whose figures stand that many rows below their place. */
	private static void addRun(List<Candidate> candidates, Case report, int[][] run, SlipKind kind, int below) {
		int[] nowhere = new int[run[0].length];
		Arrays.fill(nowhere, Slots.NONE);
		add(candidates, report, run, kind,
				(row) -> (row + below >= 0 && row + below < run.length) ? run[row + below] : nowhere, Shifts::isRun);
	}

	private static void add(List<Candidate> candidates, Case report, int[][] rows, SlipKind kind,
			IntFunction<int[]> origin, Predicate<Weighing> test) {
		Map<Integer, @Nullable BigDecimal> changes = new LinkedHashMap<>();
		for (int row = 0; row < rows.length; row++) {
			int[] sources = origin.apply(row);
			for (int column = 0; column < sources.length; column++) {
				if (rows[row][column] >= 0) {
					put(changes, report, rows[row][column], sources[column]);
				}
			}
		}
		Set<Integer> supplied = supply(changes, report);
		if (changes.entrySet().stream().allMatch((change) -> isPossible(report, change.getKey(), change.getValue()))) {
			candidates.add(new Candidate(kind, 0, changes, supplied, test));
		}
	}

	private static void put(Map<Integer, @Nullable BigDecimal> changes, Case report, int number, int source) {
		BigDecimal old = report.amount(number);
		BigDecimal moved = (source >= 0) ? report.amount(source) : null;
		boolean blank = old == null && moved == null;
		boolean same = old != null && moved != null && old.compareTo(moved) == 0;
		if (!blank && !same) {
			changes.put(number, moved);
		}
	}

	private static boolean isPossible(Case report, int number, @Nullable BigDecimal amount) {
		Slot slot = report.slots().get(number);
		return amount == null
				|| (slot.takes(amount) && !report.isUnheardOf(number) && report.report().cell(slot.key()) != null);
	}

	/** Fills in what is known to the cent; returns the figures filled in. */
	private static Set<Integer> supply(Map<Integer, @Nullable BigDecimal> changes, Case report) {
		Case after = report.with(changes);
		Set<Integer> supplied = new HashSet<>();
		for (Map.Entry<Integer, @Nullable BigDecimal> change : changes.entrySet()) {
			BigDecimal amount = (change.getValue() == null) ? known(after, change.getKey()) : null;
			if (amount != null) {
				change.setValue(amount);
				supplied.add(change.getKey());
			}
		}
		return supplied;
	}

	private static @Nullable BigDecimal known(Case report, int number) {
		Slot slot = report.slots().get(number);
		if (slot.isLastYear() && report.history().acceptedThen(number) != null) {
			return report.history().acceptedThen(number);
		}
		BigDecimal twin = (slot.twin() != Slots.NONE) ? report.amount(slot.twin()) : null;
		if (twin == null || report.history().startsYear()) {
			return twin;
		}
		BigDecimal before = report.history().lastMonth(slot.isCumulative() ? number : slot.twin());
		return (before == null) ? null : slot.isCumulative() ? before.add(twin) : twin.subtract(before);
	}

	/**
	 * The figures were wrong where they stand, or agree to the cent where they belong.
	 */
	private static boolean areColumns(Weighing weighing) {
		boolean right = weighing.exact() > 1 && weighing.exact() >= MOST * weighing.kept();
		return !weighing.breaks() && weighing.kept() > 1 && weighing.known() > 1
				&& weighing.inLine() >= NEARLY_ALL * weighing.known() && (isWrong(weighing) || right);
	}

	private static boolean isRun(Weighing weighing) {
		boolean better = weighing.gain() > 1 && weighing.gain() >= PLAINLY * weighing.given();
		return !weighing.breaks() && weighing.lost() == 0 && weighing.kept() > 1 && weighing.known() > 1
				&& weighing.inLine() >= NEARLY_ALL * weighing.known() && (isWrong(weighing) || better);
	}

	private static boolean isWrong(Weighing weighing) {
		return weighing.wrong() > 1 && weighing.wrong() >= HALF * weighing.given();
	}

}
