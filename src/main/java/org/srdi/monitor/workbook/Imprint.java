package org.srdi.monitor.workbook;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.CellAddress;

/** What a {@link Stamp} puts into the open cells of one copy. */
public final class Imprint {

	/** What stands behind the attributes of a cell element, by cell. */
	private final Map<CellAddress, String> contents = new HashMap<>();

	private final Set<String> sheets = new HashSet<>();

	/**
	 * Puts text into a cell, also if it looks like a number or a formula; null or blank
	 * text leaves it empty.
	 */
	public Imprint text(CellAddress cell, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			put(cell, XmlText.inlineCell(text));
		}
		return this;
	}

	/** Puts a native number into a cell, every digit of it; null leaves it empty. */
	public Imprint number(CellAddress cell, @Nullable BigDecimal number) {
		if (number != null) {
			put(cell, "><v>" + plain(number) + "</v></c>");
		}
		return this;
	}

	private static String plain(BigDecimal number) {
		return (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
	}

	private void put(CellAddress cell, String content) {
		this.contents.put(cell, content);
		this.sheets.add(cell.sheet());
	}

	boolean touches(String sheet) {
		return this.sheets.contains(sheet);
	}

	/** Returns how the element of a cell goes on and ends. */
	String endOf(CellAddress cell) {
		return this.contents.getOrDefault(cell, "/>");
	}

	/** Returns the cells that are not empty. */
	Set<CellAddress> cells() {
		return this.contents.keySet();
	}

}
