package org.srdi.monitor.notice;

import java.util.regex.Pattern;

/** Keeps texts that become headers of mails to one line, so that none adds a header. */
final class OneLine {

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

	private OneLine() {
	}

	/** Returns the text with spaces for control characters, and at most so long. */
	static String of(String text, int length) {
		String line = CONTROL.matcher(text).replaceAll(" ").strip();
		return (line.length() <= length) ? line : line.substring(0, length);
	}

}
