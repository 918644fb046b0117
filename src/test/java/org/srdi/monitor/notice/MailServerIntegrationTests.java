package org.srdi.monitor.notice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.srdi.monitor.core.StoredTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.srdi.monitor.notice.PostOffice.LI;
import static org.srdi.monitor.notice.PostOffice.SMITH;
import static org.srdi.monitor.notice.PostOffice.ZHANG;

/** Letters reach real mail servers, good and bad ones. */
class MailServerIntegrationTests {

	@TempDir
	private static Path shared;

	private static TestCertificate certificate;

	@TempDir
	private Path dataDir;

	private PostOffice office;

	@BeforeAll
	static void makeCertificate() throws Exception {
		certificate = new TestCertificate(shared);
		System.setProperty("greenmail.tls.keystore.file", certificate.keys().toString());
		System.setProperty("greenmail.tls.keystore.password", "changeit");
		System.setProperty("greenmail.tls.key.password", "changeit");
	}

	@BeforeEach
	void openOffice() {
		this.office = new PostOffice(this.dataDir);
	}

	@Test
	void deliversTextAndAttachmentsUnharmedUnderTheirChineseNames() throws Exception {
		byte[] workbook = new byte[70_000];
		for (int i = 0; i < workbook.length; i++) {
			workbook[i] = (byte) (i * 31);
		}
		Path rollup = Files.write(this.dataDir.resolve("专精特新企业运行月报_2026-10.xlsx"), workbook);
		Path list = Files.writeString(this.dataDir.resolve("list.csv"), "企业,状态\n甲,缺报\n");
		String longName = "关于2026年10月全省专精特新企业运行情况及缺报迟报退回待说明企业名单（武汉市、宜昌市、襄阳市）第1次 (final) \"x\".csv";
		Notice notice = PostOffice.rollup("第一行\n第二行：覆盖率 87.1%\n", Attachment.workbook(rollup),
				new Attachment(longName, list, "text/csv"));
		withGreenMail("smtp", (mail) -> {
			Outbox outbox = this.office.sendingTo(mail.getSmtp().getPort());
			outbox.put(notice, List.of(ZHANG, SMITH));
			assertThat(outbox.send()).returns(2, Dispatch::sent).returns(List.of(), Dispatch::files);
			MimeMessage received = to(mail, "zhang@example.org");
			assertThat(received.getSubject()).isEqualTo("月报（2026年10月）");
			assertThat(received.getAllRecipients()).containsExactly(new InternetAddress("zhang@example.org"));
			assertThat(((InternetAddress) received.getAllRecipients()[0]).getPersonal()).isEqualTo("张*");
			assertThat(received.getMessageID()).isEqualTo(this.office.column("message_id").get("zhang@example.org"));
			MimeMultipart parts = (MimeMultipart) received.getContent();
			assertThat(parts.getCount()).isEqualTo(3);
			assertThat(parts.getBodyPart(0).getContent()).asString()
				.isEqualToNormalizingNewlines("第一行\n第二行：覆盖率 87.1%\n");
			assertAttachment(parts.getBodyPart(1), "专精特新企业运行月报_2026-10.xlsx", workbook);
			assertAttachment(parts.getBodyPart(2), longName, Files.readAllBytes(list));
		});
	}

	private static void assertAttachment(BodyPart part, String name, byte[] bytes) throws Exception {
		assertThat(part.getFileName()).isEqualTo(name);
		assertThat(part.getInputStream().readAllBytes()).isEqualTo(bytes);
	}

	@Test
	void addsNoHeaderThatANameOrSubjectAsksFor() throws Exception {
		Recipient sly = new Recipient("Eve\r\nBcc: all@example.com", "eve@example.org", Locale.ENGLISH);
		Notice notice = new Notice("alert/1", Notice.ALERT, "Subject\r\nBcc: all@example.com\r\n\r\nbody",
				"text\r\n.\r\n", List.of(new Attachment("a\r\nBcc: all@example.com\".csv",
						Files.writeString(this.dataDir.resolve("a"), "a"), "text/csv")));
		withGreenMail("smtp", (mail) -> {
			Outbox outbox = this.office.sendingTo(mail.getSmtp().getPort());
			outbox.put(notice, List.of(sly));
			outbox.send();
			MimeMessage[] received = mail.getReceivedMessages();
			assertThat(received).hasSize(1);
			assertThat(received[0].getHeader("Bcc")).isNull();
			assertThat(received[0].getSubject()).isEqualTo("Subject Bcc: all@example.com body");
			assertThat(received[0].getRecipients(Message.RecipientType.TO)).hasSize(1);
		});
	}

