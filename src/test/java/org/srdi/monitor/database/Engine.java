package org.srdi.monitor.database;

import java.util.Locale;

/** The engine that the integration tests of this build run on. */
public enum Engine {

	/** Embedded, in memory or in files. */
	H2,
	/** A real server. */
	MYSQL;

	/** Returns what {@code -Dsrdi.test.engine} says, H2 unless it says anything. */
	public static Engine current() {
		return valueOf(System.getProperty("srdi.test.engine", "h2").toUpperCase(Locale.ROOT));
	}

	public boolean isMySql() {
		return this == MYSQL;
	}

}
