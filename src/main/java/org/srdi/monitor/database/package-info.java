/**
 * The database as a whole: whether it is one this program can work with, how its schema
 * is brought up to date, transactions that survive a deadlock, and the move from one
 * database to another. Its tables belong to the modules that use them.
 */
@ApplicationModule(displayName = "Database", allowedDependencies = "core")
@NullMarked
package org.srdi.monitor.database;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
