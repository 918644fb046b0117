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
import java.util.HexFormat;

import org.srdi.monitor.core.Report;

/** Names content by its SHA-256, in lower-case hexadecimal digits. */
public final class ContentHash {

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
		StringBuilder text = new StringBuilder();
		report.entries().forEach((field, entry) -> append(text, field.value(), entry.text()));
		report.figures().forEach((key, figure) -> append(text, key.toString(), figure.text()));
		return of(text.toString());
	}

	private static void append(StringBuilder text, String name, String value) {
		text.append(name).append('=').append(value).append('\n');
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
