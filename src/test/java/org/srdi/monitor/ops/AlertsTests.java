package org.srdi.monitor.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** Every alert says what to do. */
class AlertsTests {

	private static final Path OPS = Path.of("ops");

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> alerts() throws IOException {
		Map<String, Object> file = new Yaml().load(Files.readString(OPS.resolve("alerts/srdi-monitor.rules.yml")));
		return ((List<Map<String, Object>>) file.get("groups")).stream()
			.flatMap((group) -> ((List<Map<String, Object>>) group.get("rules")).stream())
			.toList();
	}

	@Test
	@SuppressWarnings("unchecked")
	void everyAlertHasItsRunbookWhichNamesIt() throws IOException {
		assertThat(alerts()).hasSizeGreaterThan(10);
		for (Map<String, Object> alert : alerts()) {
			Map<String, String> annotations = (Map<String, String>) alert.get("annotations");
			Path runbook = OPS.resolve(annotations.get("runbook_url"));
			assertThat(runbook).as("%s", alert.get("alert")).exists();
			assertThat(runbook).content()
				.contains("`" + alert.get("alert") + "`")
				.contains("**It means.**", "**Look at.**", "**Do.**", "**Worry when.**");
			assertThat(annotations.get("summary")).contains(" / ");
			assertThat(Map.of("critical", 1, "warning", 1, "info", 1))
				.containsKey(((Map<String, String>) alert.get("labels")).get("severity"));
			assertThat((String) alert.get("expr")).isNotBlank();
		}
	}

	@Test
	@SuppressWarnings("unchecked")
	void everyRunbookOfAnAlertIsReferredTo() throws IOException {
		Set<String> named = new TreeSet<>();
		for (Map<String, Object> alert : alerts()) {
			named.add(((Map<String, String>) alert.get("annotations")).get("runbook_url"));
		}
		try (Stream<Path> files = Files.list(OPS.resolve("runbooks"))) {
			Set<String> written = new TreeSet<>(files.map((file) -> OPS.relativize(file).toString())
				.filter((name) -> name.startsWith("runbooks/alert-"))
				.toList());
			assertThat(written).isEqualTo(named);
		}
	}

	@Test
	void everyLinkOfThePagesLeadsSomewhere() throws IOException {
		try (Stream<Path> tree = Files.walk(OPS)) {
			for (Path page : tree.filter((file) -> file.toString().endsWith(".md")).toList()) {
				Pattern.compile("\\]\\((?!https?:)([^)#]+)")
					.matcher(Files.readString(page))
					.results()
					.map((found) -> found.group(1))
					.forEach((link) -> assertThat(page.resolveSibling(link)).as("%s in %s", link, page).exists());
			}
		}
	}

}
