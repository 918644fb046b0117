package org.srdi.monitor.database;

import java.io.Serial;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Texts;

/** Says why a database cannot be worked with, and what to do about it. */
public final class DatabaseRefusedException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String key;

	private final transient Object[] arguments;

	DatabaseRefusedException(String key, Object... arguments) {
		this(null, key, arguments);
	}

	DatabaseRefusedException(@Nullable Throwable cause, String key, Object... arguments) {
		super(Texts.of("database", Locale.ENGLISH).get(key, arguments), cause);
		this.key = key;
		this.arguments = arguments;
	}

	/** Returns what is wrong and what to do, for whoever runs the program. */
	public String messageFor(Locale locale) {
		return Texts.of("database", locale).get(this.key, this.arguments);
	}

}
