package org.srdi.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.srdi.monitor.core.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** Every word stands in Chinese and in English, with the same gaps to fill. */
class TextsTests {

	private static final Pattern GAP = Pattern.compile("\\{\\d+}");

	static List<String> modules() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> !name.endsWith("_en.properties"))
				.map((name) -> name.replace(".properties", ""))
				.sorted()
				.toList();
		}
	}

	@ParameterizedTest
	@MethodSource("modules")
	void everyKeyStandsInBothLanguages(String module) {
		ResourceBundle chinese = Texts.bundle(module, Locale.CHINA);
		ResourceBundle english = Texts.bundle(module, Locale.ENGLISH);
		assertThat(english.keySet()).isEqualTo(chinese.keySet());
		assertThat(chinese.keySet()).isNotEmpty()
			.allSatisfy(
					(key) -> assertThat(gaps(english.getString(key))).as(key).isEqualTo(gaps(chinese.getString(key))));
	}

	private static List<String> gaps(String text) {
		return GAP.matcher(text).results().map((gap) -> gap.group()).distinct().sorted().toList();
	}

}
