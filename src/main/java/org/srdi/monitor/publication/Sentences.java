package org.srdi.monitor.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Span;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.indicator.IndicatorValue;

/**
 * Writes the sentences of a rollup: replaces what stands in braces by words, and leaves
 * out what must not be said of a month.
 * <p>
 * The Spring Festival moves between January and February and disturbs growth. So a
 * sentence about a single month is left out in both, whose headline is the cumulative
 * growth, and carries a note in March.
 */
final class Sentences {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9_.]+)}");

	private static final String CHANGE = ".change";

	private static final int MARCH = 3;

	private static final int NAMED = 3;

	private final Edition edition;

	private final Wording words;

	private final LastYear lastYear;

	private final List<Ranking.Place> ranked;

	/**
	 * Writes for an edition.
	 * @param lastYear finds the ratios of last year
	 * @param rankBy the indicator that cities are ranked by; null for no ranking
	 */
	Sentences(Edition edition, LastYear lastYear, @Nullable String rankBy) {
		this.edition = edition;
		this.words = edition.words();
		this.lastYear = lastYear;
		this.ranked = (rankBy != null) ? ranked(edition, edition.indicator(rankBy)) : List.of();
	}

	private static List<Ranking.Place> ranked(Edition edition, IndicatorDefinition indicator) {
		List<String> cities = edition.cities().stream().map((city) -> city.code().value()).toList();
		return Ranking.of(edition.values(), Grouping.CITY, cities, indicator).ranked();
	}

	/**
	 * Returns the sentences that can be said of the month, complete.
	 * @throws IllegalArgumentException if a placeholder is not known
	 */
	List<String> write(List<String> templates) {
		return templates.stream().filter(this::canBeSaid).map(this::write).toList();
	}

	private boolean canBeSaid(String template) {
		List<String> names = names(template);
		boolean festival = this.edition.period().months() < MARCH && names.stream().anyMatch(this::isOfMonth);
		boolean noTop = this.ranked.isEmpty() && names.contains("ranking.top");
		boolean noBottom = this.ranked.size() <= NAMED && names.contains("ranking.bottom");
		return !festival && !noTop && !noBottom;
	}

	private static List<String> names(String template) {
		return PLACEHOLDER.matcher(template).results().map((result) -> result.group(1)).toList();
	}

	private String write(String template) {
		Matcher matcher = PLACEHOLDER.matcher(template);
		String sentence = matcher.replaceAll((result) -> Matcher.quoteReplacement(words(result)));
		boolean festival = this.edition.period().months() == MARCH
				&& names(template).stream().anyMatch(this::isOfMonth);
		return festival ? sentence + this.words.text("festival.sentence") : sentence;
	}

	private boolean isOfMonth(String name) {
		return this.edition.find(name)
			.filter((indicator) -> indicator.numerator().stream().anyMatch((figure) -> figure.span() == Span.M))
			.isPresent();
	}

	private String words(MatchResult placeholder) {
		String name = placeholder.group(1);
		Headline headline = this.edition.headline();
		return switch (name) {
			case "span" -> this.words.span(this.edition.period());
			case "month" -> this.words.month(this.edition.period());
			case "year" -> this.words.text("year", String.valueOf(this.edition.period().year()));
			case "flags.behind" -> this.words.count(headline.behind());
			case "flags.red" -> this.words.count(headline.red());
			case "flags.amber" -> this.words.count(headline.behind() - headline.red());
			case "flags.new" -> this.words.count(headline.fresh());
			case "flags.recovered" -> this.words.count(headline.recovered());
			case "missing.silent" -> this.words.count(headline.silent());
			case "missing.returned" -> this.words.count(headline.returned());
			case "missing.held" -> this.words.count(headline.held());
			case "ranking.top" -> named(this.ranked.subList(0, Math.min(NAMED, this.ranked.size())));
			case "ranking.bottom" ->
				named(this.ranked.subList(Math.max(NAMED, this.ranked.size() - NAMED), this.ranked.size()));
			default -> ofIndicator(name);
		};
	}

	private String named(List<Ranking.Place> places) {
		Function<Ranking.Place, String> naming = (place) -> this.words.text("ranking.place",
				this.edition.region(place.member()), percent(place));
		return places.stream().map(naming).collect(Collectors.joining(this.words.text("enumeration")));
	}

	private String percent(Ranking.Place place) {
		return (place.rate() != null) ? this.words.percent(place.rate()) : Wording.NOTHING;
	}

	private String ofIndicator(String name) {
		if (!name.endsWith(CHANGE)) {
			IndicatorDefinition indicator = this.edition.indicator(name);
			return this.words.value(indicator, this.edition.ofProvince(indicator));
		}
		IndicatorDefinition indicator = this.edition.indicator(name.substring(0, name.length() - CHANGE.length()));
		IndicatorValue now = this.edition.ofProvince(indicator);
		return this.words.change(indicator, (now != null) ? now.value() : null, this.lastYear.of(indicator));
	}

	/** Finds the ratios of last year. */
	interface LastYear {

		/**
		 * Returns the value of an indicator in the same period last year, unrounded; null
		 * where there is none.
		 */
		@Nullable BigDecimal of(IndicatorDefinition indicator);

	}

}
