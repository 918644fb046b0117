package org.srdi.monitor.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** The containers make up two nodes that share their work. */
class ComposeTests {

	private final Map<String, Map<String, Object>> services = services();

	@SuppressWarnings("unchecked")
	private static Map<String, Map<String, Object>> services() {
		try {
			Map<String, Object> file = new Yaml().load(Files.readString(Path.of("ops/compose.yaml")));
			return (Map<String, Map<String, Object>>) file.get("services");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void twoNodesShareImageFilesAndDatabase() {
		Map<String, Object> first = this.services.get("app-1");
		Map<String, Object> second = this.services.get("app-2");
		for (String shared : List.of("image", "volumes", "command", "depends_on", "stop_grace_period", "restart")) {
			assertThat(second.get(shared)).as(shared).isNotNull().isEqualTo(first.get(shared));
		}
		assertThat(environment(second)).containsEntry("SRDI_DB_HOST", "mysql")
			.containsEntry("SRDI_DB_NAME", environment(first).get("SRDI_DB_NAME"));
		assertThat(environment(second).keySet()).isEqualTo(environment(first).keySet());
	}

	@Test
	void nodesDifferInPortAndLogOnly() {
		Map<String, Object> first = this.services.get("app-1");
		Map<String, Object> second = this.services.get("app-2");
		assertThat(second.get("ports")).isNotEqualTo(first.get("ports"));
		assertThat(environment(second).get("SRDI_LOG_NAME")).isNotEqualTo(environment(first).get("SRDI_LOG_NAME"));
		// a lock names the host and the process of its owner: containers must not share a
		// name
		assertThat(first).doesNotContainKey("hostname");
		assertThat(second).doesNotContainKey("hostname");
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> environment(Map<String, Object> service) {
		return (Map<String, Object>) service.get("environment");
	}

	@Test
	void nodesStartAfterTheMigrationAndStopInTheirOwnTime() {
		Map<String, Object> node = this.services.get("app-1");
		assertThat(node.get("depends_on")).isEqualTo(Map.of("mysql", Map.of("condition", "service_healthy"), "migrate",
				Map.of("condition", "service_completed_successfully")));
		assertThat(node).containsEntry("stop_grace_period", "120s");
		assertThat(this.services.get("mysql")).containsKey("healthcheck");
	}

	@Test
	void whateverIsAskedForStandsInTheExample() throws IOException {
		Set<String> asked = Pattern.compile("\\$\\{(\\w+)")
			.matcher(Files.readString(Path.of("ops/compose.yaml")))
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> offered = Pattern.compile("(?m)^#?(SRDI_\\w+)=")
			.matcher(Files.readString(Path.of("ops/.env.example")))
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(asked).isNotEmpty().isEqualTo(offered);
	}

}
