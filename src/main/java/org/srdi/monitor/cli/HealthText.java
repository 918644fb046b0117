package org.srdi.monitor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.srdi.monitor.core.Texts;

/** Puts what the service says of its health into words, a line for each component. */
final class HealthText {

	private static final JsonMapper JSON = new JsonMapper();

	private final Texts texts;

	private final ResourceBundle words;

	private HealthText(Locale locale) {
		this.texts = Texts.of("cli", locale);
		this.words = Texts.bundle("cli", locale);
	}

	/**
	 * Returns the lines of an answer of {@code /actuator/health} or one of its groups;
	 * any other answer as it is.
	 */
	static List<String> lines(String answer, Locale locale) {
		return health(answer).map(new HealthText(locale)::lines).orElseGet(() -> List.of(answer));
	}

	private static Optional<JsonNode> health(String answer) {
		try {
			return Optional.of(JSON.readTree(answer)).filter((node) -> node.path("status").isString());
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private List<String> lines(JsonNode health) {
		List<String> lines = new ArrayList<>();
		lines.add(line(this.texts.get("health.whole"), health));
		health.path("components")
			.properties()
			.forEach((component) -> lines.add(line(word("of", component.getKey()), component.getValue())));
		return lines;
	}

	private String line(String name, JsonNode health) {
		String status = word("status", health.path("status").asString(""));
		String details = health.path("details")
			.properties()
			.stream()
			.map(this::detail)
			.collect(Collectors.joining(this.texts.get("health.and")));
		return details.isEmpty() ? this.texts.get("health.line", name, status)
				: this.texts.get("health.details", name, status, details);
	}

	private String detail(Map.Entry<String, JsonNode> detail) {
		return word("detail", detail.getKey()) + " " + word("is", detail.getValue().asString(""));
	}

	/** Returns the word for what a service says; of another release, what it says. */
	private String word(String kind, String name) {
		String key = "health." + kind + "." + name;
		return this.words.containsKey(key) ? this.words.getString(key) : name;
	}

}
