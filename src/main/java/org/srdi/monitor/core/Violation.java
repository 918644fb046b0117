package org.srdi.monitor.core;

import org.jspecify.annotations.Nullable;

/**
 * A rule that a report breaks.
 *
 * @param rule the code of the rule, as in V12
 * @param severity how much it weighs
 * @param cell the cell to repair; null where no cell of the file is to blame
 * @param message what was read, what was expected and what to do, in Chinese
 * @param messageEn the same in English
 * @param explained whether the report carries the explanation the rule asks for
 */
public record Violation(String rule, Severity severity, @Nullable CellAddress cell, String message, String messageEn,
		boolean explained) {

	/** Returns whether the report is returned for this. */
	public boolean isError() {
		return this.severity == Severity.ERROR;
	}

	/** Returns whether the report is held for this: a warning without explanation. */
	public boolean isOpenWarning() {
		return this.severity == Severity.WARNING && !this.explained;
	}

}
