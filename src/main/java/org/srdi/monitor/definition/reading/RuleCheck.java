package org.srdi.monitor.definition.reading;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.core.Severity;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Field;
import org.srdi.monitor.definition.FieldType;
import org.srdi.monitor.definition.RuleDefinition;
import org.srdi.monitor.definition.RuleDefinition.Kind;

/** Checks what {@code rules.yaml} means. */
final class RuleCheck {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

	private static final int LONGEST_CODE = 10;

	private static final Map<Kind, Set<Parameter>> NEEDED = new EnumMap<>(Kind.class);

	private static final Map<Kind, Set<Parameter>> USED = new EnumMap<>(Kind.class);

	static {
		takes(Kind.IDENTITY, EnumSet.noneOf(Parameter.class));
		takes(Kind.PERIOD, EnumSet.noneOf(Parameter.class));
		takes(Kind.WELL_FORMED, EnumSet.noneOf(Parameter.class));
		takes(Kind.NOT_ABOVE, EnumSet.of(Parameter.TOTAL, Parameter.PLUS, Parameter.SPANS), Parameter.TOLERANCE);
		takes(Kind.BALANCE, EnumSet.of(Parameter.TOTAL, Parameter.PLUS, Parameter.SPANS), Parameter.MINUS,
				Parameter.TOLERANCE);
		takes(Kind.CUMULATIVE, EnumSet.noneOf(Parameter.class), Parameter.FIELDS, Parameter.TOLERANCE);
		takes(Kind.FIRST_PERIOD, EnumSet.noneOf(Parameter.class), Parameter.FIELDS, Parameter.TOLERANCE);
		takes(Kind.COVERS_MONTH, EnumSet.of(Parameter.SPANS), Parameter.FIELDS, Parameter.TOLERANCE);
		takes(Kind.POSITIVE, EnumSet.of(Parameter.FIGURES));
		takes(Kind.GROWTH_RANGE, EnumSet.of(Parameter.FIGURES, Parameter.MIN, Parameter.MAX));
		takes(Kind.UNIT_SLIP, EnumSet.noneOf(Parameter.class), Parameter.FIGURES, Parameter.MIN, Parameter.MAX);
		takes(Kind.LAST_MONTH_COPIED, EnumSet.of(Parameter.MIN));
		takes(Kind.LAST_YEAR_FILLED, EnumSet.of(Parameter.MIN));
		takes(Kind.SHAPE_SLIP, EnumSet.noneOf(Parameter.class));
	}

	private final YamlFile file;

	private final Figures figures;

	private final Set<String> seen = new HashSet<>();

	private RuleCheck(YamlFile file, Figures figures) {
		this.file = file;
		this.figures = figures;
	}

	private static void takes(Kind kind, Set<Parameter> needed, Parameter... optional) {
		Set<Parameter> used = EnumSet.noneOf(Parameter.class);
		used.addAll(needed);
		used.addAll(List.of(optional));
		NEEDED.put(kind, needed);
		USED.put(kind, used);
	}

	static void check(YamlFile file, List<RuleDefinition> rules, Figures figures) {
		RuleCheck check = new RuleCheck(file, figures);
		for (int i = 0; i < rules.size(); i++) {
			check.check("rules[" + i + "]", rules.get(i));
		}
	}

	private void check(String path, RuleDefinition rule) {
		checkName(path, rule);
		checkExplanations(path, rule);
		checkNumbers(path, rule);
		if (rule.kind() != null) {
			checkParameters(path, rule);
			checkPlaceholders(path + ".message", rule.message(), rule.kind());
			checkPlaceholders(path + ".message-en", rule.messageEn(), rule.kind());
			checkReferences(path, rule);
		}
	}

	private void checkName(String path, RuleDefinition rule) {
		if (rule.code() != null && rule.code().length() > LONGEST_CODE) {
			this.file.mistake(path + ".code", "too-long", rule.code(), LONGEST_CODE);
		}
		if (rule.code() != null && rule.title() != null && !this.seen.add(rule.code() + " " + rule.title())) {
			this.file.mistake(path + ".code", "rule.duplicate", rule.code(), rule.title());
		}
	}

	private void checkExplanations(String path, RuleDefinition rule) {
		checkText(path + ".explained-by", rule.explainedBy());
		checkText(path + ".eased", rule.eased());
		if (rule.explainedBy() != null && rule.severity() == Severity.ERROR) {
			this.file.mistake(path + ".explained-by", "rule.error-unexplainable");
		}
		if (rule.eased() != null && rule.severity() == Severity.WARNING) {
			this.file.mistake(path + ".eased", "rule.warning-not-eased");
		}
	}

	private void checkText(String path, @Nullable FieldCode code) {
		if (code == null || !this.figures.checkField(this.file, path, code)) {
			return;
		}
		Field field = this.figures.field(code);
		if (field != null && field.type() != null && field.type() != FieldType.TEXT) {
			this.file.mistake(path, "rule.no-text", code);
		}
	}

	private void checkNumbers(String path, RuleDefinition rule) {
		if (rule.tolerance() != null && rule.tolerance().signum() < 0) {
			this.file.mistake(path + ".tolerance", "negative", "tolerance", rule.tolerance().toPlainString());
		}
		if (rule.min() != null && rule.max() != null && rule.min().compareTo(rule.max()) > 0) {
			this.file.mistake(path + ".min", "min-above-max", rule.min().toPlainString(), rule.max().toPlainString());
		}
	}

