/**
 * Targets: how enterprises keep pace with their yearly plans, and how regions stand
 * against the plans of the authorities.
 * <p>
 * Decisions. An enterprise is held against its own season: the path to date is its target
 * times the share of last year's total it had reached by the same month; where that is
 * not known, months / 12. Limits are compared exactly, on products rather than on rounded
 * quotients. An enterprise without an accepted report is missing, never judged; months
 * without a judgement neither prolong nor end a row of months behind.
 */
@ApplicationModule(displayName = "Target", allowedDependencies = { "core", "definition", "register", "indicator" })
@NullMarked
package org.srdi.monitor.target;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
