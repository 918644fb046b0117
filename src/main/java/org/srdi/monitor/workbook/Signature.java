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
	ZIP("xlsx", "xlsx", "xlsm", "xltx", "xltm"),
	/** A compound file, as .xls is, and .xlsx with a password. */
	COMPOUND("xls", "xls", "xlt"),
	/** Text, which may hold separated values. */
	TEXT("csv", "csv", "tsv", "txt");

	private static final long LARGEST = 64L << 20;

	/** The records of an .xls file are all held in memory. */
	private static final long LARGEST_COMPOUND = 12L << 20;

	private static final int LOOK_AHEAD = 4096;

	private final String format;

	private final String extensions;

	Signature(String format, String... extensions) {
		this.format = format;
		this.extensions = " " + String.join(" ", extensions) + " ";
	}

	/**
	 * Looks at a file.
	 * @throws UnreadableFileException if it is none of these, empty or too large
	 */
	static Signature of(Path file, String name) throws IOException {
		byte[] head = head(file);
		if (head.length == 0) {
			throw new UnreadableFileException(Reason.EMPTY, file, null);
		}
		Signature signature = of(head, file, name);
		if (Files.size(file) > ((signature == COMPOUND) ? LARGEST_COMPOUND : LARGEST)) {
			throw new UnreadableFileException(Reason.TOO_LARGE, file, null);
		}
		return signature;
	}

	private static Signature of(byte[] head, Path file, String name) throws IOException {
		String start = new String(head, StandardCharsets.ISO_8859_1);
		if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6") || start.startsWith("PK00PK\3\4")) {
			return ZIP;
		}
		if (start.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
			return COMPOUND;
		}
		String foreign = foreign(start);
		if (foreign.isEmpty() && (TEXT.goesBy(name) || CsvSource.looksLikeRows(file))) {
			return TEXT;
		}
		throw new UnreadableFileException(Reason.NOT_A_WORKBOOK, foreign.isEmpty() ? "plain-text" : foreign, file,
				null);
	}

	private static byte[] head(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(LOOK_AHEAD);
		}
	}

	/**
	 * Returns the key of the message for what is no spreadsheet; empty for plain text.
	 */
	private static String foreign(String start) {
		if (start.startsWith("%PDF")) {
			return "pdf";
		}
		if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
			return ""; // UTF-16
		}
		if (start.startsWith("\u0009\u0002") || start.startsWith("\u0009\u0004") || start.startsWith("\u0009\u0008")
				|| start.startsWith("\u0009\u0000")) {
			return "old-workbook"; // records without a compound file around them
		}
		if (start.startsWith("ID;P")) {
			return "not-a-workbook"; // a symbolic link file of old spreadsheet programs
		}
		if (start.replaceFirst("\u001A+$", "")
			.chars()
			.anyMatch((letter) -> letter < ' ' && "\t\r\n\f".indexOf(letter) < 0)) {
			return "not-a-workbook";
		}
		String text = start.replaceFirst("^\u00EF\u00BB\u00BF", "").strip().toLowerCase(Locale.ROOT);
		return (text.startsWith("<") || text.startsWith("mime-version")) ? "html" : "";
	}

	/** Returns whether a file of that name can be expected to be this. */
	boolean goesBy(String name) {
		String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return this.extensions.contains(" " + extension + " ");
	}

	/** Returns how the format is called. */
	String format() {
		return this.format;
	}

}
