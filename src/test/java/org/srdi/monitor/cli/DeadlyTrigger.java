package org.srdi.monitor.cli;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

import org.h2.api.Trigger;

/** Ends the process after some rows, as kill -9 does: nothing is said, nothing closed. */
public final class DeadlyTrigger implements Trigger {

	private static final int ROWS = 70;

	private static final AtomicInteger SEEN = new AtomicInteger();

	@Override
	public void fire(Connection connection, Object[] before, Object[] after) {
		if (SEEN.incrementAndGet() == ROWS) {
			Runtime.getRuntime().halt(137);
		}
	}

}
