package org.srdi.monitor.ops;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.srdi.monitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of all settings is complete and true. */
class ConfigurationPageTests {

	private static final Path SHIPPED = Path.of("src/main/resources/application.yaml");

	private static final Path MYSQL = Path.of("ops/config/application-mysql.yaml");

	private final Map<String, Setting> settings = settings();

	/** What the page says beyond the code: Chinese, and the variables of the scripts. */
	private final Properties texts = texts();

	private static Properties texts() {
		try {
			Properties texts = new Properties();
			texts.load(new StringReader(Files.readString(Path.of("src/test/resources/configuration.properties"))));
			return texts;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Those of the records, and those that only the shipped file has. */
	private static Map<String, Setting> settings() {
		try {
			Map<String, Setting> settings = Settings.all();
			for (YamlLines.Line line : YamlLines.of(SHIPPED)) {
				Setting known = settings.get(line.name());
				if (known != null) {
					settings.put(line.name(), new Setting(line.name(), known.type(), value(line), known.meaning()));
				}
				else if (line.name().startsWith("srdi.")) {
					settings.put(line.name(), new Setting(line.name(), "text", value(line), line.comment()));
				}
			}
			return settings;
		}
		catch (IOException | ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String value(YamlLines.Line line) {
		return line.value().replaceAll("^\"(.*)\"$", "$1");
	}

	@Test
	void thePageListsEverySettingAsItIs() throws IOException {
		StringBuilder page = new StringBuilder(
				"""
						# Configuration / 配置

						Written by a test from the code; do not edit: `mvn test -Dtest=ConfigurationPageTests -Dsrdi.update=true`.
						由测试根据代码生成，请勿手改。

						A setting is given as a variable of the environment (`SRDI_OBSERVABILITY_REFRESH=30s`), as an option of Java
						(`-Dsrdi.observability.refresh=30s` in `SRDI_JAVA_OPTS`), or in a file `application.yaml` in a folder that
						`SPRING_CONFIG_ADDITIONAL_LOCATION` names. Passwords belong into the environment only. 密码只放在环境变量里。

						## Settings of srdi-monitor / 本系统配置项

						| setting | variable | values | default | meaning | 含义 |
						| --- | --- | --- | --- | --- | --- |
						""");
		this.settings.values()
			.forEach((setting) -> row(page, code(setting.name()), code(setting.variable()), setting.type(),
					code(setting.standard()), setting.meaning(), text(setting.name())));
		page.append("""

				## Variables of scripts, units and containers / 脚本、服务单元与容器变量

				| variable | default | meaning | 含义 |
				| --- | --- | --- | --- |
				""");
		variables().forEach((variable) -> row(page, code(variable),
				code(this.texts.getProperty(variable + ".default", "")), text(variable + ".en"), text(variable)));
		yaml(page, "What Spring is told / 框架设置", SHIPPED);
		yaml(page, "With MySQL / MySQL 环境", MYSQL);
		Page.demand(Path.of("ops/CONFIGURATION.md"), page.toString(), "ConfigurationPageTests");
	}

	private void yaml(StringBuilder page, String title, Path file) throws IOException {
		page.append("\n## %s\n\n`%s`\n\n| setting | value | why |\n| --- | --- | --- |\n".formatted(title, file));
		for (YamlLines.Line line : YamlLines.of(file)) {
			if (!line.name().startsWith("srdi.") || file.equals(MYSQL)) {
				row(page, code(line.name()), code(line.value()), line.comment());
			}
		}
	}

	private static void row(StringBuilder page, String... cells) {
		page.append(Stream.of(cells)
			.map((cell) -> cell.replace("|", "\\|"))
			.collect(Collectors.joining(" | ", "| ", " |\n")));
	}

	private static String code(String text) {
		return text.isEmpty() ? "" : "`" + text + "`";
	}

	private String text(String key) {
		String text = this.texts.getProperty(key);
		assertThat(text).as("src/test/resources/configuration.properties lacks the key %s", key).isNotBlank();
		return text;
	}

	private Set<String> variables() {
		return new TreeMap<>(this.texts).keySet()
			.stream()
			.map(String::valueOf)
			.filter((key) -> key.startsWith("SRDI_") && !key.contains("."))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void everyVariableThatIsUsedAnywhereIsOnThePage() throws IOException {
		Set<String> known = new TreeSet<>(variables());
		this.settings.values().forEach((setting) -> known.add(setting.variable()));
		Map<String, Path> used = new TreeMap<>();
		for (Path file : files("ops", "src/main")) {
			find("\\bSRDI_[A-Z0-9_]*[A-Z0-9]\\b(?!_)", file).forEach((name) -> used.putIfAbsent(name, file));
		}
		used.keySet().removeAll(known);
		assertThat(used).as("variables that configuration.properties does not explain, and where they are").isEmpty();
	}

	@Test
	void everySettingThatIsReferredToExists() throws IOException {
		Map<String, Path> used = new TreeMap<>();
		for (Path file : files("ops/config", "src/main")) {
			find("\\$\\{(srdi\\.[a-z.-]+)", file).forEach((name) -> used.putIfAbsent(name, file));
		}
		YamlLines.of(MYSQL)
			.stream()
			.map(YamlLines.Line::name)
			.filter((name) -> name.startsWith("srdi."))
			.forEach((name) -> used.put(name, MYSQL));
		assertThat(used).isNotEmpty();
		used.keySet().removeAll(this.settings.keySet());
		assertThat(used).as("settings that no record holds, and where they are").isEmpty();
	}

	@Test
	void nothingIsExplainedThatDoesNotExist() throws IOException {
		Set<String> explained = new TreeSet<>();
		this.texts.keySet().forEach((key) -> explained.add(key.toString().replaceFirst("\\.(en|default)$", "")));
		explained.removeAll(this.settings.keySet());
		for (Path file : files("ops", "src/main", "src/test/java")) {
			explained.removeAll(find("\\bSRDI_[A-Z0-9_]*[A-Z0-9]\\b", file));
		}
		assertThat(explained).isEmpty();
	}

	private static List<Path> files(String... folders) throws IOException {
		Set<Path> files = new LinkedHashSet<>();
		for (String folder : folders) {
			try (Stream<Path> tree = Files.walk(Path.of(folder))) {
				tree.filter(Files::isRegularFile)
					.filter((file) -> !file.toString().matches(".*(\\.png|\\.xlsx|CONFIGURATION\\.md)"))
					.sorted()
					.forEach(files::add);
			}
		}
		return List.copyOf(files);
	}

	private static Set<String> find(String pattern, Path file) throws IOException {
		Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
		return matcher.results()
			.map((MatchResult found) -> found.group(found.groupCount()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
