package org.srdi.monitor.notice;

import java.util.Locale;

/**
 * Who gets a notice.
 *
 * @param name the name of the person
 * @param email the address, compared without regard to case
 * @param locale the language the person reads: English, or Chinese for any other
 */
public record Recipient(String name, String email, Locale locale) {

	/** Keeps the name on one line and the address in lower case. */
	public Recipient {
		name = OneLine.of(name, 80);
		email = OneLine.of(email, 254).toLowerCase(Locale.ROOT);
		locale = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
	}

}
