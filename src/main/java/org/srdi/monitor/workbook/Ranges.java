package org.srdi.monitor.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Moves references that are written as text, such as {@code A3:F90}, when rows have gone.
 */
final class Ranges {

	private static final Pattern RANGE = Pattern.compile("([A-Z]*)(\\d+)(?::([A-Z]*)(\\d+))?");

	/** A reference in a formula, not in quotes and no part of a name. */
	private static final Pattern IN_FORMULA = Pattern
		.compile("\"[^\"]*\"|(?<![\\p{L}\\d_.$])(\\$?[A-Z]{1,3})(\\$?)(\\d{1,7})(?![\\p{L}\\d_.(])");

	private static final String PLACE = "\\$?[A-Z]{0,3}\\$?\\d{1,7}";

	private final KeptRows rows;

	Ranges(KeptRows rows) {
		this.rows = rows;
	}

	/** Returns where a range stands then; null if nothing is left of it. */
	@Nullable String moved(String range) {
		Matcher matcher = RANGE.matcher(range.replace("$", ""));
		if (!matcher.matches()) {
			return range; // whole columns
		}
		int first = Integer.parseInt(matcher.group(2)) - 1;
		int last = (matcher.group(4) != null) ? Integer.parseInt(matcher.group(4)) - 1 : first;
		int[] left = this.rows.moved(first, last);
		if (left == null) {
			return null;
		}
		String start = matcher.group(1) + (left[0] + 1);
		return (matcher.group(4) != null) ? start + ":" + matcher.group(3) + (left[1] + 1) : start;
	}

	/** Returns where ranges stand then that are set apart by spaces; empty if nowhere. */
	String allMoved(String ranges) {
		List<String> left = new ArrayList<>();
		for (String range : ranges.strip().split("\\s+", -1)) {
			String moved = moved(range);
			if (moved != null) {
				left.add(moved);
			}
		}
		return String.join(" ", left);
	}

	/** Returns the first row of a range, counted from 1; 0 if it has none. */
	static int top(String range) {
		Matcher matcher = RANGE.matcher(range.replace("$", ""));
		return matcher.lookingAt() ? Integer.parseInt(matcher.group(2)) : 0;
	}

	/** Moves the rows of a formula that counts from the cell it stands in. */
	static String shifted(String formula, int rows) {
		return IN_FORMULA.matcher(formula).replaceAll((match) -> {
			boolean relative = match.group(1) != null && match.group(2).isEmpty();
			String moved = relative ? match.group(1) + Math.max(1, Integer.parseInt(match.group(3)) + rows)
					: match.group();
			return Matcher.quoteReplacement(moved);
		});
	}

	/** Moves what a name refers to in the sheet, such as {@code '月报'!$A$1:$F$90}. */
	String inName(String formula) {
		String plain = Pattern.quote(this.rows.sheet());
		String quoted = Pattern.quote("'" + this.rows.sheet().replace("'", "''") + "'");
		Pattern pattern = Pattern
			.compile("(" + quoted + "|(?<![\\p{L}\\d_.])" + plain + ")!(" + PLACE + "(?::" + PLACE + ")?)");
		return pattern.matcher(formula)
			.replaceAll((match) -> Matcher.quoteReplacement(match.group(1) + "!" + clipped(match.group(2))));
	}

	private String clipped(String range) {
		String[] ends = range.split(":", -1);
		StringBuilder moved = new StringBuilder();
		int top = 0;
		for (int i = 0; i < ends.length; i++) {
			int digits = ends[i].replaceFirst("\\d+$", "").length();
			int old = Integer.parseInt(ends[i].substring(digits)) - 1;
			int row = (i == 0 || this.rows.has(old)) ? this.rows.moved(old) : this.rows.moved(old) - 1;
			top = (i == 0) ? row : top;
			moved.append((i == 0) ? "" : ":").append(ends[i], 0, digits).append(Math.max(top, row) + 1);
		}
		return moved.toString();
	}

}
