package org.srdi.monitor.definition;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.FigureKey;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An indicator of {@code indicators.yaml}.
 *
 * @param code its name
 * @param label its Chinese label
 * @param labelEn its English label
 * @param kind how it is computed
 * @param count what is counted; only for {@link Kind#COUNT} and {@link Kind#COVERAGE}
 * @param numerator the figures added up; a growth has the current one, a share of firms
 * the one judged, a coverage by revenue the one that weighs an enterprise
 * @param denominator the figures of the denominator, added up; a growth has last year's
 * @param factor what a sum or quotient is multiplied by, 100 for %; growths, shares and
 * coverages are in % without it
 * @param scaling how the months passed enter a quotient
 * @param averaged which side of a quotient is the mean of now and the end of last year
 * @param unit the unit of the value
 * @param decimals the decimals printed
 * @param overTime how months combine
 * @param overUnits how enterprises combine
 * @param source where the formula comes from
 */
public record IndicatorDefinition(String code, String label, String labelEn, Kind kind, @Nullable Count count,
		@DefaultValue List<FigureKey> numerator, @DefaultValue List<FigureKey> denominator,
		@DefaultValue("1") BigDecimal factor, @DefaultValue("none") Scaling scaling,
		@DefaultValue("none") Averaged averaged, String unit, int decimals, OverTime overTime, OverUnits overUnits,
		@Nullable String source) {

	/** How an indicator is computed. */
	public enum Kind {

		/** A number of enterprises. */
		COUNT,
		/** A sum of figures. */
		SUM,
		/** A quotient of sums over the enterprises that have all its figures. */
		RATIO,
		/** A growth of sums on the comparable basis: the enterprises that have both. */
		GROWTH,
		/**
		 * A growth against last year's own reports: the enterprises whose reports of both
		 * years were accepted; the denominator names the figure of last year's report.
		 */
		MATCHED_GROWTH,
		/** The share of reporting enterprises whose figure is negative, in %. */
		NEGATIVE_SHARE,
		/** The share of what is due that was accepted, by count or by revenue, in %. */
		COVERAGE

	}

	/** What is counted. */
	public enum Count {

		/** Enterprises that owe a report (应报). */
		DUE,
		/** Enterprises that owe a report and have one accepted. */
		ACCEPTED,
		/** Those of them whose first accepted report came in after the deadline. */
		LATE,
		/** Enterprises that owe a report and have none accepted (缺报). */
		MISSING,
		/** Coverage by last known revenue. */
		REVENUE

	}

	/** How the months passed, January to the period, enter a quotient. */
	public enum Scaling {

		/** Not at all. */
		NONE,
		/** The quotient is brought to a year: × 12 / months. */
		ANNUALISED,
		/** The quotient is brought from a year to the months passed: × months / 12. */
		TO_DATE

	}

	/** Which side of a quotient is the mean of the end of last year and now. */
	public enum Averaged {

		/** Neither. */
		NONE,
		/** The numerator. */
		NUMERATOR,
		/** The denominator. */
		DENOMINATOR

	}

	/** How the months of an indicator combine. */
	public enum OverTime {

		/** A flow of one month. */
		FLOW,
		/** A flow cumulated since January. */
		YEAR_TO_DATE,
		/** A stock at the end of the period. */
		STOCK,
		/** Not to be combined. */
		NONE

	}

	/** How the enterprises of an indicator combine. */
	public enum OverUnits {

		/** They add up. */
		SUM,
		/** The quotient of their sums. */
		RATIO_OF_SUMS,
		/** They are counted. */
		COUNT

	}

}
