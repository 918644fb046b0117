/**
 * The rollup workbook of a month and the exports of its tables.
 * <p>
 * The same data give the same bytes: rows are ordered by business keys, and the only time
 * printed is the instant of the first publication of that period and revision.
 */
@ApplicationModule(displayName = "Publication",
		allowedDependencies = { "core", "definition", "indicator", "target", "workbook", "register", "notice" })
@NullMarked
package org.srdi.monitor.publication;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
