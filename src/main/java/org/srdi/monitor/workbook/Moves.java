package org.srdi.monitor.workbook;

import java.util.LinkedHashMap;
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
		remarks.forEach(
				(cell, remark) -> moved.put(rows.moved(cell), new Remark(remark.mark(), words(remark.words(), rows))));
		return moved;
	}

	ListSheet of(ListSheet list) {
		KeptRows rows = this.kept;
		if (rows == null) {
			return list;
		}
		return new ListSheet(list.name(), list.title(), list.instruction(), list.columns(),
				list.lines().stream().map((line) -> line.stream().map((item) -> item(item, rows)).toList()).toList(),
				list.heading());
	}

	private static Item item(Item item, KeptRows rows) {
		CellAddress target = item.target();
		return new Item(words(item.text(), rows), item.style(), (target != null) ? rows.moved(target) : null,
				item.choices());
	}

	/** Moves the addresses in a text; those of rows that are gone stay. */
	private static String words(String words, KeptRows rows) {
		if (!words.contains(rows.sheet() + "!")) {
			return words;
		}
		Pattern address = Pattern.compile(Pattern.quote(rows.sheet()) + "!([A-Z]{1,3})(\\d{1,7})(?!\\d)");
		return address.matcher(words).replaceAll((match) -> {
			int row = Integer.parseInt(match.group(2)) - 1;
			String moved = rows.has(row) ? rows.sheet() + "!" + match.group(1) + (rows.moved(row) + 1) : match.group();
			return Matcher.quoteReplacement(moved);
		});
	}

}
