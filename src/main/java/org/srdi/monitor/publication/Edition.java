package org.srdi.monitor.publication;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.definition.RollupDefinition;
import org.srdi.monitor.indicator.IndicatorValue;

/**
 * One edition of a rollup: what is published of which month, when, in which language, and
 * the figures all its sheets share.
 *
 * @param definitions the definitions
 * @param rollup what is published
 * @param period the month
 * @param revision the revision, counted from 1
 * @param publishedAt when it was first published, in Shanghai time
 * @param words the language
 * @param values the indicators
 * @param headline the figures asked for first
 * @param sample whether the figures are invented
 */
record Edition(Definitions definitions, RollupDefinition rollup, ReportingPeriod period, int revision,
		LocalDateTime publishedAt, Wording words, Values values, Headline headline, boolean sample) {

	/** Returns the month, or the quarter that ends with it, in words. */
	String time() {
		return switch (this.rollup.every()) {
			case MONTH -> this.words.monthOfYear(this.period);
			case QUARTER -> this.words.quarterOfYear(this.period);
		};
	}

	/**
	 * Returns an indicator by its code.
	 * @throws IllegalArgumentException if there is none
	 */
	IndicatorDefinition indicator(String code) {
		return find(code).orElseThrow(() -> new IllegalArgumentException(
				"'" + code + "' is no indicator: expected a code of indicators.yaml"));
	}

	Optional<IndicatorDefinition> find(String code) {
		return this.definitions.indicators().stream().filter((indicator) -> indicator.code().equals(code)).findFirst();
	}

	List<IndicatorDefinition> indicators(RollupDefinition.Sheet sheet) {
		return sheet.indicators().stream().map(this::indicator).toList();
	}

	/** Returns the value of the province; null if it was not computed. */
	@Nullable IndicatorValue ofProvince(IndicatorDefinition indicator) {
		return this.values.of(Grouping.PROVINCE, this.definitions.job().province(), indicator);
	}

	/** Returns the cities of the province, in the order of their codes. */
	List<Region> cities() {
		return this.definitions.regions()
			.stream()
			.filter((region) -> region.level() == Region.Level.CITY && region.parent() != null
					&& region.parent().value().equals(this.definitions.job().province()))
			.sorted((one, other) -> one.code().compareTo(other.code()))
			.toList();
	}

	/** Returns the name of a region; the code itself if it is not in the list. */
	String region(@Nullable String code) {
		if (code == null) {
			return Wording.NOTHING;
		}
		return region(new RegionCode(code)).map(this.words::name).orElse(code);
	}

	/** Returns the name of an industry; “—” where it is not known. */
	String industry(@Nullable String code) {
		return this.definitions.industries()
			.stream()
			.filter((industry) -> industry.code().equals(code))
			.map((industry) -> this.words.choose(industry.name(), industry.nameEn()))
			.findFirst()
			.orElse(Wording.NOTHING);
	}

	Optional<Region> region(RegionCode code) {
		return this.definitions.regions().stream().filter((region) -> region.code().equals(code)).findFirst();
	}

	/** Returns what stands below the heading of every sheet: time, coverage, origin. */
	String subtitle() {
		String line = this.words.text("subtitle", this.words.spanOfYear(this.period), coverage());
		return this.sample ? line + this.words.text("subtitle.sample") : line;
	}

	private String coverage() {
		return this.definitions.indicators()
			.stream()
			.filter((indicator) -> indicator.kind() == IndicatorDefinition.Kind.COVERAGE)
			.map((indicator) -> this.words.label(indicator) + this.words.text("colon")
					+ this.words.value(indicator, ofProvince(indicator)))
			.reduce((one, other) -> one + this.words.text("semicolon") + other)
			.orElse(Wording.NOTHING);
	}

}
