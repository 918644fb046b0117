package org.srdi.monitor.definition.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Industry;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.definition.RegionalTarget;

/** Reads the lists that all reports share: regions, industries, targets. */
final class SharedLists {

	static final List<String> REGION_COLUMNS = List.of("code", "parent_code", "level", "name", "name_en", "kind",
			"code_source");

	static final List<String> INDUSTRY_COLUMNS = List.of("code", "parent_code", "level", "name", "name_en");

	static final List<String> TARGET_COLUMNS = List.of("row_id", "plan_id", "kind", "plan_name", "issuing_body",
			"document_no", "region_code", "measure", "tier", "comparator", "value", "unit", "baseline_value",
			"baseline_date", "start", "due", "seed_file", "quote", "note");

	private static final Words SIX_DIGITS = Words.of("expected.region");

	private static final Words NUMBER = Words.of("expected.number");

	private static final Words DATE = Words.of("expected.date");

	private static final Pattern SECTION = Pattern.compile("[A-Z]");

	private static final Pattern DIVISION = Pattern.compile("\\d{2}");

	private static final RegionCode COUNTRY = new RegionCode("100000");

	private static final Set<String> TARGET_KINDS = Set.of("target", "baseline", "observation");

	private static final Set<String> COMPARATORS = Set.of("gte", "gt", "eq", "approx");

	private static final List<String> REQUIRED_OF_TARGETS = List.of("row_id", "plan_id", "kind", "plan_name",
			"region_code", "measure", "comparator", "value", "unit");

	private SharedLists() {
	}

	static List<Region> regions(CsvFile file) {
		List<Region> regions = new ArrayList<>();
		Map<RegionCode, Region> byCode = new HashMap<>();
		for (CsvFile.Row row : file.rows()) {
			Region region = region(row);
			if (region == null) {
				continue;
			}
			if (byCode.putIfAbsent(region.code(), region) != null) {
				row.mistake("code", "duplicate", region.code());
			}
			regions.add(region);
		}
		file.rows().forEach((row) -> checkParent(row, byCode));
		return regions;
	}

	private static @Nullable Region region(CsvFile.Row row) {
		String required = row.required("code");
		RegionCode code = row.read("code", SIX_DIGITS, RegionCode::new);
		RegionCode parent = row.read("parent_code", SIX_DIGITS, RegionCode::new);
		Region.Level level = row.read("level", Words.of("expected.one-of", "province, city, county"),
				(text) -> Region.Level.valueOf(text.toUpperCase(Locale.ROOT)));
		String blank = row.required("level");
		String name = row.required("name");
		String nameEn = row.required("name_en");
		if (required == null || code == null || level == null || blank == null || name == null || nameEn == null) {
			return null;
		}
		return new Region(code, parent, level, name, nameEn);
	}

	private static void checkParent(CsvFile.Row row, Map<RegionCode, Region> byCode) {
		String parent = row.value("parent_code");
		boolean province = "province".equals(row.value("level"));
		if (parent.isEmpty()) {
			if (!province) {
				row.mistake("parent_code", "csv.blank", "parent_code");
			}
		}
		else if (province) {
			row.mistake("parent_code", "region.province-has-parent");
		}
		else if (byCode.keySet().stream().noneMatch((code) -> code.value().equals(parent))) {
			row.mistake("parent_code", "unknown-region", parent);
		}
	}

	static List<Industry> industries(CsvFile file) {
		List<Industry> industries = new ArrayList<>();
		Set<String> codes = new HashSet<>();
		for (CsvFile.Row row : file.rows()) {
			Industry industry = industry(row);
			if (industry == null) {
				continue;
			}
			if (!codes.add(industry.code())) {
				row.mistake("code", "duplicate", industry.code());
			}
			industries.add(industry);
		}
		file.rows().forEach((row) -> checkSection(row, codes));
		return industries;
	}

