package org.srdi.monitor.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * October 2026 is due on the 28th at 24:00; its rollup is expected on the 29th by 08:30.
 */
class WatchIntegrationTests {

	private static final String ROLLUP = "rollup-published 2026-10";

	@TempDir
	private Path folder;

	private Post post;

	@BeforeEach
	void open() throws IOException {
		this.post = new Post(this.folder).begun("2026-10-01T09:00");
		backup("2026-10-29T02:15");
	}

	@AfterEach
	void close() {
		this.post.close();
	}

	@Test
	void expectsNothingBeforeItsTime() {
		assertThat(this.post.look("2026-10-29T08:29")).isEmpty();
		assertThat(this.post.told()).isEmpty();
	}

	@Test
	void tellsOnceWhatDidNotHappenByItsTimeAndOnceThatItDidAfterAll() {
		this.post.sent("a@example.org", "SENT");
		assertThat(this.post.look("2026-10-29T08:30")).containsExactly(ROLLUP, "cities-rolled-up 2026-10");
		this.post.look("2026-10-29T08:40");
		assertThat(this.post.told()).containsExactly("watch/rollup-published/2026-10",
				"watch/cities-rolled-up/2026-10");
		assertThat(this.post.text("watch/rollup-published/2026-10", "zh")).isEqualTo("""
				未发生：月报已发布（2026-10）
				2026-10 的月报应于 2026-10-29 08:30 前发布，至今没有发布。

				处理：请用 schedule 查看 close-month 的结果；可执行 run --period 2026-10。
				""");
		this.post.published("2026-10").look("2026-10-29T08:43");
		this.post.look("2026-10-29T08:50");
		assertThat(this.post.told()).containsExactly("watch/rollup-published/2026-10", "watch/cities-rolled-up/2026-10",
				"recovered/rollup-published/2026-10");
		assertThat(this.post.text("recovered/rollup-published/2026-10", "en")).isEqualTo("""
				Recovered: The monthly rollup is published (2026-10)
				The monthly rollup is published (2026-10) has happened by 2026-10-29 08:43 after all.
				""");
	}

	@Test
	void keepsQuietAboutWhatHappenedInTime() {
		this.post.published("2026-10");
		assertThat(this.post.look("2026-10-29T08:30")).doesNotContain(ROLLUP);
		assertThat(this.post.state("met_at", "rollup-published", "2026-10")).isEqualTo(Post.stored("2026-10-29T08:30"));
		assertThat(this.post.state("alerted_at", "rollup-published", "2026-10")).isNull();
	}

	@Test
	void seesWhoHasNotGotTheRollup() {
		assertThat(this.post.look("2026-10-29T09:00")).contains("rollup-sent 2026-10");
		this.post.sent("a@example.org", "SENT").sent("b@example.org", "FAILED");
		assertThat(this.post.look("2026-10-29T09:01")).contains("rollup-sent 2026-10");
		this.post.sent("b@example.org", "SENT");
		assertThat(this.post.look("2026-10-29T09:02")).doesNotContain("rollup-sent 2026-10");
		assertThat(this.post.text("watch/rollup-sent/2026-10", "zh")).contains("收件人 0 人，未送达 0 人");
	}

	@Test
	void seesACityWithoutFigures() {
		this.post.published("2026-10");
		city("420100", 1);
		city("420200", 2);
		figures("420100");
		assertThat(this.post.look("2026-10-29T08:30")).containsExactly("cities-rolled-up 2026-10");
		assertThat(this.post.text("watch/cities-rolled-up/2026-10", "zh")).contains("应有 2 个市州，已有 1 个");
		figures("420200");
		assertThat(this.post.look("2026-10-29T08:31")).isEmpty();
	}

	@Test
	void seesAScheduleThatHasStoppedRunning() {
		this.post.served("2026-10-01T09:00", "2026-10-28T12:00").ran("ingest", "2026-10-28T11:35", "NOTHING");
		assertThat(this.post.lookAlone("2026-10-28T11:55")).isEmpty();
		this.post.ran("ingest", "2026-10-28T11:50", "FAILED");
		assertThat(this.post.lookAlone("2026-10-28T11:56")).containsExactly("intake 2026-10-28 11:35");
		this.post.ran("ingest", "2026-10-28T11:57", "DONE");
		assertThat(this.post.lookAlone("2026-10-28T11:58")).isEmpty();
		assertThat(this.post.told()).containsExactly("watch/intake/2026-10-28 11:35",
				"recovered/intake/2026-10-28 11:35");
	}

	@Test
	void aScheduleThatIsAtWorkHasNotStopped() {
		this.post.served("2026-10-01T09:00", "2026-10-28T12:00");
		this.post.ran("ingest", "2026-10-28T11:00", "RUNNING");
		assertThat(this.post.lookAlone("2026-10-28T11:56")).isEmpty();
	}

	@Test
	void seesAnOldBackupAndOneThatIsNotWhole() throws IOException {
		backup("2026-10-26T02:15");
		Files.createDirectories(this.folder.resolve("backups/new.part"));
		assertThat(this.post.look("2026-10-28T08:00")).contains("backup 2026-10-26 02:15");
		assertThat(this.post.told()).contains("watch/backup/2026-10-26 02:15");
	}

