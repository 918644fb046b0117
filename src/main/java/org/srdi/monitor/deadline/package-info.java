/**
 * When reports are due: the calendar of {@code job.yaml} resolved to instants and stored
 * per period, extensions that were granted, outages of ours that move a deadline, and the
 * clocks by which a report is on time.
 * <p>
 * Decisions. What is resolved is kept: a later change of the calendar moves a deadline
 * only while neither the old nor the new one is over, unless somebody says so by name.
 * Nothing moves a deadline forward but an outage and an extension, and neither ever
 * shortens it. An outage gives back the service that was lost: a deadline comes when the
 * service has been there for as long as it would have been in the window before it. A
 * planned stop is an outage like any other, because who reports cannot tell them apart. A
 * report is on time by the instant it arrived, however long it waited to be checked.
 */
@ApplicationModule(displayName = "Deadline", allowedDependencies = { "core", "definition", "register" })
@NullMarked
package org.srdi.monitor.deadline;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
