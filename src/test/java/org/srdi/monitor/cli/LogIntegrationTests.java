package org.srdi.monitor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The log leads to what happened, and names nobody. */
class LogIntegrationTests {

	private static final String ADDRESS = "li.na@corp.example.cn";

	@Test
	void linesNameRunStepAndSubmissionButNoEnterpriseAndNoSecret() throws Exception {
		Path folder = Cli.newFolder();
		Cli cli = Cli.of(folder.resolve("var"));
		Path sample = folder.resolve("sample");
		assertThat(cli.run("sample", "generate", "--firms", "8", "--from", "2026-09", "--to", "2026-10", "--seed", "5",
				"--out", sample.toString()))
			.returns(0, Cli.Answer::code);
		assertThat(cli.run("register", "import", sample.resolve("register.xlsx").toString()).code()).isZero();
		List<String> names = names(cli);
		assertThat(names).hasSizeGreaterThanOrEqualTo(16);
		Path inbox = Files.createDirectories(sample.resolve("inbox"));
		Files.write(inbox.resolve(names.get(0) + " " + names.get(1) + " " + ADDRESS + " password=s3cret.xlsx"),
				new byte[] { 'P', 'K', 3, 4, 0, 0, 0 });
		Files.writeString(inbox.resolve(names.get(2) + ".csv"), "统一社会信用代码,企业名称\n" + names.get(3) + "," + names.get(2));
		assertThat(cli.run("ingest", "--inbox", inbox.toString()).code()).isEqualTo(3);

		String log = Files.readString(cli.dataDir().resolve("logs/commands.log"));
		assertThat(log).doesNotContain(names)
			.doesNotContain(ADDRESS, "s3cret", cli.environment().getOrDefault("SRDI_DB_PASSWORD", "s3cret"));
		List<JsonNode> lines = log.lines().map(JsonMapper.shared()::readTree).toList();
		assertThat(lines).anySatisfy((line) -> {
			assertThat(line.path("run").asString()).isEqualTo("report-intake/1");
			assertThat(line.path("job").asString()).isEqualTo("report-intake");
			assertThat(line.path("step").asString()).isEqualTo("ingest-reports");
			assertThat(line.path("submission").asInt()).isPositive();
			assertThat(line.path("service").path("name").asString()).isEqualTo("srdi-monitor");
		});
	}

	/** Returns name and code of every enterprise. */
	private static List<String> names(Cli cli) throws Exception {
		List<String> names = new ArrayList<>();
		try (Connection connection = cli.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("SELECT name, credit_code FROM enterprise ORDER BY id")) {
			while (rows.next()) {
				names.add(rows.getString(1));
				names.add(rows.getString(2));
			}
		}
		return names;
	}

}
