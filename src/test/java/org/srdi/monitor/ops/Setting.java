package org.srdi.monitor.ops;

import java.util.Locale;

/**
 * A setting of ours.
 *
 * @param name as in {@code srdi.observability.refresh}
 * @param type as people say it
 * @param standard what holds unless it is set; empty for nothing
 * @param meaning one sentence or two
 */
record Setting(String name, String type, String standard, String meaning) {

	/** Returns the variable of the environment that sets it. */
	String variable() {
		return name().replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
