/**
 * The command line: commands, exit codes, progress and what people read on the way.
 */
@ApplicationModule(displayName = "Command line",
		allowedDependencies = { "core", "database", "definition", "register", "deadline", "workbook", "submission",
				"validation", "indicator", "target", "publication", "reminder", "sample", "batch", "watch", "schedule",
				"notice" })
@NullMarked
package org.srdi.monitor.cli;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
