package org.srdi.monitor.definition.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells whether a text can be a Quartz cron expression: six or seven fields of the right
 * characters, the numbers in their ranges, and exactly one day left open with ?. Quartz
 * itself, which only the package {@code schedule} may use, has the last word.
 */
final class Cron {

	private static final Pattern NUMBERS = Pattern.compile("\\d+");

	private static final Pattern CHARACTERS = Pattern.compile("[0-9A-Z*,/\\-?L#]+");

	private static final List<int[]> RANGES = List.of(range(0, 59), range(0, 59), range(0, 23), range(1, 31),
			range(1, 12), range(1, 7), range(1970, 2199));

	private static final int DAY_OF_MONTH = 3;

	private static final int DAY_OF_WEEK = 5;

	private Cron() {
	}

	static boolean isPlausible(String expression) {
		String[] fields = expression.strip().split("\\s+", -1);
		if (fields.length < 6 || fields.length > 7) {
			return false;
		}
		for (int i = 0; i < fields.length; i++) {
			if (!CHARACTERS.matcher(fields[i]).matches() || !isInRange(fields[i], RANGES.get(i))) {
				return false;
			}
		}
		return fields[DAY_OF_MONTH].equals("?") != fields[DAY_OF_WEEK].equals("?");
	}

	private static boolean isInRange(String field, int[] range) {
		return NUMBERS.matcher(field)
			.results()
			.map((result) -> Integer.parseInt(result.group()))
			.allMatch((number) -> number >= 0 && number <= range[1])
				&& (!NUMBERS.matcher(field).matches() || Integer.parseInt(field) >= range[0]);
	}

	private static int[] range(int least, int greatest) {
		return new int[] { least, greatest };
	}

}
