package org.srdi.monitor.definition.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.definition.RollupDefinition.Every;
import org.srdi.monitor.definition.RollupDefinition.Sheet;

/** Checks what {@code rollups.yaml} means. */
final class RollupCheck {

	private static final int LONGEST_TAB = 31; // of any spreadsheet program

	private static final String PERIOD = "{period}";

	private static final String QUARTER = "{quarter}";

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

	private static final String CHANGE = ".change";

	private static final Set<String> WORDS = Set.of("span", "month", "year", "period", "flags.behind", "flags.red",
			"flags.amber", "flags.new", "flags.recovered", "missing.silent", "missing.returned", "missing.held",
			"ranking.top", "ranking.bottom");

	private final YamlFile file;

	private final Set<String> indicators = new HashSet<>();

	private RollupCheck(YamlFile file, List<IndicatorDefinition> indicators) {
		this.file = file;
		indicators.forEach((indicator) -> this.indicators.add(String.valueOf(indicator.code())));
	}

	/**
	 * Checks the rollups.
	 * @param indicators the indicators; null if they could not be read, then every
	 * reference passes
	 */
	static void check(YamlFile file, List<RollupDefinition> rollups, @Nullable List<IndicatorDefinition> indicators) {
		RollupCheck check = new RollupCheck(file, (indicators != null) ? indicators : List.of());
		Codes codes = new Codes(file);
		for (int i = 0; i < rollups.size(); i++) {
			String path = "rollups[" + i + "]";
			codes.add(path + ".code", rollups.get(i).code());
			check.check(path, rollups.get(i), indicators != null);
		}
		if (!rollups.isEmpty() && rollups.stream().noneMatch((rollup) -> rollup.every() == Every.MONTH)) {
			file.mistake("rollups", "rollup.none-monthly");
		}
	}

	private void check(String path, RollupDefinition rollup, boolean indicatorsKnown) {
		Codes codes = new Codes(this.file);
		Codes titles = new Codes(this.file);
		checkFileName(path, rollup);
		for (int i = 0; i < rollup.sheets().size(); i++) {
			String sheetPath = path + ".sheets[" + i + "]";
			Sheet sheet = rollup.sheets().get(i);
			codes.add(sheetPath + ".code", sheet.code());
			titles.add(sheetPath + ".title", sheet.title());
			checkSheet(sheetPath, sheet);
			if (indicatorsKnown) {
				checkIndicators(sheetPath, sheet);
			}
		}
	}

	/** A quarterly file may be named by its last month or by its quarter. */
	private void checkFileName(String path, RollupDefinition rollup) {
		String name = rollup.fileName();
		boolean byQuarter = rollup.every() == Every.QUARTER && name != null && name.contains(QUARTER);
		if (name != null && !name.contains(PERIOD) && !byQuarter) {
			this.file.mistake(path + ".file-name", "rollup.period-missing", name,
					(rollup.every() == Every.QUARTER) ? QUARTER : PERIOD);
		}
		if (name != null && name.contains(QUARTER) && rollup.every() == Every.MONTH) {
			this.file.mistake(path + ".file-name", "rollup.quarter-of-month", name, QUARTER, PERIOD);
		}
	}

	private void checkSheet(String path, Sheet sheet) {
		if (sheet.kind() == RollupDefinition.Kind.TABLE && sheet.grouping() == null
				&& !this.file.isFailed(path + ".grouping")) {
			this.file.mistake(path, "missing", "grouping");
		}
		if (sheet.title() != null && sheet.title().length() > LONGEST_TAB) {
			this.file.mistake(path + ".title", "too-long", sheet.title(), LONGEST_TAB);
		}
	}

	private void checkIndicators(String path, Sheet sheet) {
		for (int i = 0; i < sheet.indicators().size(); i++) {
			checkIndicator(path + ".indicators[" + i + "]", sheet.indicators().get(i));
		}
		checkIndicator(path + ".rank-by", sheet.rankBy());
		checkIndicator(path + ".chart", sheet.chart());
		checkSentences(path + ".sentences", sheet.sentences());
		checkSentences(path + ".sentences-en", sheet.sentencesEn());
	}

	private void checkSentences(String path, List<String> sentences) {
		for (int i = 0; i < sentences.size(); i++) {
			Matcher matcher = PLACEHOLDER.matcher(sentences.get(i));
			while (matcher.find()) {
				if (!isKnown(matcher.group(1))) {
					this.file.mistake(path + "[" + i + "]", "unknown-word", matcher.group(),
							String.join(" ", WORDS.stream().sorted().map((word) -> "{" + word + "}").toList()));
				}
			}
		}
	}

	private boolean isKnown(String word) {
		String indicator = word.endsWith(CHANGE) ? word.substring(0, word.length() - CHANGE.length()) : word;
		return WORDS.contains(word) || this.indicators.contains(indicator);
	}

	private void checkIndicator(String path, @Nullable String code) {
		if (code != null && !this.indicators.contains(code)) {
			this.file.mistake(path, "unknown-indicator", code);
		}
	}

}
