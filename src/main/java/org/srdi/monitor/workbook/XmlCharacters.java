package org.srdi.monitor.workbook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.srdi.monitor.workbook.UnreadableFileException.Reason;

/** Makes text of the bytes of a part: UTF-8 with references to single characters. */
final class XmlCharacters {

	private static final String[] SINGLE = new String[128];

	static {
		for (int i = 0; i < SINGLE.length; i++) {
			SINGLE[i] = String.valueOf((char) i);
		}
	}

	private final Path file;

	XmlCharacters(Path file) {
		this.file = file;
	}

	/** Returns whether the bytes are that text, which is of ASCII letters. */
	static boolean matches(byte[] bytes, int from, int to, String text) {
		if (to - from != text.length()) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			if (bytes[from + i] != (byte) text.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	static boolean isSpace(byte letter) {
		return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
	}

	/**
	 * Returns text with its references resolved and its line ends made one.
	 * @throws UnreadableFileException if it is not what XML may hold
	 */
	String decoded(byte[] bytes, int from, int to) {
		if (to - from == 1 && bytes[from] > 0 && bytes[from] != '\r') {
			return SINGLE[bytes[from]];
		}
		boolean plain = true;
		boolean ascii = true;
		for (int i = from; i < to; i++) {
			byte letter = bytes[i];
			plain &= letter != '&' && letter != '\r';
			ascii &= letter >= 0;
			if (letter < ' ' && letter >= 0 && !isSpace(letter)) {
				throw damaged(null); // no XML may hold it
			}
		}
		String text = ascii ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1) : string(bytes, from, to);
		return plain ? text : resolved(text.replace("\r\n", "\n").replace('\r', '\n'));
	}

	/**
	 * Returns text as it stands.
	 * @throws UnreadableFileException if it is not UTF-8
	 */
	String string(byte[] bytes, int from, int to) {
		String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
		if (text.indexOf('\uFFFD') >= 0) {
			refuseGarbled(bytes, from, to);
		}
		return text;
	}

	/** The sign for what cannot be decoded may also have been written by somebody. */
	private void refuseGarbled(byte[] bytes, int from, int to) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
		}
		catch (CharacterCodingException ex) {
			throw damaged(ex);
		}
	}

	private String resolved(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		int from = 0;
		for (int mark = text.indexOf('&'); mark >= 0; mark = text.indexOf('&', from)) {
			int close = text.indexOf(';', mark);
			if (close < 0) {
				throw damaged(null);
			}
			plain.append(text, from, mark).append(character(text.substring(mark + 1, close)));
			from = close + 1;
		}
		return plain.append(text, from, text.length()).toString();
	}

	private String character(String name) {
		return switch (name) {
			case "lt" -> "<";
			case "gt" -> ">";
			case "amp" -> "&";
			case "quot" -> "\"";
			case "apos" -> "'";
			default -> numbered(name);
		};
	}

	private String numbered(String name) {
		try {
			if (name.startsWith("#x")) {
				return allowed(Integer.parseInt(name.substring(2), 16));
			}
			if (name.startsWith("#")) {
				return allowed(Integer.parseInt(name.substring(1)));
			}
		}
		catch (IllegalArgumentException ex) {
			throw damaged(ex);
		}
		throw damaged(null);
	}

	private String allowed(int letter) {
		if (letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r') {
			throw damaged(null);
		}
		return Character.toString(letter);
	}

	private UnreadableFileException damaged(@Nullable Throwable cause) {
		return new UnreadableFileException(Reason.DAMAGED, this.file, cause);
	}

}
