package org.srdi.monitor.core;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words of one module in one language: {@code messages/<module>.properties} is
 * Chinese, {@code messages/<module>_en.properties} English. Every key stands in both.
 */
public final class Texts {

	private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private final ResourceBundle bundle;

	private Texts(ResourceBundle bundle) {
		this.bundle = bundle;
	}

	/** Returns the words of a module; any language but English gives Chinese. */
	public static Texts of(String module, Locale locale) {
		return new Texts(bundle(module, locale));
	}

	/** Returns the words of a module as a bundle. */
	public static ResourceBundle bundle(String module, Locale locale) {
		Locale known = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
		return ResourceBundle.getBundle("messages/" + module, known, NO_FALLBACK);
	}

	/**
	 * Returns the words of a key, with {0}, {1} … replaced as {@link MessageFormat} does.
	 * @throws MissingResourceException if there is no such key
	 */
	public String get(String key, Object... arguments) {
		String pattern = this.bundle.getString(key);
		return (arguments.length == 0) ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
	}

	/**
	 * Narrows full-width letters, digits and signs; all of NFKC would turn 10² into 102.
	 */
	public static String halfWidth(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char letter = text.charAt(i);
			boolean wide = letter >= '！' && letter <= '～';
			plain.append(wide ? (char) (letter - '！' + '!') : (letter == '−') ? '-' : letter);
		}
		return plain.toString();
	}

}
