package org.srdi.monitor.observability;

import org.springframework.boot.health.contributor.Status;

/** How well a part does that does not decide whether the service is ready. */
final class Grade {

	/** Something waits too long or is missing; the service itself goes on. */
	static final Status DEGRADED = new Status("DEGRADED");

	private Grade() {
	}

	static Status of(boolean good) {
		return good ? Status.UP : DEGRADED;
	}

}
