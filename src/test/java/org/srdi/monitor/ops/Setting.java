package org.srdi.monitor.ops;

import java.util.Locale;
import java.util.Map;

/**
 * A setting of ours.
 *
 * @param name as in {@code srdi.observability.refresh}
 * @param type as people say it
 * @param standard what holds unless it is set; empty for nothing
 * @param meaning one sentence or two
 */
record Setting(String name, String type, String standard, String meaning) {

	private static final Map<String, String> COMMANDS = Map.of("srdi.data-dir", "SRDI_DATA_DIR", "srdi.jobs-dir",
			"SRDI_JOBS_DIR");

	/**
	 * Returns the variable of the environment that sets it: that of the commands where
	 * they have one of their own, otherwise the one that Spring Boot makes of its name.
	 */
	String variable() {
		return COMMANDS.getOrDefault(name(), usual());
	}

	private String usual() {
		return name().replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

}
