package org.srdi.monitor.submission;

import org.jspecify.annotations.Nullable;

/** Fits texts into columns. */
final class Columns {

	private Columns() {
	}

	/**
	 * Returns the text, or as much of it as the column holds; the archive keeps the
	 * whole.
	 */
	static @Nullable String cut(@Nullable String text, int length) {
		return (text == null || text.length() <= length) ? text : text.substring(0, length);
	}

}
