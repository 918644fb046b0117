package org.srdi.monitor.workbook;

/** Writes what people typed into XML, where it stays text whatever it looks like. */
final class XmlText {

	private XmlText() {
	}

	/** Returns the rest of a cell element that holds the text itself. */
	static String inlineCell(String text) {
		return " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(text) + "</t></is></c>";
	}

	/**
	 * Escapes text, also what looks like _x000D_, and drops what XML cannot hold: control
	 * characters and halves of letters.
	 */
	static String escaped(String text) {
		StringBuilder xml = new StringBuilder(text.length() + 16);
		Content.escaped(text).codePoints().filter(XmlText::isAllowed).forEach((letter) -> append(xml, letter));
		return xml.toString();
	}

	/** A carriage return would come back as a line feed: the line feed beside it does. */
	private static boolean isAllowed(int letter) {
		boolean control = letter < ' ' && letter != '\t' && letter != '\n';
		boolean half = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
		return !control && !half && letter != 0xFFFE && letter != 0xFFFF;
	}

	private static void append(StringBuilder xml, int letter) {
		switch (letter) {
			case '&' -> xml.append("&amp;");
			case '<' -> xml.append("&lt;");
			case '>' -> xml.append("&gt;");
			case '"' -> xml.append("&quot;");
			default -> xml.appendCodePoint(letter);
		}
	}

}
