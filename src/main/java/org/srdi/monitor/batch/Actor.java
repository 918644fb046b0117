package org.srdi.monitor.batch;

import java.util.Locale;

/**
 * Who starts a run.
 *
 * @param text as the history of the runs keeps it, at most 80 characters
 */
public record Actor(String text) {

	private static final int LONGEST = 80;

	public Actor {
		text = (text.length() <= LONGEST) ? text : text.substring(0, LONGEST);
	}

	/** Returns the schedule of that code. */
	public static Actor schedule(String code) {
		return new Actor("schedule " + code);
	}

	/** Returns whether nobody sees how the run ends. */
	boolean isSchedule() {
		return this.text.startsWith("schedule ");
	}

	/** Returns the user of this process, who gave a command. */
	public static Actor command(String name) {
		return new Actor(name.toLowerCase(Locale.ROOT) + " (" + System.getProperty("user.name", "unknown user") + ")");
	}

}
