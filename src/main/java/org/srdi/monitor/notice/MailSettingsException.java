package org.srdi.monitor.notice;

import java.io.Serial;
import java.util.Locale;

import org.srdi.monitor.core.Texts;

/** Says what is wrong with the settings of the mail server and how to put it right. */
public final class MailSettingsException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String key;

	private final String value;

	MailSettingsException(String key, String value) {
		super(Texts.of("notice", Locale.ENGLISH).get(key, value));
		this.key = key;
		this.value = value;
	}

	/** Returns what is wrong and what to do, for those who set the server up. */
	public String messageFor(Locale locale) {
		return Texts.of("notice", locale).get(this.key, this.value);
	}

}
