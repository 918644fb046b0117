package org.srdi.monitor.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The settings of the mail server are checked before anything starts. */
class MailRouteTests {

	@TempDir
	private Path folder;

	@Test
	void writesFilesWithoutAServer() {
		WayOut route = MailRoute.of(settings(" ", null, null, null, MailProperties.Tls.STARTTLS, null), this.folder);
		assertThat(route.name()).isEqualTo("eml");
		assertThat(route.description()).isEqualTo(this.folder.toString());
	}

	@ParameterizedTest
	@CsvSource({ "STARTTLS, 587", "TLS, 465", "NONE, 25" })
	void takesTheUsualPort(MailProperties.Tls tls, int port) {
		WayOut route = MailRoute.of(settings("mail.example.org", null, null, "a@example.org", tls, null), this.folder);
		assertThat(route.name()).isEqualTo("smtp");
		assertThat(route.description()).isEqualTo("mail.example.org:" + port + " (" + tls + ")");
	}

	@Test
	void sendsInTheNameOfTheUserWhereNoSenderIsSet() {
		assertThat(MailRoute
			.of(settings("mail.example.org", "monitor@example.org", "secret", null, MailProperties.Tls.TLS, null),
					this.folder)
			.name()).isEqualTo("smtp");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-, -, -, STARTTLS, SRDI_MAIL_FROM", "monitor, secret, -, STARTTLS, SRDI_MAIL_FROM",
					"-, -, no address, STARTTLS, SRDI_MAIL_FROM",
					"-, -, 'a@example.org, b@example.org', TLS, SRDI_MAIL_FROM",
					"monitor, -, a@example.org, TLS, SRDI_MAIL_PASSWORD",
					"monitor, secret, a@example.org, NONE, SRDI_MAIL_TLS" })
	void tellsWhatIsWrong(String user, String password, String from, MailProperties.Tls tls, String variable) {
		assertThatExceptionOfType(MailSettingsException.class)
			.isThrownBy(() -> MailRoute.of(settings("mail.example.org", user, password, from, tls, null), this.folder))
			.satisfies((ex) -> assertThat(ex.messageFor(Locale.CHINESE)).contains(variable).doesNotContain("secret"));
	}

	@Test
	void refusesCertificatesThatCannotBeRead() throws IOException {
		Path file = Files.writeString(this.folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\nno\n");
		assertThatExceptionOfType(MailSettingsException.class).isThrownBy(() -> MailRoute
			.of(settings("mail.example.org", null, null, "a@example.org", MailProperties.Tls.TLS, file), this.folder))
			.withMessageContaining("ca.pem");
	}

	private static MailProperties settings(String host, String user, String password, String from,
			MailProperties.Tls tls, Path certificate) {
		return new MailProperties(host, null, user, password, from, tls, certificate, Duration.ofSeconds(1),
				Duration.ofSeconds(1));
	}

}
