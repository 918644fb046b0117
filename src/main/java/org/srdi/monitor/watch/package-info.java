/**
 * What did not happen. {@code expectations.yaml} says what has to have happened by when;
 * here it is looked up in the tables, told once to those who look after the system, and
 * once more when it happened after all. The looking up reads only and needs no more than
 * a connection, so that it also serves the command {@code watch}, which asks from outside
 * whether the service lives.
 */
@ApplicationModule(displayName = "Watch", allowedDependencies = { "core", "definition", "deadline", "notice" })
@NullMarked
package org.srdi.monitor.watch;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
