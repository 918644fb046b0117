package org.srdi.monitor.workbook;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;

/** The rows of a sheet that are kept, and where they stand once the others are gone. */
final class KeptRows {

	private final String sheet;

	private final int first;

	private final int[] rows;

	private KeptRows(String sheet, int first, int[] rows) {
		this.sheet = sheet;
		this.first = first;
		this.rows = rows;
	}

	/** Keeps the first rows and those given. */
	static KeptRows of(String sheet, int first, Set<Integer> rows) {
		IntPredicate below = (row) -> row >= first;
		return new KeptRows(sheet, first,
				IntStream.concat(IntStream.range(0, first), rows.stream().mapToInt(Integer::intValue).filter(below))
					.distinct()
					.sorted()
					.toArray());
	}

	String sheet() {
		return this.sheet;
	}

	boolean has(int row) {
		return Arrays.binarySearch(this.rows, row) >= 0;
	}

	/** Returns whether a row is below the first ones: a filter may have hidden it. */
	boolean isBelow(int row) {
		return row >= this.first;
	}

	/** Returns where a row stands then, or where it would if it were kept. */
	int moved(int row) {
		int found = Arrays.binarySearch(this.rows, row);
		return (found >= 0) ? found : -found - 1;
	}

	/** Returns where a cell stands then; cells of other sheets stay where they are. */
	CellAddress moved(CellAddress cell) {
		return cell.sheet().equals(this.sheet) ? new CellAddress(this.sheet, moved(cell.row()), cell.column()) : cell;
	}

	/** Returns what is left of a stretch of rows; null if nothing is. */
	int @Nullable [] moved(int first, int last) {
		int from = moved(first);
		int to = has(last) ? moved(last) : moved(last) - 1;
		return (from <= to) ? new int[] { from, to } : null;
	}

}
