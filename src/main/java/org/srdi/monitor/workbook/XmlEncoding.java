package org.srdi.monitor.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.io.input.ReaderInputStream;

/** Turns a part in whatever encoding into UTF-8, in which nearly all are anyway. */
final class XmlEncoding {

	private static final int LOOK_AHEAD = 128;

	private static final Pattern DECLARED = Pattern.compile("<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']");

	private XmlEncoding() {
	}

	/** Returns whether a part that starts like this is in another encoding than UTF-8. */
	static boolean isForeign(byte[] head, int length) {
		if (length < 2) {
			return false;
		}
		if (head[0] == 0 || head[1] == 0 || (head[0] & head[1]) == (byte) 0xFE) {
			return true;
		}
		String start = new String(head, 0, Math.min(length, LOOK_AHEAD), StandardCharsets.ISO_8859_1);
		return start.startsWith("<?xml") && start.contains("encoding=") && !start.contains("UTF-8")
				&& !start.contains("utf-8");
	}

	/**
	 * Returns the text in UTF-8.
	 * @param head what was read of it
	 * @param rest what was not
	 * @throws IOException if its encoding is not known
	 */
	static InputStream utf8(byte[] head, InputStream rest) throws IOException {
		InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), rest);
		return ReaderInputStream.builder()
			.setReader(new InputStreamReader(whole, charset(head)))
			.setCharset(StandardCharsets.UTF_8)
			.get();
	}

	private static Charset charset(byte[] head) throws IOException {
		if (head[0] == 0) {
			return StandardCharsets.UTF_16BE;
		}
		if (head[1] == 0) {
			return StandardCharsets.UTF_16LE;
		}
		Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
		try {
			return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_16;
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("Unknown encoding " + declared.group(1), ex);
		}
	}

}
