package org.srdi.monitor.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Figure;
import org.srdi.monitor.core.Report;

/**
 * What differs between two versions of a report. Where it stands in the file is no
 * difference.
 *
 * @param subject the field code, figure key, or product and column
 * @param cell the cell in the later version, or in the earlier one if it is blank now;
 * null if it is not known
 * @param before what it was; null if blank
 * @param after what it is; null if blank
 */
public record Change(String subject, @Nullable String cell, @Nullable String before, @Nullable String after) {

	/** Returns what differs, in the order of the later version. */
	static List<Change> between(Report before, Report after) {
		Map<String, Value> old = values(before);
		Map<String, Value> present = values(after);
		Set<String> subjects = new LinkedHashSet<>(present.keySet());
		subjects.addAll(old.keySet());
		List<Change> changes = new ArrayList<>();
		for (String subject : subjects) {
			Value was = old.get(subject);
			Value is = present.get(subject);
			if (was == null || is == null || !was.text().equals(is.text())) {
				CellAddress cell = (is != null) ? is.cell() : Objects.requireNonNull(was).cell();
				changes.add(new Change(subject, cell.toString(), (was != null) ? was.text() : null,
						(is != null) ? is.text() : null));
			}
		}
		return changes;
	}

	private static Map<String, Value> values(Report report) {
		Map<String, Value> values = new LinkedHashMap<>();
		report.entries().forEach((field, entry) -> values.put(field.value(), new Value(entry.cell(), entry.text())));
		report.figures().forEach((key, figure) -> values.put(key.toString(), new Value(figure.cell(), text(figure))));
		for (int line = 0; line < report.products().size(); line++) {
			String product = "products[" + (line + 1) + "].";
			report.products()
				.get(line)
				.entries()
				.forEach((column, entry) -> values.put(product + column, new Value(entry.cell(), entry.text())));
		}
		return values;
	}

	private static String text(Figure figure) {
		return (figure.amount() != null) ? figure.amount().stripTrailingZeros().toPlainString() : figure.text();
	}

	private record Value(CellAddress cell, String text) {

	}

}
