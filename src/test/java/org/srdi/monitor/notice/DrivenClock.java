package org.srdi.monitor.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.srdi.monitor.core.StoredTime;

/** A clock that stands until it is moved, and can stop a process dead. */
final class DrivenClock extends Clock {

	private Instant now;

	private boolean deadly;

	DrivenClock(String now) {
		set(now);
	}

	void set(String local) {
		this.now = LocalDateTime.parse(local).atZone(StoredTime.ZONE).toInstant();
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	/** Lets the process end when it looks at the clock the next time. */
	void killNext() {
		this.deadly = true;
	}

	@Override
	public Instant instant() {
		if (this.deadly) {
			this.deadly = false;
			throw new Killed();
		}
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return StoredTime.ZONE;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	/** Stands for the end of the process: nothing catches it. */
	static final class Killed extends Error {

		private static final long serialVersionUID = 1L;

	}

}
