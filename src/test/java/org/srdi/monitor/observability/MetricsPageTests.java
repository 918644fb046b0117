package org.srdi.monitor.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of metrics is true, and dashboard and alerts use only what there is. */
class MetricsPageTests {

	/** Figures of the process that Spring Boot and Prometheus tell. */
	private static final Set<String> OF_OTHERS = Set.of("up", "jvm_memory_used_bytes", "process_cpu_usage",
			"hikaricp_connections_active", "hikaricp_connections_pending", "logback_events_total");

	private static List<Measure> measures() {
		return Every.measure();
	}

	@Test
	void thePageListsEveryMetric() {
		StringBuilder page = new StringBuilder(
				"""
						# Metrics / 指标

						Written by a test from the code; do not edit: `mvn test -Dtest=MetricsPageTests -Dsrdi.update=true`.

						At `/actuator/prometheus` of every node. All of them describe the database the nodes share, so take the maximum
						over nodes, never the sum. `stage` is `due` for the last month whose deadline is over, `collecting` for the one
						that is reported now. Quick figures are at most `srdi.observability.refresh` old, slow ones
						`srdi.observability.refresh-slow`. Beside them stand those of Java, the connection pool, the web server and the
						log (`jvm_…`, `process_…`, `hikaricp_…`, `http_server_…`, `logback_…`).

						| name | kind | labels | read | meaning |
						| --- | --- | --- | --- | --- |
						""");
		measures().stream()
			.sorted((one, other) -> one.name().compareTo(other.name()))
			.forEach((measure) -> page.append("| `%s` | %s | %s | %s | %s |\n".formatted(measure.name(),
					measure.kind().name().toLowerCase(Locale.ROOT), String.join(", ", measure.labels()),
					measure.pace().name().toLowerCase(Locale.ROOT), measure.help())));
		Page.demand(Path.of("ops/METRICS.md"), page.toString(), "MetricsPageTests");
	}

	@Test
	void namesSayTheirUnitAndKindAndAreUnique() {
		assertThat(measures()).extracting(Measure::name)
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.matches("srdi_[a-z_]+"));
		assertThat(measures()).allSatisfy((measure) -> assertThat(measure.name().endsWith("_total"))
			.isEqualTo(measure.kind() == Measure.Kind.COUNTER));
		assertThat(measures()).flatExtracting(Measure::labels)
			.doesNotContain("enterprise", "firm", "credit_code", "address", "name");
	}

	@Test
	void dashboardAndAlertsUseOnlyWhatIsExported() throws IOException {
		Set<String> known = measures().stream().map(Measure::name).collect(Collectors.toCollection(TreeSet::new));
		known.addAll(OF_OTHERS);
		for (String file : List.of("ops/dashboards/srdi-monitor.json", "ops/alerts/srdi-monitor.rules.yml")) {
			assertThat(used(file)).as(file).isNotEmpty().isSubsetOf(known);
		}
	}

	@Test
	void theDashboardShowsEveryMetric() throws IOException {
		assertThat(used("ops/dashboards/srdi-monitor.json")).containsAll(measures().stream()
			.map(Measure::name)
			.filter((name) -> !name.endsWith("read_timestamp_seconds"))
			.toList());
	}

	private static Set<String> used(String file) throws IOException {
		String expressions = Files.readString(Path.of(file))
			.lines()
			.filter((line) -> line.contains("\"expr\":") || line.strip().startsWith("expr:"))
			.collect(Collectors.joining("\n"));
		return Pattern.compile("\\b(?:srdi|jvm|process|hikaricp|logback)_[a-z_]+\\b")
			.matcher(expressions)
			.results()
			.map((found) -> found.group())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