	private void checkParameters(String path, RuleDefinition rule) {
		String kind = rule.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
		for (Parameter parameter : Parameter.values()) {
			boolean given = parameter.isGiven(rule);
			String parameterPath = path + "." + parameter.key();
			if (given && !USED.getOrDefault(rule.kind(), Set.of()).contains(parameter)) {
				this.file.mistake(parameterPath, "rule.parameter-unused", parameter.key(), kind);
			}
			if (!given && NEEDED.getOrDefault(rule.kind(), Set.of()).contains(parameter)
					&& this.file.isReadable(parameterPath)) {
				this.file.mistake(path, "rule.parameter-missing", parameter.key(), kind);
			}
		}
	}

	private void checkPlaceholders(String path, @Nullable String message, Kind kind) {
		if (message == null) {
			return;
		}
		Matcher matcher = PLACEHOLDER.matcher(message);
		while (matcher.find()) {
			if (!kind.placeholders().contains(matcher.group(1))) {
				String known = String.join(" ",
						kind.placeholders().stream().sorted().map((name) -> "{" + name + "}").toList());
				this.file.mistake(path, "unknown-placeholder", matcher.group(), known);
			}
		}
	}

	private void checkReferences(String path, RuleDefinition rule) {
		switch (rule.kind()) {
			case NOT_ABOVE, BALANCE -> checkTerms(path, rule);
			case CUMULATIVE, FIRST_PERIOD -> checkFields(path, rule, List.of(Span.M, Span.YTD));
			case COVERS_MONTH -> checkCovering(path, rule);
			case POSITIVE, UNIT_SLIP -> checkFigures(path, rule);
			case GROWTH_RANGE -> checkGrowth(path, rule);
			default -> {
			}
		}
	}

	private void checkTerms(String path, RuleDefinition rule) {
		Map<String, FieldCode> terms = terms(path, rule);
		terms.forEach((place, code) -> checkSpans(place, code, rule.spans()));
		this.figures.checkUnits(this.file, terms);
	}

	private static Map<String, FieldCode> terms(String path, RuleDefinition rule) {
		Map<String, FieldCode> terms = new LinkedHashMap<>();
		if (rule.total() != null) {
			terms.put(path + ".total", rule.total());
		}
		for (int i = 0; i < rule.plus().size(); i++) {
			terms.put(path + ".plus[" + i + "]", rule.plus().get(i));
		}
		for (int i = 0; i < rule.minus().size(); i++) {
			terms.put(path + ".minus[" + i + "]", rule.minus().get(i));
		}
		return terms;
	}

	private void checkSpans(String path, FieldCode code, List<Span> spans) {
		if (this.figures.checkField(this.file, path, code)) {
			spans.forEach((span) -> this.figures.check(this.file, path, new FigureKey(code, span)));
		}
	}

	private void checkFields(String path, RuleDefinition rule, List<Span> spans) {
		for (int i = 0; i < rule.fields().size(); i++) {
			checkSpans(path + ".fields[" + i + "]", rule.fields().get(i), spans);
		}
	}

	private void checkCovering(String path, RuleDefinition rule) {
		for (int i = 0; i < rule.spans().size(); i++) {
			Span span = rule.spans().get(i);
			if (span != Span.YTD && span != Span.YTD_LY) {
				this.file.mistake(path + ".spans[" + i + "]", "rule.span-not-cumulative", span.key());
			}
		}
		checkFields(path, rule, rule.spans());
		checkFields(path, rule, rule.spans().stream().map((span) -> (span == Span.YTD) ? Span.M : Span.M_LY).toList());
	}

	private void checkFigures(String path, RuleDefinition rule) {
		for (int i = 0; i < rule.figures().size(); i++) {
			this.figures.check(this.file, path + ".figures[" + i + "]", rule.figures().get(i));
		}
	}

	private void checkGrowth(String path, RuleDefinition rule) {
		for (int i = 0; i < rule.figures().size(); i++) {
			String place = path + ".figures[" + i + "]";
			FigureKey key = rule.figures().get(i);
			if (!this.figures.check(this.file, place, key)) {
				continue;
			}
			if (key.span().isLastYear() || "%".equals(this.figures.unit(key.field()))) {
				this.file.mistake(place, "rule.no-growth", key);
			}
			else {
				this.figures.check(this.file, place, key.over(key.span().lastYear()));
			}
		}
	}

	/** A parameter of rules. */
	private enum Parameter {

		TOTAL, PLUS, MINUS, FIELDS, FIGURES, SPANS, TOLERANCE, MIN, MAX;

		String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		boolean isGiven(RuleDefinition rule) {
			return switch (this) {
				case TOTAL -> rule.total() != null;
				case PLUS -> !rule.plus().isEmpty();
				case MINUS -> !rule.minus().isEmpty();
				case FIELDS -> !rule.fields().isEmpty();
				case FIGURES -> !rule.figures().isEmpty();
				case SPANS -> !rule.spans().isEmpty();
				case TOLERANCE -> rule.tolerance() != null;
				case MIN -> rule.min() != null;
				case MAX -> rule.max() != null;
			};
		}

	}

}
