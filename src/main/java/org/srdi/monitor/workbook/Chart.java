package org.srdi.monitor.workbook;

import java.util.List;

import org.srdi.monitor.core.CellAddress;

/**
 * A native chart over cells of the workbook.
 *
 * @param title its title
 * @param categoryTitle what the category axis shows, empty for no title
 * @param valueTitle what the value axis shows, with its unit, empty for no title
 * @param topLeft the first cell it covers
 * @param bottomRight the last cell it covers
 * @param categories the cells of the categories, in one row or one column
 * @param series the series, one value per category
 */
public record Chart(String title, String categoryTitle, String valueTitle, CellAddress topLeft, CellAddress bottomRight,
		Range categories, List<Series> series) {

	public Chart {
		series = List.copyOf(series);
	}

	/**
	 * One line, or the bars of one colour.
	 *
	 * @param title its name in the legend
	 * @param values the cells of its values; a cell without a number is a gap
	 */
	public record Series(String title, Range values) {

	}

	/**
	 * Some cells of a sheet, all bounds inclusive and counted from 0.
	 *
	 * @param sheet the name of the sheet
	 * @param row the first row
	 * @param column the first column
	 * @param lastRow the last row
	 * @param lastColumn the last column
	 */
	public record Range(String sheet, int row, int column, int lastRow, int lastColumn) {

	}

}
