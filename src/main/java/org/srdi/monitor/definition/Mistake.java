package org.srdi.monitor.definition;

/**
 * A mistake in a file that people edit, and where it stands.
 *
 * @param file the file, as in {@code jobs/enterprise-monthly/rules.yaml}
 * @param line the line, counted from 1
 * @param column the character of the line, counted from 1
 * @param message what was read, what was expected and what to do, in Chinese
 * @param messageEn the same in English
 */
public record Mistake(String file, int line, int column, String message, String messageEn) {

	/** Returns the place without the words: {@code rules.yaml:17:9}. */
	public String place() {
		return this.file + ":" + this.line + ":" + this.column;
	}

	@Override
	public String toString() {
		return place() + ": " + this.message + " / " + this.messageEn;
	}

}
