package org.srdi.monitor.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.srdi.monitor.core.Report;

/** Names content by its SHA-256, in lower-case hexadecimal digits. */
public final class ContentHash {

	/** About as many bytes as a report has. */
	private static final int REPORT = 1 << 11;

	private static final char ASCII = 0x7F;

	private ContentHash() {
	}

	/** Returns the hash of the bytes of a file. */
	public static String of(Path file) {
		MessageDigest digest = sha256();
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
			in.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** Writes the bytes of a file to another one and returns their hash. */
	static String copy(Path file, Path copy) throws IOException {
		MessageDigest digest = sha256();
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
				OutputStream out = Files.newOutputStream(copy)) {
			in.transferTo(out);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** Returns the hash of a text. */
	public static String of(String text) {
		return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** Returns the hash of what a report says, wherever it says it. */
	static String of(Report report) {
		Bytes bytes = new Bytes();
		report.entries().forEach((field, entry) -> bytes.add(field.value()).add("=").add(entry.text()).add("\n"));
		report.figures()
			.forEach((key, figure) -> bytes.add(key.field().value())
				.add(".")
				.add(key.span().key())
				.add("=")
				.add(figure.text())
				.add("\n"));
		MessageDigest digest = sha256();
		digest.update(bytes.held, 0, bytes.length);
		return HexFormat.of().formatHex(digest.digest());
	}

	/** Gathers text as UTF-8; most of a report is digits and names of fields. */
	private static final class Bytes {

		private byte[] held = new byte[REPORT];

		private int length;

		private Bytes add(String text) {
			int start = this.length;
			room(text.length());
			for (int i = 0; i < text.length(); i++) {
				char letter = text.charAt(i);
				if (letter > ASCII) {
					return add(text.getBytes(StandardCharsets.UTF_8));
				}
				this.held[start + i] = (byte) letter;
			}
			this.length = start + text.length();
			return this;
		}

		private Bytes add(byte[] bytes) {
			room(bytes.length);
			System.arraycopy(bytes, 0, this.held, this.length, bytes.length);
			this.length += bytes.length;
			return this;
		}

		private void room(int more) {
			if (this.length + more > this.held.length) {
				this.held = Arrays.copyOf(this.held, Math.max(2 * this.held.length, this.length + more));
			}
		}

	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
