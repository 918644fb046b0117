package org.srdi.monitor.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Walks every report of the shipped {@code jobs/}, as the application loads it. */
class DefinitionsTests {

	private static final Path JOBS = Path.of("jobs");

	@TestFactory
	Stream<DynamicTest> everyReportLoads() {
		return reports().stream().map((report) -> DynamicTest.dynamicTest(report, () -> {
			Definitions definitions = DefinitionLoader.load(JOBS, report);
			assertThat(definitions.job().code()).isEqualTo(report);
			assertThat(definitions.form().code()).isEqualTo(report);
			assertThat(definitions.rules()).isNotEmpty();
			assertThat(definitions.indicators()).isNotEmpty();
			assertThat(definitions.rollups()).isNotEmpty();
		}));
	}

	@TestFactory
	Stream<DynamicTest> everyReportLoadsFromTheClassPathAlike() {
		return reports().stream().map((report) -> DynamicTest.dynamicTest(report, () -> {
			assertThat(DefinitionLoader.loadBundled(report)).isEqualTo(DefinitionLoader.load(JOBS, report));
		}));
	}

	@ParameterizedTest
	@EnumSource
	void theReadmeNamesTheWordsOfEveryKindOfRule(RuleDefinition.Kind kind) {
		String row = "| `" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "` |";
		assertThat(JobsFolder.read(JOBS.resolve("README.md")).lines().filter((line) -> line.startsWith(row)))
			.singleElement()
			.satisfies((line) -> assertThat(line.split("\\|", -1)[3].strip().split(" ", -1))
				.containsExactlyInAnyOrderElementsOf(kind.placeholders()));
	}

	private static List<String> reports() {
		try (Stream<Path> folders = Files.list(JOBS)) {
			return folders.filter(Files::isDirectory)
				.map((folder) -> folder.getFileName().toString())
				.filter((name) -> !name.equals("shared"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
