package org.srdi.monitor.cli;

import java.util.List;

/**
 * A table for the terminal, where a Chinese character is as wide as two letters.
 *
 * @param rows the rows, the headings first, all of the same length
 */
record TextTable(List<List<String>> rows) {

	private static final int FIRST_WIDE = 0x2E80;

	/** Returns the rows as lines whose columns stand below each other. */
	List<String> lines() {
		return this.rows.stream().map(this::line).toList();
	}

	private String line(List<String> row) {
		StringBuilder line = new StringBuilder();
		for (int column = 0; column < row.size(); column++) {
			String text = row.get(column);
			String gap = " ".repeat(width(column) - width(text));
			boolean number = isNumber(column);
			line.append(number ? gap + text : text + gap).append("  ");
		}
		return line.toString().stripTrailing();
	}

	private boolean isNumber(int column) {
		return this.rows.size() > 1
				&& this.rows.stream().skip(1).allMatch((row) -> row.get(column).matches("[-+]?\\d+(\\.\\d+)?"));
	}

	private int width(int column) {
		return this.rows.stream().mapToInt((row) -> width(row.get(column))).max().orElse(0);
	}

	private static int width(String text) {
		return text.codePoints().map((letter) -> (letter < FIRST_WIDE) ? 1 : 2).sum();
	}

}
