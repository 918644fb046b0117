package org.srdi.monitor.observability;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How closely the service watches itself ({@code srdi.observability.*}).
 *
 * @param refresh how old the quick figures of health and metrics may be: queues, runs,
 * schedules
 * @param refreshSlow how old the figures may be that take the reports of a whole month to
 * count: verdicts, lateness, coverage
 * @param patience how long a request waits for figures; after that it gets the last ones
 * @param minFreeSpace the free space below which the data directory is not ready for more
 * files
 * @param maxQueueAge how long a file, a report or a message may wait before the health is
 * DEGRADED
 */
@ConfigurationProperties("srdi.observability")
record ObservabilityProperties(@DefaultValue("20s") Duration refresh, @DefaultValue("5m") Duration refreshSlow,
		@DefaultValue("4s") Duration patience, @DefaultValue("1GB") DataSize minFreeSpace,
		@DefaultValue("1h") Duration maxQueueAge) {

}
