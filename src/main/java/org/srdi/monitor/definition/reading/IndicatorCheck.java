package org.srdi.monitor.definition.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FieldCode;
import org.srdi.monitor.core.FigureKey;
import org.srdi.monitor.definition.IndicatorDefinition;

/** Checks what {@code indicators.yaml} means. */
final class IndicatorCheck {

	private static final int MOST_DECIMALS = 4;

	private final YamlFile file;

	private final Figures figures;

	private IndicatorCheck(YamlFile file, Figures figures) {
		this.file = file;
		this.figures = figures;
	}

	static void check(YamlFile file, List<IndicatorDefinition> indicators, Figures figures) {
		IndicatorCheck check = new IndicatorCheck(file, figures);
		Codes codes = new Codes(file);
		for (int i = 0; i < indicators.size(); i++) {
			String path = "indicators[" + i + "]";
			codes.add(path + ".code", indicators.get(i).code());
			check.check(path, indicators.get(i));
		}
	}

	private void check(String path, IndicatorDefinition indicator) {
		checkTerms(path + ".numerator", indicator.numerator());
		checkTerms(path + ".denominator", indicator.denominator());
		if (indicator.decimals() < 0 || indicator.decimals() > MOST_DECIMALS) {
			this.file.mistake(path + ".decimals", "out-of-range", "decimals", indicator.decimals(), 0, MOST_DECIMALS);
		}
		if (indicator.unit() != null && !indicator.unit().isBlank() && !Units.isKnown(indicator.unit())) {
			this.file.mistake(path + ".unit", "unknown-unit", indicator.unit(), Units.all());
		}
		if (indicator.factor() != null && indicator.factor().signum() <= 0) {
			this.file.mistake(path + ".factor", "not-positive", "factor", indicator.factor().toPlainString());
		}
		if (indicator.kind() != null) {
			checkKind(path, indicator);
		}
	}

	private void checkTerms(String path, List<FigureKey> keys) {
		Map<String, FieldCode> terms = new LinkedHashMap<>();
		for (int i = 0; i < keys.size(); i++) {
			String place = path + "[" + i + "]";
			this.figures.check(this.file, place, keys.get(i));
			terms.put(place, keys.get(i).field());
		}
		this.figures.checkUnits(this.file, terms);
	}

	private void checkKind(String path, IndicatorDefinition indicator) {
		switch (indicator.kind()) {
			case COUNT, COVERAGE -> {
				needs(path, "count", indicator.count());
				if (indicator.count() != IndicatorDefinition.Count.REVENUE) {
					hasNoUse(path, "numerator", indicator.numerator());
				}
				hasNoUse(path, "denominator", indicator.denominator());
			}
			case SUM, NEGATIVE_SHARE -> {
				needs(path, "numerator", first(indicator.numerator()));
				hasNoUse(path, "denominator", indicator.denominator());
			}
			case RATIO, MATCHED_GROWTH -> {
				needs(path, "numerator", first(indicator.numerator()));
				needs(path, "denominator", first(indicator.denominator()));
			}
			case GROWTH -> checkGrowth(path, indicator);
		}
	}

	private void checkGrowth(String path, IndicatorDefinition indicator) {
		needs(path, "numerator", first(indicator.numerator()));
		needs(path, "denominator", first(indicator.denominator()));
		FigureKey current = first(indicator.numerator());
		FigureKey base = first(indicator.denominator());
		if (current == null || base == null || !this.figures.has(current) || !this.figures.has(base)) {
			return;
		}
		if (current.span().isLastYear() || !base.equals(current.over(current.span().lastYear()))) {
			this.file.mistake(path + ".denominator[0]", "indicator.no-base", base, current);
		}
	}

	private static @Nullable FigureKey first(List<FigureKey> keys) {
		return keys.isEmpty() ? null : keys.get(0);
	}

	private void needs(String path, String key, @Nullable Object value) {
		if (value == null && !this.file.isFailed(path + "." + key)) {
			this.file.mistake(path, "missing", key);
		}
	}

	private void hasNoUse(String path, String key, List<FigureKey> values) {
		if (!values.isEmpty()) {
			this.file.mistake(path + "." + key, "indicator.no-use", key);
		}
	}

}
