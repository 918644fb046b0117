package org.srdi.monitor.cli;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.database.Engine;

import static org.assertj.core.api.Assertions.assertThat;

/** Schedules and the watch, by hand and from outside, while nothing serves. */
class ScheduleIntegrationTests {

	private static final String AT = "2026-10-29T08:30+08:00";

	private final Cli cli = Cli.of(Cli.newFolder().resolve("var"));

	private final String user = System.getProperty("user.name");

	@Test
	void schedulesAreListedRunPausedAndResumedByHand() {
		assertThat(this.cli.run("schedule", "trigger", "ingets").err()).contains("没有时间表“ingets”", "close-month");
		Cli.Answer asked = this.cli.run("schedule", "trigger", "ingest");
		assertThat(asked.code()).isEqualTo(2);
		assertThat(asked.err()).contains("服务还没有启动过", "--wait");
		Cli.Answer ran = this.cli.run("schedule", "trigger", "ingest", "--wait", "--as-of", AT);
		assertThat(ran.code()).as(ran::toString).isZero();
		assertThat(ran.out()).contains("ingest：没有需要办理的事（nothing new）");
		assertThat(this.cli.run("schedule", "pause", "ingest").out()).contains("已暂停 ingest");
		assertThat(this.cli.run("schedule", "--as-of", AT).out().lines())
			.anyMatch((line) -> line.startsWith("ingest ") && line.contains("已暂停（") && line.contains(this.user)
					&& line.contains("2026-10-29 08:30"))
			.anyMatch((line) -> line.startsWith("close-month ") && line.contains("2026-10-29 09:30"));
		assertThat(this.cli.run("schedule", "resume", "ingest").out()).contains("已恢复 ingest；暂停期间错过的将补办");
		assertThat(this.cli.run("schedule", "pause").code()).isEqualTo(2);
	}

	@Test
	void theWatchTellsWhatDidNotHappenWithoutTheService() throws SQLException {
		assertThat(this.cli.run("schedule").code()).isZero();
		Cli.Answer never = this.cli.run("watch", "--as-of", AT);
		assertThat(never.code()).isEqualTo(3);
		assertThat(never.out()).contains("服务运行：服务没有运行：最后一次心跳 never", "systemctl start");
		this.cli.update("""
				INSERT INTO service_beat (node, started_at, beat_at)
				VALUES ('one', '2026-10-29 08:15:00', '2026-10-29 08:29:30')
				""");
		assertThat(this.cli.run("watch", "--as-of", AT).out()).contains("应发生的事都已发生");
		this.cli.update("""
				INSERT INTO schedule_state (job, schedule, begun_at, first_period)
				VALUES ('enterprise-monthly', 'close-month', '2026-10-01 09:00:00', '2026-10')
				""");
		Cli.Answer missing = this.cli.run("watch", "--json", "--as-of", AT);
		assertThat(missing.code()).isEqualTo(3);
		assertThat(missing.out()).contains("\"well\" : false", "\"code\" : \"rollup-published\"",
				"\"key\" : \"2026-10\"", "\"due\" : \"2026-10-29T00:30:00Z\"");
		assertThat(this.cli.count("SELECT COUNT(*) FROM expectation_state")).isZero();
	}

	@Test
	void aDatabaseThatCannotBeReachedIsAFindingToo() {
		Cli away = Engine.current().isMySql() ? this.cli.with("SRDI_DB_PORT", "1")
				: Cli.embedded(Cli.newFolder().resolve("nothing-there"));
		Cli.Answer answer = away.run("watch", "--json");
		assertThat(answer.code()).as(answer::toString).isEqualTo(1);
		assertThat(answer.out()).contains("\"well\" : false", "\"trouble\" : \"");
	}

}
