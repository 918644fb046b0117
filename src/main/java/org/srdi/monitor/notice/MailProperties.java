package org.srdi.monitor.notice;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server ({@code srdi.mail.*}, or {@code SRDI_MAIL_…} in the environment).
 *
 * @param host its name; without one, mails are written to files
 * @param port its port; null for the usual one: 587 with starttls, 465 with tls, 25
 * without
 * @param user who signs in; null to send without signing in
 * @param password the password of the user; give it in the environment only
 * @param from the sender, as in {@code 监测平台 <monitor@example.gov.cn>}
 * @param tls how the connection is protected
 * @param certificate a PEM file with the certificates to trust, for servers of a private
 * authority; null to trust those the Java platform trusts
 * @param connectTimeout how long to wait for a connection
 * @param timeout how long to wait for an answer
 */
@ConfigurationProperties("srdi.mail")
record MailProperties(@Nullable String host, @Nullable Integer port, @Nullable String user, @Nullable String password,
		@Nullable String from, @DefaultValue("starttls") Tls tls, @Nullable Path certificate,
		@DefaultValue("10s") Duration connectTimeout, @DefaultValue("60s") Duration timeout) {

	/** How a connection to a mail server is protected. */
	enum Tls {

		/** By STARTTLS, without which nothing is sent. */
		STARTTLS(587),
		/** From its first byte. */
		TLS(465),
		/** Not at all: for a relay on the same host only. */
		NONE(25);

		private final int port;

		Tls(int port) {
			this.port = port;
		}

	}

	/** Takes blanks, as environments have them, for nothing. */
	MailProperties {
		host = orNull(host);
		user = orNull(user);
		password = orNull(password);
		from = orNull(from);
	}

	private static @Nullable String orNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	/** Returns the port that is asked for, or the usual one. */
	int portOrUsual() {
		return (this.port != null) ? this.port : this.tls.port;
	}

	/** Names the server, without user and password. */
	@Override
	public String toString() {
		return this.host + ":" + portOrUsual() + " (" + this.tls + ")";
	}

}
