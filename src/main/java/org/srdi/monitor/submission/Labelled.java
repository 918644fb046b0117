package org.srdi.monitor.submission;

import org.srdi.monitor.workbook.Cell;

/**
 * A cell with a word of the form.
 *
 * @param index its index among the cells of its row
 * @param cell the cell
 * @param word what it says
 */
record Labelled(int index, Cell cell, Vocabulary.Word word) {

	int column() {
		return this.cell.address().column();
	}

}
