package org.srdi.monitor.definition;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A publication of {@code rollups.yaml}.
 *
 * @param code its name
 * @param title its Chinese title
 * @param titleEn its English title
 * @param every how often it is published
 * @param fileName the file name; {period} stands for the period, {quarter} for 2026Q3
 * @param sheets its sheets
 */
public record RollupDefinition(String code, String title, String titleEn, @DefaultValue("month") Every every,
		String fileName, @DefaultValue List<Sheet> sheets) {

	/** How often something is published. */
	public enum Every {

		/** When a month is worked off. */
		MONTH,
		/** When the last month of a quarter was worked off, of that month. */
		QUARTER

	}

	/**
	 * A sheet of a rollup.
	 *
	 * @param code its name
	 * @param title the name of its tab and its Chinese heading
	 * @param titleEn its English heading
	 * @param kind what it shows
	 * @param grouping what its rows are; null where the kind knows
	 * @param indicators the codes of its indicators
	 * @param rankBy the indicator that orders the rows, greatest first; null for the
	 * order of codes
	 * @param chart the indicator that is drawn; null for no chart
	 * @param sentences the sentences of the cover, with {indicator} placeholders
	 * @param sentencesEn the same sentences in English, in the same order
	 */
	public record Sheet(String code, String title, String titleEn, Kind kind, @Nullable Grouping grouping,
			@DefaultValue List<String> indicators, @Nullable String rankBy, @Nullable String chart,
			@DefaultValue List<String> sentences, @DefaultValue List<String> sentencesEn) {

	}

	/** What a sheet shows. */
	public enum Kind {

		/** Title and headline sentences. */
		COVER,
		/** A row per indicator of the province, with base and growth. */
		TOTALS,
		/** A row per member of a grouping, a column per indicator. */
		TABLE,
		/** Enterprises behind their targets. */
		FLAGS,
		/** Targets of the plans with actual and completion; blank regions. */
		TARGETS,
		/** Missing and returned reports. */
		MISSING,
		/** Definitions, coverage and remarks. */
		NOTES

	}

}
