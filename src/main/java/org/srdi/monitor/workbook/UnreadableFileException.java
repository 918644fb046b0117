package org.srdi.monitor.workbook;

import java.io.Serial;
import java.nio.file.Path;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.core.Texts;

/** Says that a file is no workbook that can be read, why, and what to do about it. */
public class UnreadableFileException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final String key;

	private final String file;

	UnreadableFileException(Reason reason, Path file, @Nullable Throwable cause) {
		this(reason, reason.key, file, cause);
	}

	UnreadableFileException(Reason reason, String key, Path file, @Nullable Throwable cause) {
		super(text(Locale.ENGLISH, key, name(file)), cause);
		this.reason = reason;
		this.key = key;
		this.file = name(file);
	}

	private UnreadableFileException(UnreadableFileException other, String file) {
		super(text(Locale.ENGLISH, other.key, file), other);
		this.reason = other.reason;
		this.key = other.key;
		this.file = file;
	}

	/** Returns the same about a file that goes by another name. */
	public UnreadableFileException named(String name) {
		return name.equals(this.file) ? this : new UnreadableFileException(this, name);
	}

	/** Returns what is the matter with the file. */
	public Reason reason() {
		return this.reason;
	}

	/** Returns what is wrong and what to do, for those who sent the file. */
	public String messageFor(Locale locale) {
		return text(locale, this.key, this.file);
	}

	private static String text(Locale locale, String key, String file) {
		return Texts.of("workbook", locale).get("unreadable." + key, file);
	}

	private static String name(Path file) {
		return String.valueOf(file.getFileName());
	}

	/** Why a file cannot be read. */
	public enum Reason {

		/** It has no content. */
		EMPTY("empty"),
		/** It is something else, whatever its name says. */
		NOT_A_WORKBOOK("not-a-workbook"),
		/** It needs a password to be opened. */
		ENCRYPTED("encrypted"),
		/** It is a workbook, but cut off or garbled. */
		DAMAGED("damaged"),
		/** It is, or unpacks to, more than is taken. */
		TOO_LARGE("too-large"),
		/** It holds what no honest workbook does. */
		FORBIDDEN("forbidden");

		private final String key;

		Reason(String key) {
			this.key = key;
		}

	}

}
