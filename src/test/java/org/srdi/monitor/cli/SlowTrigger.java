package org.srdi.monitor.cli;

import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.h2.api.Trigger;

/** Takes its time, as a busy server does. */
public final class SlowTrigger implements Trigger {

	private static final long PAUSE = Duration.ofMillis(20).toNanos();

	@Override
	public void fire(Connection connection, Object[] before, Object[] after) {
		LockSupport.parkNanos(PAUSE);
	}

}
