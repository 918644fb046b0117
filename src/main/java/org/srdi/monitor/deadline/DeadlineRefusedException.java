package org.srdi.monitor.deadline;

import java.io.Serial;
import java.util.Locale;

import org.srdi.monitor.core.Texts;

/** Says why an extension or an outage cannot be entered, and what to do about it. */
public final class DeadlineRefusedException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String key;

	private final transient Object[] arguments;

	DeadlineRefusedException(String key, Object... arguments) {
		super(Texts.of("deadline", Locale.ENGLISH).get(key, arguments));
		this.key = key;
		this.arguments = arguments;
	}

	/** Returns what was read, what is expected and what to do. */
	public String messageFor(Locale locale) {
		return Texts.of("deadline", locale).get(this.key, this.arguments);
	}

}
