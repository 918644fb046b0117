package org.srdi.monitor.workbook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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

	/**
	 * Returns the same text in UTF-8, without byte order mark.
	 * @throws IOException if it cannot be read or its encoding is not known
	 */
	static InputStream utf8(InputStream in) throws IOException {
		BufferedInputStream buffered = new BufferedInputStream(in, 1 << 13);
		buffered.mark(LOOK_AHEAD);
		byte[] head = buffered.readNBytes(LOOK_AHEAD);
		buffered.reset();
		String start = new String(head, StandardCharsets.ISO_8859_1);
		if (start.startsWith("\u00EF\u00BB\u00BF")) {
			buffered.skipNBytes(3);
			return buffered;
		}
		Charset charset = charset(start);
		if (charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)) {
			return buffered;
		}
		return ReaderInputStream.builder()
			.setReader(new InputStreamReader(buffered, charset))
			.setCharset(StandardCharsets.UTF_8)
			.get();
	}

	private static Charset charset(String start) throws IOException {
		if (start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE")) {
			return StandardCharsets.UTF_16;
		}
		if (start.startsWith("<\0")) {
			return StandardCharsets.UTF_16LE;
		}
		if (start.startsWith("\0<")) {
			return StandardCharsets.UTF_16BE;
		}
		Matcher declared = DECLARED.matcher(start);
		try {
			return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("Unknown encoding " + declared.group(1), ex);
		}
	}

}
