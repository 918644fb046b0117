/**
 * What comes in: files in the inbox, the archive of their bytes, the reports in them, the
 * versions of these and what became of each; and the form workbooks that go out.
 */
@ApplicationModule(displayName = "Submission",
		allowedDependencies = { "core", "definition", "register", "deadline", "workbook" })
@NullMarked
package org.srdi.monitor.submission;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
