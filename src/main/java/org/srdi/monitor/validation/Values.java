package org.srdi.monitor.validation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.CellAddress;
import org.srdi.monitor.core.Texts;

/** What is filled into the {placeholders} of a message, in both languages. */
final class Values {

	private static final Texts CHINESE = Texts.of("validation", Locale.CHINESE);

	private static final Texts ENGLISH = Texts.of("validation", Locale.ENGLISH);

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

	private static final int LONGEST = 60;

	private final Map<String, String> chinese = new HashMap<>();

	private final Map<String, String> english = new HashMap<>();

	private Values() {
	}

	static Values at(@Nullable CellAddress cell) {
		return new Values().put("cell", (cell != null) ? cell.toString() : "");
	}

	Values put(String name, String text) {
		return put(name, text, text);
	}

	Values put(String name, String text, String textEn) {
		this.chinese.put(name, text);
		this.english.put(name, textEn);
		return this;
	}

	/** Puts what was read, shortened if it is long. */
	Values read(String text) {
		return put("read", shorten(text));
	}

	/**
	 * Puts words of the message bundle, whose arguments are the same in both languages.
	 */
	Values problem(String key, Object... arguments) {
		return put("problem", CHINESE.get(key, arguments), ENGLISH.get(key, arguments));
	}

	Values label(Term term) {
		return put("label", term.label(), term.labelEn());
	}

	Values unit(Term term) {
		return put("unit", term.unit(), term.unitEn());
	}

	Values column(String name, Term term) {
		return put(name, term.heading().label(), term.heading().labelEn());
	}

	String fillChinese(String message) {
		return fill(message, this.chinese);
	}

	String fillEnglish(String message) {
		return fill(message, this.english);
	}

	private static String fill(String message, Map<String, String> values) {
		return PLACEHOLDER.matcher(message)
			.replaceAll((match) -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())))
			.strip();
	}

	static String shorten(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text;
	}

}
