package org.srdi.monitor.ops;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings of ours, as the records say that hold them. */
final class Settings {

	private static final Path SOURCES = Path.of("src/main/java");

	private Settings() {
	}

	/** Returns all, by their names. */
	static Map<String, Setting> all() throws IOException, ReflectiveOperationException {
		Map<String, Setting> settings = new TreeMap<>();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (Path file : files.filter((name) -> name.toString().endsWith(".java")).sorted().toList()) {
				String source = Files.readString(file);
				if (source.contains("@ConfigurationProperties(")) {
					read(file, source).forEach((setting) -> settings.putIfAbsent(setting.name(), setting));
				}
			}
		}
		return settings;
	}

	private static List<Setting> read(Path file, String source) throws ReflectiveOperationException {
		String name = SOURCES.relativize(file).toString().replaceFirst("\\.java$", "").replace('/', '.');
		Class<?> type = Class.forName(name);
		String prefix = type.getAnnotation(ConfigurationProperties.class).value();
		RecordComponent[] components = type.getRecordComponents();
		Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
		Parameter[] parameters = type.getDeclaredConstructor(types).getParameters();
		return Stream.iterate(0, (i) -> i < components.length, (i) -> i + 1)
			.map((i) -> new Setting(prefix + "." + kebab(components[i].getName()), type(types[i]),
					standard(parameters[i]), meaning(source, components[i].getName())))
			.toList();
	}

	private static String kebab(String camel) {
		return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	private static String standard(Parameter parameter) {
		DefaultValue standard = parameter.getAnnotation(DefaultValue.class);
		return (standard != null) ? String.join(", ", standard.value()) : "";
	}

	private static String type(Class<?> type) {
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", "));
		}
		return switch (type.getSimpleName()) {
			case "int", "Integer", "long", "Long" -> "number";
			case "boolean", "Boolean" -> "true, false";
			case "String" -> "text";
			case "List" -> "list";
			default -> kebab(type.getSimpleName()).replaceFirst("^-", "").replace('-', ' ');
		};
	}

	private static String meaning(String source, String component) {
		Matcher tag = Pattern.compile("@param " + component + "\\s(.*?)(?=\\n\\s*\\* @|\\*/)", Pattern.DOTALL)
			.matcher(source);
		if (!tag.find()) {
			throw new AssertionError("'" + component + "' is not explained by an @param");
		}
		return tag.group(1)
			.replaceAll("\\s*\\n\\s*\\*\\s*", " ")
			.replaceAll("\\{@(?:code|link) #?([^}]*)}", "`$1`")
			.strip();
	}

}
