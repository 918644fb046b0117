package org.srdi.monitor.observability;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Tells whether something that should have happened did not. */
final class WatchHealthIndicator extends AbstractHealthIndicator {

	private final Readings readings;

	WatchHealthIndicator(Readings readings) {
		super("The expectations cannot be read");
		this.readings = readings;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		Readings.State state = this.readings.current();
		double missed = state.sum(ScheduleMeasures.EXPECTATIONS);
		health.status(Grade.of(state.complete() && missed == 0))
			.withDetail("notHappened", (long) missed)
			.withDetail("lastSignOfLifeSeconds", (long) state.sum("srdi_service_beat_age_seconds"));
	}

}