	private static @Nullable Industry industry(CsvFile.Row row) {
		String code = row.required("code");
		String level = row.required("level");
		String name = row.required("name");
		String nameEn = row.required("name_en");
		if (code == null || level == null || name == null || nameEn == null || !isIndustry(row, code, level)) {
			return null;
		}
		String section = row.value("parent_code");
		return new Industry(code, section.isEmpty() ? null : section, name, nameEn);
	}

	private static boolean isIndustry(CsvFile.Row row, String code, String level) {
		if (!level.equals("section") && !level.equals("division")) {
			row.mistake("level", "unreadable", "level", level, Words.of("expected.one-of", "section, division"));
			return false;
		}
		Pattern shape = level.equals("section") ? SECTION : DIVISION;
		if (!shape.matcher(code).matches()) {
			row.mistake("code", "unreadable", "code", code, Words.of("expected." + level));
			return false;
		}
		return true;
	}

	private static void checkSection(CsvFile.Row row, Set<String> codes) {
		String section = row.value("parent_code");
		if (row.value("level").equals("section")) {
			if (!section.isEmpty()) {
				row.mistake("parent_code", "industry.section-has-parent");
			}
		}
		else if (!SECTION.matcher(section).matches() || !codes.contains(section)) {
			row.mistake("parent_code", "industry.unknown-section", section);
		}
	}

	static List<RegionalTarget> targets(CsvFile file, List<Region> regions) {
		List<RegionalTarget> targets = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		Set<RegionCode> known = new HashSet<>(regions.stream().map(Region::code).toList());
		known.add(COUNTRY);
		for (CsvFile.Row row : file.rows()) {
			if (!ids.add(row.value("row_id"))) {
				row.mistake("row_id", "duplicate", row.value("row_id"));
			}
			RegionalTarget target = target(row, known);
			if (target != null) {
				targets.add(target);
			}
		}
		return targets;
	}

	private static @Nullable RegionalTarget target(CsvFile.Row row, Set<RegionCode> known) {
		long blank = REQUIRED_OF_TARGETS.stream().filter((column) -> row.required(column) == null).count();
		checkChoice(row, "kind", TARGET_KINDS);
		checkChoice(row, "comparator", COMPARATORS);
		row.read("baseline_date", DATE, LocalDate::parse);
		RegionCode region = region(row, known);
		BigDecimal value = row.read("value", NUMBER, BigDecimal::new);
		BigDecimal baseline = row.read("baseline_value", NUMBER, BigDecimal::new);
		Tier tier = tier(row);
		LocalDate start = start(row);
		LocalDate due = row.read("due", DATE, LocalDate::parse);
		if (blank > 0 || region == null || value == null) {
			return null;
		}
		return new RegionalTarget(row.value("row_id"), row.value("plan_id"), row.value("kind"), row.value("plan_name"),
				region, row.value("measure"), tier, row.value("comparator"), value, row.value("unit"), baseline, start,
				due, row.value("quote"));
	}

	private static @Nullable RegionCode region(CsvFile.Row row, Set<RegionCode> known) {
		RegionCode region = row.read("region_code", SIX_DIGITS, RegionCode::new);
		if (region != null && !known.contains(region)) {
			row.mistake("region_code", "unknown-region", region);
		}
		return region;
	}

	private static @Nullable Tier tier(CsvFile.Row row) {
		List<String> names = List.of(Tier.values()).stream().map(Tier::name).toList();
		return row.read("tier", Words.of("expected.one-of", String.join(", ", names)), Tier::valueOf);
	}

	private static @Nullable LocalDate start(CsvFile.Row row) {
		LocalDate start = row.read("start", DATE, LocalDate::parse);
		String due = row.value("due");
		if (start != null && !due.isEmpty() && due.compareTo(start.toString()) < 0) {
			row.mistake("due", "target.ends-before-start", due, start);
		}
		return start;
	}

	private static void checkChoice(CsvFile.Row row, String column, Set<String> choices) {
		String value = row.value(column);
		if (!value.isEmpty() && !choices.contains(value)) {
			row.mistake(column, "unreadable", column, value,
					Words.of("expected.one-of", String.join(", ", choices.stream().sorted().toList())));
		}
	}

}
