package org.srdi.monitor.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.srdi.monitor.core.Industry;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.Grouping;
import org.srdi.monitor.definition.IndicatorDefinition;
import org.srdi.monitor.indicator.IndicatorValue;

/**
 * A row of a table by group.
 *
 * @param grouping what it is one of; sections stand among divisions
 * @param member the group
 * @param lead what stands before its name: rank, number or code
 * @param name its name
 * @param total whether it adds up rows below it
 */
record TableRow(Grouping grouping, String member, String lead, String name, boolean total) {

	/**
	 * Returns the rows of a grouping: cities all, of the others those with enterprises.
	 */
	static List<TableRow> of(Edition edition, Grouping grouping) {
		return switch (grouping) {
			case DIVISION -> industries(edition);
			case SECTION -> sections(edition);
			case TIER -> numbered(edition, grouping, tiers(edition));
			case CITY -> numbered(edition, grouping, cities(edition));
			default -> numbered(edition, grouping, edition.values().members(grouping));
		};
	}

	/** Returns the rows by rank, those without one last. */
	static List<TableRow> ranked(Edition edition, Grouping grouping, IndicatorDefinition indicator) {
		List<TableRow> rows = of(edition, grouping);
		List<String> members = rows.stream().map(TableRow::member).toList();
		return Ranking.of(edition.values(), grouping, members, indicator)
			.places()
			.stream()
			.map((place) -> new TableRow(grouping, place.member(),
					(place.rank() != null) ? place.rank().toString() : Wording.NOTHING,
					name(edition, grouping, place.member()), false))
			.toList();
	}

	private static List<TableRow> numbered(Edition edition, Grouping grouping, List<String> members) {
		List<TableRow> rows = new ArrayList<>();
		for (String member : members) {
			rows.add(new TableRow(grouping, member, String.valueOf(rows.size() + 1), name(edition, grouping, member),
					false));
		}
		return rows;
	}

	private static List<String> cities(Edition edition) {
		List<String> cities = new ArrayList<>();
		edition.cities().forEach((city) -> cities.add(city.code().value()));
		edition.values().members(Grouping.CITY).stream().filter((city) -> !cities.contains(city)).forEach(cities::add);
		return cities;
	}

	private static List<String> tiers(Edition edition) {
		Comparator<String> byRank = Comparator.comparing((tier) -> isUnknown(tier) ? 0 : -Tier.valueOf(tier).rank());
		Comparator<String> unknownLast = Comparator.comparing(TableRow::isUnknown);
		return edition.values().members(Grouping.TIER).stream().sorted(unknownLast.thenComparing(byRank)).toList();
	}

	private static List<TableRow> sections(Edition edition) {
		return edition.values()
			.members(Grouping.SECTION)
			.stream()
			.map((section) -> coded(edition, Grouping.SECTION, section, false))
			.toList();
	}

	private static List<TableRow> industries(Edition edition) {
		List<TableRow> rows = new ArrayList<>();
		List<String> divisions = edition.values().members(Grouping.DIVISION);
		for (String section : edition.values().members(Grouping.SECTION)) {
			rows.add(coded(edition, Grouping.SECTION, section, true));
			divisions.stream()
				.filter((division) -> section.equals(sectionOf(edition, division)))
				.forEach((division) -> rows.add(coded(edition, Grouping.DIVISION, division, false)));
		}
		return rows;
	}

	private static String sectionOf(Edition edition, String division) {
		return industry(edition, division).map(Industry::section).orElse("");
	}

	private static Optional<Industry> industry(Edition edition, String code) {
		return edition.definitions()
			.industries()
			.stream()
			.filter((industry) -> industry.code().equals(code))
			.findFirst();
	}

	private static TableRow coded(Edition edition, Grouping grouping, String code, boolean total) {
		return new TableRow(grouping, code, isUnknown(code) ? Wording.NOTHING : code, name(edition, grouping, code),
				total);
	}

	private static String name(Edition edition, Grouping grouping, String member) {
		Wording words = edition.words();
		if (isUnknown(member)) {
			return words.text("table.unknown");
		}
		return switch (grouping) {
			case TIER -> words.name(Tier.valueOf(member));
			case SECTION, DIVISION ->
				industry(edition, member).map((industry) -> words.choose(industry.name(), industry.nameEn()))
					.orElse(member);
			default -> edition.region(new RegionCode(member)).map(words::name).orElse(member);
		};
	}

	private static boolean isUnknown(String member) {
		return IndicatorValue.UNKNOWN.equals(member);
	}

}
