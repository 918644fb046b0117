package org.srdi.monitor.notice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for localhost by that name alone, as a private authority makes them. */
final class TestCertificate {

	private static final String PASSWORD = "changeit";

	private final Path keys;

	private final Path certificate;

	TestCertificate(Path folder) throws IOException, InterruptedException {
		this.keys = folder.resolve("server.p12");
		this.certificate = folder.resolve("server.pem");
		keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
				"SAN=dns:localhost", "-validity", "3650", "-storetype", "PKCS12");
		keytool("-exportcert", "-rfc", "-alias", "server", "-file", this.certificate.toString());
	}

	private void keytool(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(List.of(arguments));
		command.addAll(List.of("-keystore", this.keys.toString(), "-storepass", PASSWORD));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
			throw new IllegalStateException(output);
		}
	}

	/** Returns the file with the certificate to trust. */
	Path file() {
		return this.certificate;
	}

	/** Returns the file with the keys, whose password is changeit. */
	Path keys() {
		return this.keys;
	}

	/** Returns what a server proves itself with. */
	SSLContext server() throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(this.keys)) {
			store.load(in, PASSWORD.toCharArray());
		}
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(store, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

}
