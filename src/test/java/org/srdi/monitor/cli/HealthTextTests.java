package org.srdi.monitor.cli;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HealthTextTests {

	private static final String ANSWER = """
			{"status":"DEGRADED","groups":["liveness","readiness"],"components":{
			"schema":{"status":"UP","details":{"engine":"MySQL 8.0.33","address":"127.0.0.1:3306/srdi","schemaVersion":"117"}},
			"watch":{"status":"DEGRADED","details":{"notHappened":2,"lastSignOfLifeSeconds":14}},
			"livenessState":{"status":"UP"}}}
			""";

	@Test
	void tellsEveryComponentInTheLanguageOfTheReader() {
		assertThat(HealthText.lines(ANSWER, Locale.CHINA)).containsExactly("服务：需要关注",
				"数据库：正常（产品 MySQL 8.0.33，地址 127.0.0.1:3306/srdi，结构版本 117）", "督查：需要关注（应发生而未发生 2，距上次心跳秒数 14）", "进程：正常");
		assertThat(HealthText.lines(ANSWER, Locale.ENGLISH)).containsExactly("service: needs a look",
				"database: up (product MySQL 8.0.33, address 127.0.0.1:3306/srdi, schema version 117)",
				"watch: needs a look (did not happen 2, seconds since the last sign of life 14)", "process: up");
	}

	@Test
	void whatAnotherReleaseTellsIsNotLost() {
		assertThat(HealthText.lines("{\"status\":\"SLOW\",\"components\":{\"tape\":{\"status\":\"UP\",\"details\":"
				+ "{\"reels\":3,\"full\":false}}}}", Locale.ENGLISH))
			.containsExactly("service: SLOW", "tape: up (reels 3, full no)");
	}

	@Test
	void anAnswerOfSomethingElseIsToldAsItIs() {
		assertThat(HealthText.lines("<html>Not Found</html>", Locale.CHINA)).containsExactly("<html>Not Found</html>");
		assertThat(HealthText.lines("[1]", Locale.CHINA)).containsExactly("[1]");
		assertThat(HealthText.lines("", Locale.CHINA)).containsExactly("");
	}

}
