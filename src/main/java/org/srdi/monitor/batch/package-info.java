/**
 * The jobs: how the features are wired into steps, launched, locked, restarted and
 * recorded. Holds no business rule, and is the only user of Spring Batch.
 * <p>
 * What a step has done is told by the state of the rows it works on, not by counters of
 * its reader: a run that was killed starts again and finds what is left.
 */
@ApplicationModule(displayName = "Batch",
		allowedDependencies = { "core", "definition", "register", "deadline", "workbook", "submission", "validation",
				"indicator", "target", "publication" })
@NullMarked
package org.srdi.monitor.batch;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
