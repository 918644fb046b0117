package org.srdi.monitor.deadline;

import java.time.Clock;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.srdi.monitor.definition.Definitions;

/** Deadlines for the tests of other packages. */
public final class TestDeadlines {

	private TestDeadlines() {
	}

	/** Returns the deadlines of a calendar over the tables of a test. */
	public static Deadlines of(JdbcClient jdbc, Definitions definitions, Clock clock) {
		return new Deadlines(new DeadlineTable(jdbc), new ExtensionTable(jdbc), new OutageTable(jdbc), definitions,
				clock);
	}

	/** Returns what tells which reports are on time. */
	public static Timeliness timeliness(JdbcClient jdbc, Deadlines deadlines) {
		return new Timeliness(jdbc, deadlines);
	}

}
