package org.srdi.monitor.definition;

/**
 * The part of the definitions that tells what has to happen.
 *
 * @param job the deadlines and schedules
 * @param watch what has to happen
 */
public record Watched(JobDefinition job, WatchDefinition watch) {

}
