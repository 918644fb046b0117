package org.srdi.monitor.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.srdi.monitor.core.ReportingPeriod;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Names the accepted reports of a month, and files, by SHA-256. */
final class Digest {

	private static final String ACCEPTED = """
			SELECT e.credit_code, s.version_no, s.content_hash
			FROM monthly_report r
			JOIN enterprise e ON e.id = r.enterprise_id
			JOIN submission s ON s.id = r.submission_id
			WHERE r.period = :period
			ORDER BY e.credit_code, e.name
			""";

	private final JdbcClient jdbc;

	Digest(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the SHA-256 over code, version and content of all accepted reports, in hex.
	 */
	String of(ReportingPeriod period) {
		MessageDigest digest = sha256();
		this.jdbc.sql(ACCEPTED).param("period", period.toString()).query((row) -> {
			String line = row.getString(1) + "/" + row.getInt(2) + "/" + row.getString(3) + "\n";
			digest.update(line.getBytes(StandardCharsets.UTF_8));
		});
		return HexFormat.of().formatHex(digest.digest());
	}

	/** Returns the SHA-256 of a file, in hex. */
	static String of(Path file) {
		MessageDigest digest = sha256();
		try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
			in.transferTo(java.io.OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("'" + file + "' cannot be read", ex);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
