package org.srdi.monitor.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.workbook.ListSheet.Item;
import org.srdi.monitor.workbook.MarkedCopy.Remark;

/**
 * Lets remarks and lists speak of the cells of a copy instead of those of the original.
 *
 * @param kept the rows that were kept; null if all were
 */
record Moves(@Nullable KeptRows kept) {

	Map<CellAddress, Remark> of(Map<CellAddress, Remark> remarks) {
		KeptRows rows = this.kept;
		if (rows == null) {
			return remarks;
		}
		Map<CellAddress, Remark> moved = new LinkedHashMap<>();
		remarks.forEach((cell, remark) -> moved.put(rows.moved(cell),
				new Remark(remark.mark(), words(remark.words(), cell, rows))));
		return moved;
	}

	ListSheet of(ListSheet list) {
		KeptRows rows = this.kept;
		if (rows == null) {
			return list;
		}
		return new ListSheet(list.name(), list.title(), list.instruction(), list.columns(),
				list.lines().stream().map((line) -> line(line, rows)).toList(), list.heading());
	}

	private static List<Item> line(List<Item> line, KeptRows rows) {
		CellAddress place = line.stream().map(Item::target).filter((target) -> target != null).findFirst().orElse(null);
		return line.stream()
			.map((item) -> new Item((place != null) ? words(item.text(), place, rows) : item.text(), item.style(),
					moved(item.target(), rows), item.choices()))
			.toList();
	}

	private static @Nullable CellAddress moved(@Nullable CellAddress cell, KeptRows rows) {
		return (cell != null) ? rows.moved(cell) : null;
	}

	private static String words(String words, CellAddress cell, KeptRows rows) {
		return Pattern.compile(Pattern.quote(cell.toString()) + "(?!\\d)")
			.matcher(words)
			.replaceAll(Matcher.quoteReplacement(rows.moved(cell).toString()));
	}

}
