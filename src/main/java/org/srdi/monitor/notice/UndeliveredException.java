package org.srdi.monitor.notice;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** Says why a letter did not get out, and whether another attempt makes sense. */
final class UndeliveredException extends Exception {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Outlook outlook;

	private final String code;

	/** What may come of another attempt. */
	enum Outlook {

		/** No letter gets out at present, whoever it is for. */
		NO_WAY_OUT,
		/** This one may get out later. */
		LATER,
		/** This one never will. */
		NEVER

	}

	UndeliveredException(Outlook outlook, String code, @Nullable Throwable cause) {
		this(outlook, code, said(cause), cause);
	}

	UndeliveredException(Outlook outlook, String code, String detail, @Nullable Throwable cause) {
		super(OneLine.of(detail, 500), cause);
		this.outlook = outlook;
		this.code = code;
	}

	private static String said(@Nullable Throwable cause) {
		if (cause == null) {
			return "";
		}
		return (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
	}

	Outlook outlook() {
		return this.outlook;
	}

	/** Returns what went wrong, as in {@code unreachable}. */
	String code() {
		return this.code;
	}

	/** Returns what the other side said. */
	String detail() {
		return String.valueOf(getMessage());
	}

}
