/**
 * How the service is: health, figures for Prometheus, and a log without personal data.
 * <p>
 * Decisions. What is shown is read from the tables, not counted in memory: it survives
 * restarts and is the same on every node, so that a query takes the maximum over nodes
 * and never their sum. The tables are read at most so often, whoever asks
 * ({@code srdi.observability.refresh}), by one thread, so that neither a storm of
 * requests nor a database that hangs costs more than that thread. No figure is labelled
 * with an enterprise.
 */
@ApplicationModule(displayName = "Observability",
		allowedDependencies = { "core", "database", "deadline", "submission" })
@NullMarked
package org.srdi.monitor.observability;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
