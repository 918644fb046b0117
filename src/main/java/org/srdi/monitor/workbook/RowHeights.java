package org.srdi.monitor.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Makes rows high enough for wrapped text. Excel would do so by itself, other viewers do
 * not, and none does for merged cells. Widths are estimates.
 */
final class RowHeights {

	private static final int DEFAULT_WIDTH = 8;

	/** The radicals, with which the Chinese characters begin. */
	private static final int FIRST_WIDE_LETTER = 0x2E80;

	/** The width of a Chinese character in digits. */
	private static final double WIDE = 1.7;

	private static final float LINE = 1.45f;

	private static final float PADDING = 4;

	private final Map<Integer, Integer> widths = new HashMap<>();

	private final Set<Integer> fixed = new HashSet<>();

	private final List<CellRangeAddress> merged = new ArrayList<>();

	private final List<Wrapped> texts = new ArrayList<>();

	void width(int column, int characters) {
		this.widths.put(column, characters);
	}

	/** Leaves the height of a row as it was set. */
	void fix(int row) {
		this.fixed.add(row);
	}

	void merge(CellRangeAddress region) {
		this.merged.add(region);
	}

	void add(int row, int column, String text, Look look) {
		this.texts.add(new Wrapped(row, column, text, look.size()));
	}

	/**
	 * Returns the heights in points that the texts added so far need, and forgets them.
	 */
	Map<Integer, Float> take() {
		Map<Integer, Float> heights = new HashMap<>();
		for (Wrapped text : this.texts) {
			int lines = lines(text);
			if (lines > 1 && !this.fixed.contains(text.row())) {
				heights.merge(text.row(), lines * text.size() * LINE + PADDING, Math::max);
			}
		}
		this.texts.clear();
		return heights;
	}

	private int lines(Wrapped text) {
		double width = width(text) * 10.0 / text.size();
		return text.text().lines().mapToInt((line) -> (int) Math.max(1, Math.ceil(measure(line) / width))).sum();
	}

	private int width(Wrapped text) {
		CellRangeAddress region = this.merged.stream()
			.filter((range) -> range.isInRange(text.row(), text.column()))
			.findFirst()
			.orElseGet(() -> new CellRangeAddress(text.row(), text.row(), text.column(), text.column()));
		int width = 0;
		for (int column = region.getFirstColumn(); column <= region.getLastColumn(); column++) {
			width += this.widths.getOrDefault(column, DEFAULT_WIDTH);
		}
		return Math.max(1, width * (region.getLastRow() - region.getFirstRow() + 1));
	}

	private static double measure(String line) {
		return line.chars().mapToDouble((letter) -> (letter < FIRST_WIDE_LETTER) ? 1 : WIDE).sum();
	}

	/**
	 * Text that wraps.
	 *
	 * @param row its row
	 * @param column its column
	 * @param text the text
	 * @param size the size of its letters in points
	 */
	private record Wrapped(int row, int column, String text, int size) {

	}

}
