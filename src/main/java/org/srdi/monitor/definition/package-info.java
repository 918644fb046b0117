/**
 * The definitions that people edit in {@code jobs/}: form, rules, indicators, rollups,
 * schedule. Loaded once, checked completely (every mistake with file, line and column),
 * then sealed.
 */
@ApplicationModule(displayName = "Definition", allowedDependencies = "core")
@NullMarked
package org.srdi.monitor.definition;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
