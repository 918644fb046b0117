package org.srdi.monitor.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import org.h2.api.Trigger;

/** Fails as a statement does that lost a deadlock, as often as it is told to. */
public final class LosingTrigger implements Trigger {

	static final AtomicInteger TIMES_LEFT = new AtomicInteger();

	@Override
	public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
		if (TIMES_LEFT.getAndUpdate((left) -> Math.max(0, left - 1)) > 0) {
			throw new SQLException("Deadlock detected", "40001", 40001);
		}
	}

}
