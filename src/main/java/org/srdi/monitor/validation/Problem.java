package org.srdi.monitor.validation;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;

/**
 * What is wrong with a cell.
 *
 * @param cell the cell; null if it is not known
 * @param values what is filled into the message
 */
record Problem(@Nullable CellAddress cell, Values values) {

	/**
	 * Returns a problem.
	 * @param cell the cell; null if it is not known
	 * @param name what the cell is called in Chinese
	 * @param nameEn the same in English
	 * @param read what the cell shows, empty if it is blank
	 * @param key the words for it, whose first argument is what was read
	 */
	static Problem of(@Nullable CellAddress cell, String name, String nameEn, String read, String key,
			String... arguments) {
		Object[] all = new Object[arguments.length + 1];
		all[0] = Values.shorten(read);
		System.arraycopy(arguments, 0, all, 1, arguments.length);
		return new Problem(cell, Values.at(cell).put("name", name, nameEn).read(read).problem(key, all));
	}

}
