package org.srdi.monitor.definition;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads what people type into entries, so that checking and storing agree: full-width
 * characters, spaces and letter case do not matter.
 */
public final class EntryValues {

	private static final Pattern BLANKS = Pattern.compile("\\s+");

	private static final Pattern SEPARATOR = Pattern.compile("[,;、/|\\n]");

	private static final Pattern REGION = Pattern.compile("\\d{6}");

	private static final Pattern INDUSTRY = Pattern.compile("[a-z]?(\\d{4})");

	private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?");

	private static final Set<String> YES = Set.of("是", "true", "1", "yes");

	private static final Set<String> NO = Set.of("否", "false", "0", "no");

	private EntryValues() {
	}

	/**
	 * Returns what to store of an entry: a {@code Boolean} for yes or no, a
	 * {@code LocalDate} for a date, a {@linkplain #code code} or the text as it is; null
	 * if the text is not what the field asks for.
	 */
	public static @Nullable Object value(Field field, String text) {
		return switch (field.type()) {
			case YES_NO -> yesNo(text);
			case DATE -> date(text);
			case CHOICE, CHOICES, REGION, INDUSTRY -> code(field, text);
			default -> text.isBlank() ? null : text.strip();
		};
	}

	/**
	 * Returns the code to store: of an option named by its code or label, of several
	 * (joined by commas, in the order of the form), of a region, or of an industry.
	 * Returns null if the text is none, or the field holds no code.
	 */
	public static @Nullable String code(Field field, String text) {
		return switch (field.type()) {
			case CHOICE -> option(field, text);
			case CHOICES -> options(field, text);
			case REGION -> region(text);
			case INDUSTRY -> industry(text);
			default -> null;
		};
	}

	/** Most who fill in a form take the label as it is. */
	private static @Nullable String option(Field field, String text) {
		for (Field.Option option : field.options()) {
			if (option.label().equals(text) || option.code().equals(text)) {
				return option.code();
			}
		}
		String typed = normalise(text);
		return field.options()
			.stream()
			.filter((option) -> names(option).anyMatch(typed::equals))
			.map(Field.Option::code)
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String options(Field field, String text) {
		Set<String> codes = new LinkedHashSet<>();
		for (String part : SEPARATOR.split(Normalizer.normalize(text, Normalizer.Form.NFKC), -1)) {
			String code = option(field, part);
			if (code == null && !part.isBlank()) {
				return null;
			}
			codes.add(Objects.requireNonNullElse(code, ""));
		}
		List<String> ordered = field.options().stream().map(Field.Option::code).filter(codes::contains).toList();
		return ordered.isEmpty() ? null : String.join(",", ordered);
	}

	private static Stream<String> names(Field.Option option) {
		return Stream.of(option.code(), option.label(), option.labelEn()).map(EntryValues::normalise);
	}

	private static @Nullable String region(String text) {
		String typed = normalise(text);
		return REGION.matcher(typed).matches() ? typed : null;
	}

	private static @Nullable String industry(String text) {
		Matcher matcher = INDUSTRY.matcher(normalise(text));
		return matcher.matches() ? matcher.group(1) : null;
	}

	/** Returns whether the text says yes (是, TRUE, 1) or no (否, FALSE, 0), else null. */
	public static @Nullable Boolean yesNo(String text) {
		String typed = normalise(text);
		if (YES.contains(typed)) {
			return Boolean.TRUE;
		}
		return NO.contains(typed) ? Boolean.FALSE : null;
	}

	/**
	 * Returns the day of a text as in 2026-10-31, 2026/10/31, 20261031 or 2026年10月31日,
	 * null if it is none.
	 */
	public static @Nullable LocalDate date(String text) {
		Matcher matcher = DATE.matcher(normalise(text));
		if (!matcher.matches()) {
			return null;
		}
		try {
			return LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
					Integer.parseInt(matcher.group(3)));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static String normalise(String text) {
		return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("").toLowerCase(Locale.ROOT);
	}

}
