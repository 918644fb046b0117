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

	/** About as many characters as a report has. */
	private static final int REPORT = 1 << 11;

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
		MessageDigest digest = sha256();
		digest.update(entries(report).getBytes(StandardCharsets.UTF_8));
		digest.update(figures(report).getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(digest.digest());
	}

	private static String entries(Report report) {
		StringBuilder text = new StringBuilder(REPORT);
		report.entries()
			.forEach((field, entry) -> text.append(field.value()).append('=').append(entry.text()).append('\n'));
		return text.toString();
	}

	/** Returns what is plain digits, apart from names, so that it is encoded fast. */
	private static String figures(Report report) {
		StringBuilder text = new StringBuilder(REPORT);
		report.figures()
			.forEach((key, figure) -> text.append(key.field().value())
				.append('.')
				.append(key.span().key())
				.append('=')
				.append(figure.text())
				.append('\n'));
		return text.toString();
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