	@Test
	void takesNoMediaTypeThatIsMoreThanOne() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Attachment("a", this.dataDir, "text/csv\r\nBcc: all@example.com"))
			.withMessageContaining("expected one as in text/csv");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Notice("alert\r\nBcc: x", Notice.ALERT, "subject", "text", List.of()));
	}

	@Test
	void sendsByTlsToTheServerThatTheCertificateNames() throws Exception {
		withGreenMail("smtps", (mail) -> {
			mail.setUser("monitor@example.org", "monitor", "right-password");
			int port = mail.getSmtps().getPort();
			Outbox outbox = this.office.outbox(route("localhost", port, MailProperties.Tls.TLS, "right-password"));
			outbox.put(PostOffice.rollup("text"), List.of(ZHANG));
			assertThat(outbox.send().sent()).isEqualTo(1);
			assertThat(mail.getReceivedMessages()).hasSize(1);
			outbox.put(PostOffice.rollup("text"), List.of(LI));
			Outbox elsewhere = this.office.outbox(route("127.0.0.1", port, MailProperties.Tls.TLS, "right-password"));
			assertTrouble(elsewhere.send(), "unreachable");
			Outbox distrusting = this.office.outbox(new MailServer(
					PostOffice.server(port, MailProperties.Tls.TLS, null, null), PostOffice.from(), null));
			assertTrouble(distrusting.sendNow(), "unreachable");
			Outbox locked = this.office.outbox(route("localhost", port, MailProperties.Tls.TLS, "wrong-password"));
			assertTrouble(locked.sendNow(), "sign-in");
			assertThat(mail.getReceivedMessages()).hasSize(1);
		});
	}

	@Test
	void sendsByStartTlsOrNotAtAll() throws Exception {
		try (ScriptedServer server = new ScriptedServer(certificate.server());
				ScriptedServer open = new ScriptedServer(null)) {
			Outbox outbox = this.office.outbox(route("localhost", server.port(), MailProperties.Tls.STARTTLS, null));
			outbox.put(PostOffice.rollup("text"), List.of(ZHANG));
			assertThat(outbox.send().sent()).isEqualTo(1);
			assertThat(server.commands).contains("STARTTLS");
			assertThat(server.mails).hasSize(1);
			outbox.put(PostOffice.rollup("text"), List.of(LI));
			Outbox insecure = this.office.outbox(route("localhost", open.port(), MailProperties.Tls.STARTTLS, null));
			assertTrouble(insecure.send(), "unreachable");
			assertThat(open.commands).noneMatch((command) -> command.startsWith("MAIL"));
		}
	}

	private static WayOut route(String host, int port, MailProperties.Tls tls, String password) {
		return MailRoute.of(new MailProperties(host, port, (password != null) ? "monitor" : null, password,
				"监测平台 <monitor@example.org>", tls, certificate.file(), Duration.ofSeconds(30), Duration.ofSeconds(30)),
				Path.of("nowhere"));
	}

	private static void assertTrouble(Dispatch dispatch, String code) {
		assertThat(dispatch.sent()).isZero();
		assertThat(dispatch.trouble()).isNotNull();
		assertThat(dispatch.trouble().code()).isEqualTo(code);
	}

	@Test
	void givesOneRefusedRecipientUpAndServesTheOthers() throws Exception {
		try (ScriptedServer server = new ScriptedServer(null)) {
			server.answer("RCPT TO:<LI@", "550 5.1.1 no such mailbox");
			Outbox outbox = this.office.sendingTo(server.port());
			outbox.put(PostOffice.rollup("text"), List.of(ZHANG, LI, SMITH));
			Dispatch dispatch = outbox.send();
			assertThat(dispatch).returns(2, Dispatch::sent).returns(1, Dispatch::givenUp).returns(0, Dispatch::failed);
			assertThat(this.office.states()).containsEntry("li@example.org", "GIVEN_UP")
				.containsEntry("zhang@example.org", "SENT")
				.containsEntry("smith@example.com", "SENT");
			assertThat(this.office.column("error_code")).containsEntry("li@example.org", "refused");
			assertThat(this.office.column("last_error").get("li@example.org")).contains("550 5.1.1 no such mailbox");
			// one connection for all of them
			assertThat(server.commands.stream().filter((command) -> command.startsWith("EHLO"))).hasSize(1);
			assertThat(server.mails).hasSize(2)
				.allSatisfy((mail) -> assertThat(mail.lines().filter((line) -> line.startsWith("To:"))).hasSize(1));
		}
	}

	@Test
	void triesALetterAgainThatIsPutOffAndGivesItUpAfterSixPauses() throws Exception {
		try (ScriptedServer server = new ScriptedServer(null)) {
			server.answer("RCPT TO:<LI@", "450 4.2.0 come back later");
			Outbox outbox = this.office.sendingTo(server.port());
			outbox.put(PostOffice.rollup("text"), List.of(LI));
			for (String next : List.of("29 10:01", "29 10:06", "29 10:21", "29 11:21", "29 15:21", "30 03:21")) {
				assertThat(outbox.send().failed()).isEqualTo(1);
				assertThat(this.office.nextAttempt(LI)).isEqualTo(next);
				assertThat(outbox.send().isNothing()).isTrue();
				this.office.machine.set("2026-10-" + next.replace(' ', 'T'));
			}
			assertThat(outbox.send().givenUp()).isEqualTo(1);
			assertThat(this.office.states()).containsEntry("li@example.org", "GIVEN_UP");
			assertThat(this.office.column("attempts")).containsEntry("li@example.org", "7");
			this.office.machine.pass(Duration.ofDays(30));
			assertThat(outbox.send().isNothing()).isTrue();
			server.behave();
			assertThat(outbox.retryAllGivenUp()).isEqualTo(1);
			assertThat(outbox.send().sent()).isEqualTo(1);
		}
	}

	@Test
	void waitsForAServerThatIsDownWithoutBlamingTheLetters() throws Exception {
		int port;
		try (ScriptedServer server = new ScriptedServer(null)) {
			port = server.port();
		}
		Outbox outbox = this.office.sendingTo(port);
		outbox.put(PostOffice.rollup("text"), List.of(ZHANG, LI, SMITH));
		for (String retry : List.of("10:01", "10:03", "10:08", "10:23", "10:38")) {
			Trouble trouble = outbox.send().trouble();
			assertThat(trouble).isNotNull();
			assertThat(trouble.retryAt().atZone(StoredTime.ZONE).toLocalTime()).hasToString(retry);
			assertThat(trouble.since().atZone(StoredTime.ZONE).toLocalTime()).hasToString("10:00");
			this.office.machine
				.pass(Duration.between(this.office.machine.instant(), trouble.retryAt()).minusSeconds(1));
			assertThat(outbox.send().trouble()).isEqualTo(trouble); // nobody was asked
			this.office.machine.pass(Duration.ofSeconds(1));
		}
		assertThat(this.office.states().values()).containsOnly("QUEUED");
		assertThat(this.office.column("attempts").values()).containsOnly("0");
		withGreenMail(new ServerSetup(port, "localhost", "smtp"), (mail) -> {
			assertThat(outbox.send()).returns(3, Dispatch::sent).returns(null, Dispatch::trouble);
			assertThat(mail.getReceivedMessages()).hasSize(3);
		});
		assertThat(outbox.trouble()).isEmpty();
	}

	@Test
	void takesARefusedSenderAndAGoodByeForTroubleOfTheServer() throws Exception {
		try (ScriptedServer server = new ScriptedServer(null)) {
			Outbox outbox = this.office.sendingTo(server.port());
			outbox.put(PostOffice.rollup("text"), List.of(ZHANG, LI));
			server.answer("MAIL FROM", "550 5.7.1 sender not allowed");
			assertTrouble(outbox.send(), "sender-refused");
			server.behave();
			server.answer("RCPT", "421 4.3.2 closing down");
			assertTrouble(outbox.sendNow(), "sender-refused");
			assertThat(this.office.states().values()).containsOnly("QUEUED");
			server.behave();
			assertThat(outbox.sendNow().sent()).isEqualTo(2);
		}
	}

	@Test
	void connectsAgainAfterAServerHungUp() throws Exception {
		try (ScriptedServer server = new ScriptedServer(null)) {
			server.answer("RCPT TO:<LI@", null);
			Outbox outbox = this.office.sendingTo(server.port());
			outbox.put(PostOffice.rollup("text"), List.of(ZHANG, LI, SMITH));
			assertThat(outbox.send()).returns(2, Dispatch::sent).returns(1, Dispatch::failed);
			assertThat(this.office.states()).containsEntry("li@example.org", "FAILED")
				.containsEntry("smith@example.com", "SENT");
			assertThat(server.mails).hasSize(2);
			server.behave();
			server.answer("END-OF-MAIL", "552 5.3.4 too large");
			this.office.machine.pass(Duration.ofMinutes(1));
			assertThat(outbox.send().givenUp()).isEqualTo(1);
		}
	}

	@Test
	void neitherLogsNorShowsThePassword() {
		MailProperties settings = PostOffice.server(587, MailProperties.Tls.STARTTLS, "monitor", "geheim");
		assertThat(settings.toString()).isEqualTo("localhost:587 (STARTTLS)");
		assertThat(MailRoute.of(settings, Path.of("nowhere")).description()).doesNotContain("geheim");
	}

	private static MimeMessage to(GreenMail mail, String address) throws Exception {
		for (MimeMessage message : mail.getReceivedMessages()) {
			if (((InternetAddress) message.getAllRecipients()[0]).getAddress().equals(address)) {
				return message;
			}
		}
		throw new AssertionError("Nothing came for " + address);
	}

	private static void withGreenMail(String protocol, Work work) throws Exception {
		withGreenMail(new ServerSetup(0, "localhost", protocol), work);
	}

	private static void withGreenMail(ServerSetup setup, Work work) throws Exception {
		setup.setServerStartupTimeout(60_000);
		GreenMail mail = new GreenMail(setup);
		mail.start();
		try {
			work.with(mail);
		}
		finally {
			mail.stop();
		}
	}

	private interface Work {

		void with(GreenMail mail) throws Exception;

	}

}
