package org.srdi.monitor.register;

import java.util.Map;

import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.workbook.Table.TableRow;

/**
 * Where the columns of a file stand, so that rows need not remember it.
 *
 * @param sheet the sheet; of a csv file, its name
 * @param columns the columns the file has, counted from 0, by their codes
 */
record Layout(String sheet, Map<String, Integer> columns) {

	static final Layout NONE = new Layout("", Map.of());

	Layout(TableRow row) {
		this(row.place().sheet(), row.columns());
	}

	boolean has(String column) {
		return this.columns.containsKey(column);
	}

	CellAddress at(int row, String column) {
		return new CellAddress(this.sheet, row, this.columns.getOrDefault(column, 0));
	}

}
