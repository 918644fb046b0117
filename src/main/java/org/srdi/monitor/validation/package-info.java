/**
 * Judges reports: a report and what is known about its enterprise in, violations out.
 * Pure, so that a dry run, the intake and the tests check alike. What a rule does is
 * code, one class per kind; its parameters and wording are data ({@code rules.yaml}).
 */
@ApplicationModule(displayName = "Validation", allowedDependencies = { "core", "definition" })
@NullMarked
package org.srdi.monitor.validation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
