package org.srdi.monitor.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.database.Engine;

import static org.assertj.core.api.Assertions.assertThat;

/** The service, as the one who watches over it sees it. */
class ServiceIntegrationTests {

	@Test
	void healthSaysWhichDatabaseAndSchemaTheServiceTalksTo() throws Exception {
		Cli cli = Cli.of(Cli.newFolder().resolve("var"));
		String port = freePort();
		String url = "http://127.0.0.1:" + port + "/actuator/health";
		assertThat(cli.run("health", "--url", url).err()).contains("没有服务应答");
		// figures may be as old as the first look, when the scheduler had not started yet
		Cli onPort = cli.with("SRDI_PORT", port).with("SRDI_OBSERVABILITY_REFRESH", "0s");
		Process service = onPort.start("serve");
		try {
			Cli.Answer health = cli.run("health", "--url", url);
			while (health.code() != 0) {
				assertThat(service.isAlive()).as(() -> output(onPort, service)).isTrue();
				health = cli.run("health", "--url", url);
			}
			assertThat(health.out()).contains("数据库：正常（产品 ", "结构版本 " + Cli.schemaVersion());
			health = cli.run("health", "--json", "--url", url);
			assertThat(health.out()).contains("\"status\":\"UP\"", "\"schemaVersion\":\"" + Cli.schemaVersion() + "\"",
					Engine.current().isMySql() ? "\"engine\":\"MySQL 8." : "\"engine\":\"H2 2.");
			assertThat(health.out()).contains("\"disk\"", "\"scheduler\"", "\"intake\"", "\"outbox\"");
			assertThat(cli.run("health", "--url", url + "/liveness").out()).startsWith("服务：正常").doesNotContain("数据库");
			assertThat(cli.run("health", "--json", "--url", url + "/readiness").out()).contains("\"schema\"",
					"\"disk\"", "\"scheduler\"");
			assertThat(cli.run("health", "--url", "http://127.0.0.1:" + port + "/actuator/env").code()).isEqualTo(1);
			tellsPrometheusWhatDashboardAndAlertsAskFor(
					cli.run("health", "--url", "http://127.0.0.1:" + port + "/actuator/prometheus").out());
			Cli.Answer second = Cli.embedded(Cli.newFolder().resolve("var")).with("SRDI_PORT", port).run("serve");
			assertThat(second.code()).as(second.toString()).isEqualTo(ExitCode.BAD_INPUT);
			assertThat(second.err()).contains("端口 " + port + " 已被占用", "SRDI_PORT");
			assertThat(onPort.output(service)).contains("结构版本 " + Cli.schemaVersion(), "正在运行");
		}
		finally {
			service.destroyForcibly().waitFor();
		}
		assertThat(cli.run("health", "--url", url).code()).isEqualTo(1);
	}

	/** All but the figures of runs and schedules that have not been yet. */
	private static void tellsPrometheusWhatDashboardAndAlertsAskFor(String told) throws IOException {
		assertThat(told).contains("srdi_figures_complete 1.0", "srdi_build_info{",
				"schema_version=\"" + Cli.schemaVersion() + "\"", "srdi_scheduler_nodes 1.0",
				"srdi_schedule_paused{schedule=\"ingest\"} 0.0", "srdi_reports_total{verdict=\"accepted\"} 0.0",
				"srdi_mail_deliveries{state=\"given_up\"} 0.0");
		for (String file : List.of("ops/dashboards/srdi-monitor.json", "ops/alerts/srdi-monitor.rules.yml")) {
			assertThat(Pattern.compile("\\b(?:jvm|process|hikaricp|logback)_[a-z_]+\\b")
				.matcher(Files.readString(Path.of(file)))
				.results()
				.map(MatchResult::group)).isNotEmpty().allSatisfy((name) -> assertThat(told).contains("\n" + name));
		}
	}

	private static String output(Cli cli, Process process) {
		try {
			return cli.output(process);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private static String freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return String.valueOf(socket.getLocalPort());
		}
	}

}