	@Test
	void seesAnUnreadableFileThatNobodyAnswered() {
		this.post.unreadable("2026-10-20T10:00", true).unreadable("2026-10-26T08:00", false);
		assertThat(this.post.look("2026-10-28T08:00")).isEmpty();
		assertThat(this.post.look("2026-10-28T08:01")).containsExactly("unreadable 2026-10-26 08:00");
	}

	@Test
	void tellsOfAnOutageOnceAndLeavesTimeToMakeUpForIt() {
		this.post.outage("2026-10-29T00:10", "2026-10-29T10:00")
			.served("2026-10-29T10:00", "2026-10-29T10:01")
			.sent("a@example.org", "SENT");
		this.post.lookAlone("2026-10-29T10:03");
		assertThat(this.post.told()).containsExactly("outage/2026-10-29 00:10");
		assertThat(this.post.text("outage/2026-10-29 00:10", "en")).isEqualTo(
				"""
						The service was out: 2026-10-29 00:10 to 2026-10-29 10:00
						The service gave no sign of life from 2026-10-29 00:10 to 2026-10-29 10:00 (590 minutes). It is back and \
						makes up for what it missed, in order and once for each period.

						Fell due meanwhile and is not done yet:
						- The monthly rollup is published (2026-10)
						- Every city is rolled up (2026-10)
						""");
		this.post.published("2026-10");
		city("420100", 1);
		figures("420100");
		this.post.served("2026-10-29T10:00", "2026-10-29T10:12").lookAlone("2026-10-29T10:13");
		assertThat(this.post.told()).containsExactly("outage/2026-10-29 00:10");
	}

	@Test
	void tellsWhatIsNotMadeUpForAfterAnOutage() {
		this.post.outage("2026-10-29T00:10", "2026-10-29T10:00")
			.served("2026-10-29T10:00", "2026-10-29T12:02")
			.ran("ingest", "2026-10-29T11:55", "NOTHING");
		this.post.lookAlone("2026-10-29T11:59");
		assertThat(this.post.told()).containsExactly("outage/2026-10-29 00:10");
		this.post.lookAlone("2026-10-29T12:03");
		assertThat(this.post.told()).contains("watch/rollup-published/2026-10");
	}

	@Test
	void saysOnceADayThatItLives() {
		this.post.look("2026-10-28T07:59");
		assertThat(this.post.jdbc.sql("SELECT COUNT(*) FROM notice WHERE notice_key = 'alive/2026-10-28'")
			.query(Integer.class)
			.single()).isZero();
		this.post.look("2026-10-28T08:03");
		this.post.look("2026-10-28T08:13");
		assertThat(this.post.jdbc.sql("SELECT COUNT(*) FROM notice_delivery WHERE notice_key = 'alive/2026-10-28'")
			.query(Integer.class)
			.single()).isEqualTo(2);
		assertThat(this.post.text("alive/2026-10-28", "en")).isEqualTo("""
				All is well: 2026-10-28
				In the last 24 hours: 0 runs done, 0 failed, 0 files came in. Next deadline: 2026-10, 2026-10-29 00:00.

				Everything has happened that had to.
				""");
	}

	@Test
	void seesAServiceThatGivesNoSignOfLife() {
		assertThat(this.post.look("2026-10-28T11:00")).isEmpty();
		assertThat(this.post.lookAlone("2026-10-28T11:10")).isEmpty();
		assertThat(this.post.lookAlone("2026-10-28T11:11")).containsExactly("service 2026-10-28 11:00");
	}

	@Test
	void expectsNothingOfTheMonthsBeforeTheFirstStart() {
		this.post.jdbc.sql("UPDATE schedule_state SET first_period = '2026-11' WHERE schedule = 'close-month'")
			.update();
		assertThat(this.post.look("2026-10-29T08:30")).isEmpty();
	}

	private void backup(String local) throws IOException {
		Path backup = Files.createDirectories(this.folder.resolve("backups/srdi"));
		Files.setLastModifiedTime(backup, FileTime.from(Post.at(local)));
	}

	private void city(String code, int firm) {
		this.post.jdbc.sql("""
				INSERT INTO region (code, name, name_en, level) VALUES (:code, 'X', 'X', 'CITY')
				ON DUPLICATE KEY UPDATE name = VALUES(name)
				""").param("code", code).update();
		this.post.jdbc.sql("INSERT INTO enterprise (id, credit_code, name, city_code) VALUES (:id, :code, 'X', :city)")
			.param("id", firm)
			.param("code", "9142000000000000" + firm + "X")
			.param("city", code)
			.update();
		this.post.jdbc.sql("""
				INSERT INTO roster (period, enterprise_id, duty, city_code) VALUES ('2026-10', :id, 'DUE', :city)
				""").param("id", firm).param("city", code).update();
	}

	private void figures(String city) {
		this.post.jdbc.sql("""
				INSERT INTO indicator_value (period, grouping_code, member, indicator, firms, outcome)
				VALUES ('2026-10', 'CITY', :city, 'firms_due', 1, 'VALUE')
				""").param("city", city).update();
	}

}
