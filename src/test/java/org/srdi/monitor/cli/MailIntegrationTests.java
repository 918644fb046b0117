package org.srdi.monitor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The demo mails its rollup, and commands look after what was mailed. */
class MailIntegrationTests {

	private final DemoRun demo = DemoRun.onEngine();

	@Test
	void theDemoWritesTheRollupForEverybodyAndSaysSo() throws Exception {
		Path folder = this.demo.data().resolve("outbox/eml/2026-10").toAbsolutePath().normalize();
		assertThat(this.demo.answer.out()).contains("联系人：49 行，新增 49 人")
			.contains("未配置邮件服务器，已写出 17 封邮件文件（.eml），位于 " + folder);
		try (Stream<Path> files = Files.list(folder)) {
			List<Path> mails = files.toList();
			assertThat(mails).hasSize(17)
				.allSatisfy(
						(mail) -> assertThat(mail.getFileName().toString()).matches("rollup-2026-10-1_.+@.+\\.eml"));
		}
		Cli.Answer standing = this.demo.cli.run("outbox");
		assertThat(standing.code()).isZero();
		assertThat(standing.out()).contains("发件箱　　待发 0，发送中 0，已发出 17，失败待重试 0，已放弃 0，已取消 0");
		assertThat(this.demo.cli.run("outbox", "--state", "sent", "--json").out()).contains("\"SENT\" : 17")
			.contains("\"channel\" : \"eml\"")
			.contains("\"key\" : \"rollup/2026-10/1\"");
	}

	@Test
	void commandsCancelRetryAndSend() throws SQLException {
		this.demo.cli.update("""
				INSERT INTO notice (notice_key, content_hash, kind, subject, content, created_at)
				VALUES ('alert/test', 'x', 'alert', '试验', '正文', '2026-10-29 00:00:00')
				""");
		this.demo.cli
			.update("""
					INSERT INTO notice_delivery (notice_id, notice_key, address, name, locale, state, attempts, next_attempt_at,
					error_code, last_error)
					SELECT id, 'alert/test', 'ops@example.org', '某*', 'zh', 'GIVEN_UP', 7, '2026-10-29 00:00:00', 'refused', '550 no'
					FROM notice WHERE notice_key = 'alert/test'
					""");
		String id = String
			.valueOf(this.demo.cli.count("SELECT id FROM notice_delivery WHERE notice_key = 'alert/test'"));
		assertThat(this.demo.cli.run("outbox").out()).contains(id + "　已放弃　试验　某* <ops@example.org>")
			.contains("对方永久拒收：550 no");
		assertThat(this.demo.cli.run("outbox", "retry", id).code()).isZero();
		assertThat(this.demo.cli.run("outbox", "cancel", id, "--reason", "已电话告知").code()).isZero();
		Cli.Answer again = this.demo.cli.run("outbox", "retry", id);
		assertThat(again.code()).isEqualTo(ExitCode.BAD_INPUT);
		assertThat(again.err()).contains("编号 " + id + " 的状态为“已取消”，不能重发");
		assertThat(this.demo.cli.run("outbox", "send").out()).contains("没有到期的通知。");
		assertThat(this.demo.cli.run("outbox", "cancel", "99999999", "--reason", "x").err()).contains("没有编号为 99999999");
		this.demo.cli.update("DELETE FROM notice_delivery WHERE notice_key = 'alert/test'");
	}

	@Test
	void settingsThatCannotWorkStopEveryCommandWithASentence() {
		Cli.Answer answer = this.demo.cli.with("srdi.mail.host", "mail.example.org").run("outbox");
		assertThat(answer.code()).isEqualTo(ExitCode.BAD_INPUT);
		assertThat(answer.err()).contains("SRDI_MAIL_FROM").doesNotContain("Exception");
	}

	@Test
	void listsContacts() {
		assertThat(this.demo.cli.run("contacts", "list", "--role", "alert").out())
			.contains("告警　420000 湖北省　吴* <ops@province.example.org>　zh")
			.contains("共 1 条");
		assertThat(this.demo.cli.run("contacts", "list", "--scope", "420100", "--json").out())
			.contains("\"place\" : \"武汉市\"");
	}

}
