/**
 * The vocabulary of the field as values: periods, codes, tiers, cells, figures, reports.
 * <p>
 * Knows neither Spring nor any I/O, and depends on nothing, so that everything may depend
 * on it.
 */
@ApplicationModule(displayName = "Core", allowedDependencies = {})
@NullMarked
package org.srdi.monitor.core;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
