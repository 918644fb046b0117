package org.srdi.monitor.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which the service gave no sign of life.
 *
 * @param from the last one before it
 * @param to the first one after it
 */
record Gap(Instant from, Instant to) {

	boolean holds(Instant instant) {
		return !instant.isBefore(this.from) && instant.isBefore(this.to);
	}

	Duration length() {
		return Duration.between(this.from, this.to);
	}

}
