package org.srdi.monitor.workbook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet with the cells that have content.
 *
 * @param index the row, counted from 0
 * @param cells its cells from left to right, blank ones left out, never empty
 */
public record Row(int index, List<Cell> cells) {

	public Row {
		cells = List.copyOf(cells);
	}

	/** Returns the cell of a column, counted from 0; null if it is blank. */
	public @Nullable Cell cell(int column) {
		int low = 0;
		int high = this.cells.size() - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			Cell cell = this.cells.get(middle);
			if (cell.address().column() == column) {
				return cell;
			}
			low = (cell.address().column() < column) ? middle + 1 : low;
			high = (cell.address().column() > column) ? middle - 1 : high;
		}
		return null;
	}

}
