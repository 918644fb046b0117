package org.srdi.monitor.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.srdi.monitor.workbook.UnreadableFileException.Reason;

/** What the first bytes of a file say it is. */
enum Signature {

	/** A zip, as .xlsx is. */
	ZIP,
	/** A compound file, as .xls is, and .xlsx with a password. */
	COMPOUND;

	private static final long LARGEST = 512L << 20;

	private static final int LOOK_AHEAD = 4096;

	/**
	 * Looks at a file.
	 * @throws UnreadableFileException if it is neither of both
	 */
	static Signature of(Path file) throws IOException {
		byte[] head = head(file);
		if (head.length == 0) {
			throw new UnreadableFileException(Reason.EMPTY, file, null);
		}
		if (Files.size(file) > LARGEST) {
			throw new UnreadableFileException(Reason.TOO_LARGE, file, null);
		}
		String start = new String(head, StandardCharsets.ISO_8859_1);
		if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6")) {
			return ZIP;
		}
		if (start.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
			return COMPOUND;
		}
		throw new UnreadableFileException(Reason.NOT_A_WORKBOOK, foreign(start), file, null);
	}

	private static byte[] head(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(LOOK_AHEAD);
		}
	}

	/** Returns the key of the message for what is no workbook. */
	private static String foreign(String start) {
		if (start.startsWith("%PDF")) {
			return "pdf";
		}
		if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
			return "plain-text"; // UTF-16
		}
		if (start.chars().anyMatch((letter) -> letter < ' ' && "\t\r\n\f".indexOf(letter) < 0)) {
			return "not-a-workbook";
		}
		String text = start.replaceFirst("^\u00EF\u00BB\u00BF", "").strip().toLowerCase(Locale.ROOT);
		return (text.startsWith("<") || text.startsWith("mime-version")) ? "html" : "plain-text";
	}

}
