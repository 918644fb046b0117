package org.srdi.monitor.observability;

import java.time.Duration;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether mails go out. A mail server that is away degrades the service; it takes
 * reports in all the same.
 */
final class OutboxHealthIndicator extends AbstractHealthIndicator {

	private final Readings readings;

	private final Duration limit;

	OutboxHealthIndicator(Readings readings, Duration limit) {
		super("The outbox cannot be read");
		this.readings = readings;
		this.limit = limit;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		Readings.State state = this.readings.current();
		Double age = state.figure(MailMeasures.AGE);
		Double givenUp = state.figure(MailMeasures.DELIVERIES, "given_up");
		health.status(Grade.of(age != null && age <= this.limit.toSeconds() && isZero(givenUp)))
			.withDetail("oldestDueSeconds", (age != null) ? age.longValue() : -1)
			.withDetail("givenUp", (givenUp != null) ? givenUp.longValue() : -1)
			.withDetail("limitSeconds", this.limit.toSeconds());
	}

	private static boolean isZero(@Nullable Double figure) {
		return figure != null && figure == 0;
	}

}
