/**
 * Who is watched: regions and industries, enterprises with their titles and membership,
 * yearly plans, and the roster of a period, frozen when the period is first worked off.
 * <p>
 * Imports are all or nothing and never delete. A column that a file has speaks for
 * itself, blanks included; what a file has no column for stays as it was.
 */
@ApplicationModule(displayName = "Register", allowedDependencies = { "core", "workbook" })
@NullMarked
package org.srdi.monitor.register;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
