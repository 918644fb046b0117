/**
 * Whose report is missing, whom to call first, and who is reminded of what.
 * <p>
 * Both follow from what is stored, never from the time something ran: a stage of
 * reminding is due as soon as its instant has passed and as long as the report is
 * missing, so that an outage delays a reminder and never loses or doubles one.
 */
@ApplicationModule(displayName = "Reminder",
		allowedDependencies = { "core", "definition", "register", "workbook", "submission", "indicator", "deadline",
				"notice" })
@NullMarked
package org.srdi.monitor.reminder;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
