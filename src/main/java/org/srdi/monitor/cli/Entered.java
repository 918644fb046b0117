package org.srdi.monitor.cli;

/** Checks what people give as reasons and names before it is stored for ever. */
final class Entered {

	private static final int LONGEST_TEXT = 500;

	private static final int LONGEST_NAME = 60;

	private Entered() {
	}

	/**
	 * Returns a text without the blanks around it.
	 * @throws BadInputException if nothing is left, or it is longer than can be stored
	 */
	static String text(Console console, String option, String text) {
		return checked(console, option, text, LONGEST_TEXT);
	}

	/** Returns the name of whoever acts, checked likewise. */
	static String name(Console console, String name) {
		return checked(console, "--actor", name, LONGEST_NAME);
	}

	private static String checked(Console console, String option, String text, int longest) {
		String stripped = text.strip();
		if (stripped.isEmpty() || stripped.length() > longest) {
			throw new BadInputException(console.text("entered.wrong", option, longest, stripped.length()));
		}
		return stripped;
	}

}
