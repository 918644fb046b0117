package org.srdi.monitor.publication;

import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.workbook.SheetWriter;

/** A kind of sheet of a rollup. */
interface Page {

	/**
	 * Writes the sheet.
	 * @param name the name of its tab
	 * @param definition what it shows
	 */
	void write(Edition edition, RollupDefinition.Sheet definition, String name, SheetWriter sheet);

}
