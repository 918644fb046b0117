package org.srdi.monitor.observability;

import java.time.Duration;
import java.util.stream.Stream;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

import org.jspecify.annotations.Nullable;

/** Tells whether what comes in is taken in. */
final class IntakeHealthIndicator extends AbstractHealthIndicator {

	private final Readings readings;

	private final Duration limit;

	IntakeHealthIndicator(Readings readings, Duration limit) {
		super("The queues cannot be read");
		this.readings = readings;
		this.limit = limit;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		Readings.State state = this.readings.current();
		double oldest = Stream
			.of(state.figure(QueueMeasures.INBOX_AGE), state.figure(QueueMeasures.AGE, "files"),
					state.figure(QueueMeasures.AGE, "reports"))
			.mapToDouble(IntakeHealthIndicator::orZero)
			.max()
			.orElse(0);
		health.status(Grade.of(state.complete() && oldest <= this.limit.toSeconds()))
			.withDetail("inboxFiles", (long) orZero(state.figure(QueueMeasures.INBOX)))
			.withDetail("filesToRead", (long) orZero(state.figure(QueueMeasures.LENGTH, "files")))
			.withDetail("reportsToCheck", (long) orZero(state.figure(QueueMeasures.LENGTH, "reports")))
			.withDetail("oldestWaitingSeconds", (long) oldest)
			.withDetail("limitSeconds", this.limit.toSeconds());
	}

	private static double orZero(@Nullable Double figure) {
		return (figure != null) ? figure : 0;
	}

}
