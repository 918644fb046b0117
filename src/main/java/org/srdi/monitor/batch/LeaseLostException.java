package org.srdi.monitor.batch;

import java.util.Locale;

import org.srdi.monitor.core.Texts;

/** Says that another process has taken over what this one was working on. */
final class LeaseLostException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	LeaseLostException(String lock) {
		super(Texts.of("batch", Locale.CHINA).get("lease.lost", lock));
	}

}
