package org.srdi.monitor.batch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs hold on to their work ({@code srdi.run.*}).
 *
 * @param lease how long a process may be silent before another suspects it to be dead and
 * takes over its run; at least 1 s
 * @param databasePatience how long a run waits for a database that went away, before it
 * gives up and is left for the next start; 0 to give up at once
 */
@ConfigurationProperties("srdi.run")
record RunProperties(@DefaultValue("60s") Duration lease, @DefaultValue("5m") Duration databasePatience) {

	RunProperties {
		if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
			throw new IllegalArgumentException("srdi.run.lease is " + lease.toMillis()
					+ " ms: expected 1 s or more, as a busy machine may be silent for that long");
		}
		if (databasePatience.isNegative()) {
			throw new IllegalArgumentException(
					"srdi.run.database-patience is " + databasePatience + ": expected 0 or more");
		}
	}

}
