package org.srdi.monitor.core;

import java.nio.file.FileSystemException;

/** Says in a line why something failed. */
public final class Causes {

	private static final String STATEMENT = "; SQL statement:";

	private Causes() {
	}

	/**
	 * Returns the message of the first cause, or its name if it has none, as a single
	 * line without the statement that H2 appends.
	 */
	public static String of(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		String message = cause.getMessage();
		if (message == null || message.isBlank()) {
			return cause.getClass().getSimpleName();
		}
		if (cause instanceof FileSystemException file && file.getReason() == null) {
			// its message is the name of the file alone
			return cause.getClass().getSimpleName() + ": " + message;
		}
		int statement = message.indexOf(STATEMENT);
		return ((statement >= 0) ? message.substring(0, statement) : message).lines().findFirst().orElse("").strip();
	}

}
