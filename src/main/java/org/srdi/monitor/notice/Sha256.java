package org.srdi.monitor.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names bytes by their SHA-256, in lower-case hexadecimal digits. */
final class Sha256 {

	private Sha256() {
	}

	static String of(String text) {
		return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** Copies the bytes of a file to a stream and names them. */
	static String copy(Path file, OutputStream target) throws IOException {
		MessageDigest digest = digest();
		try (InputStream source = new DigestInputStream(Files.newInputStream(file), digest)) {
			source.transferTo(target);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
