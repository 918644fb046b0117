package org.srdi.monitor.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/** Finds the way out that the settings ask for, after checking all of them. */
final class MailRoute {

	/**
	 * Stands in the files that are written without a server, until somebody sends them.
	 */
	private static final String NOBODY = "srdi-monitor@localhost";

	private MailRoute() {
	}

	/**
	 * Returns the mail server, or the folder if no server is set.
	 * @throws MailSettingsException if something about the settings is wrong
	 */
	static WayOut of(MailProperties settings, Path folder) {
		String host = settings.host();
		if (host == null) {
			return new MailFolder(folder, from((settings.from() != null) ? settings.from() : NOBODY, "—"));
		}
		String user = settings.user();
		if (user != null && settings.password() == null) {
			throw new MailSettingsException("settings.password", user);
		}
		if (user != null && settings.tls() == MailProperties.Tls.NONE) {
			throw new MailSettingsException("settings.clear", user);
		}
		return new MailServer(settings, from((settings.from() != null) ? settings.from() : user, host),
				trust(settings.certificate()));
	}

	private static InternetAddress from(@Nullable String text, String host) {
		try {
			InternetAddress parsed = new InternetAddress(OneLine.of((text != null) ? text : "", 300), true);
			String name = parsed.getPersonal();
			return MailMessage.address(parsed.getAddress(), (name != null) ? name : "");
		}
		catch (AddressException | UnsupportedEncodingException ex) {
			throw new MailSettingsException("settings.from", host);
		}
	}

	private static @Nullable SSLSocketFactory trust(@Nullable Path certificates) {
		if (certificates == null) {
			return null;
		}
		try (InputStream in = Files.newInputStream(certificates)) {
			KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
			trusted.load(null, null);
			for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
				trusted.setCertificateEntry("certificate-" + trusted.size(), certificate);
			}
			TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			managers.init(trusted);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, managers.getTrustManagers(), null);
			return context.getSocketFactory();
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new MailSettingsException("settings.certificate", certificates.toString());
		}
	}

}
