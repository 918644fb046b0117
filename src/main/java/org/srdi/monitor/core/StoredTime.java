package org.srdi.monitor.core;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * How instants are stored: as local times of Asia/Shanghai, which has no summer time, so
 * that the tables read as people do and nothing is lost.
 */
public final class StoredTime {

	/** The zone of all deadlines and of all times people see. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private StoredTime() {
	}

	/** Returns what is stored for an instant. */
	public static LocalDateTime of(Instant instant) {
		return LocalDateTime.ofInstant(instant, ZONE);
	}

	/** Returns the instant that was stored. */
	public static Instant toInstant(LocalDateTime stored) {
		return stored.atZone(ZONE).toInstant();
	}

}
