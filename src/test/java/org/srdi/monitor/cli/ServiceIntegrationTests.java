package org.srdi.monitor.cli;

import java.net.ServerSocket;

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
		Cli onPort = cli.with("SRDI_PORT", port);
		Process service = onPort.start("serve");
		try {
			Cli.Answer health = cli.run("health", "--url", url);
			while (health.code() != 0) {
				assertThat(service.isAlive()).as(() -> output(onPort, service)).isTrue();
				health = cli.run("health", "--url", url);
			}
			assertThat(health.out()).contains("\"status\":\"UP\"", "\"schemaVersion\":\"" + Cli.schemaVersion() + "\"",
					Engine.current().isMySql() ? "\"engine\":\"MySQL 8." : "\"engine\":\"H2 2.");
			assertThat(cli.run("health", "--url", "http://127.0.0.1:" + port + "/actuator/env").code()).isEqualTo(1);
			assertThat(onPort.output(service)).contains("结构版本 " + Cli.schemaVersion(), "正在运行");
		}
		finally {
			service.destroyForcibly().waitFor();
		}
		assertThat(cli.run("health", "--url", url).code()).isEqualTo(1);
	}

	private static String output(Cli cli, Process process) {
		try {
			return cli.output(process);
		}
		catch (java.io.IOException ex) {
			return ex.toString();
		}
	}

	private static String freePort() throws java.io.IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return String.valueOf(socket.getLocalPort());
		}
	}

}
