package org.srdi.monitor.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Industry;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Tier;
import org.srdi.monitor.workbook.Table.TableRow;

/** Reads the rows of a register file and checks them cell by cell. */
final class RegisterReader {

	private static final Pattern INDUSTRY = Pattern.compile("\\d{2,4}");

	private static final Map<String, Boolean> YES_OR_NO = Map.of("是", true, "否", false, "yes", true, "no", false, "y",
			true, "n", false, "true", true, "false", false, "1", true, "0", false);

	private static final Map<String, Title.Status> STATUSES = Map.of("有效", Title.Status.VALID, "过期",
			Title.Status.EXPIRED, "撤销", Title.Status.REVOKED, "被替代", Title.Status.SUPERSEDED, "valid",
			Title.Status.VALID, "expired", Title.Status.EXPIRED, "revoked", Title.Status.REVOKED, "superseded",
			Title.Status.SUPERSEDED);

	private static final Map<String, Duty> DUTIES = Map.of("应报", Duty.DUE, "免报", Duty.EXEMPT, "due", Duty.DUE, "exempt",
			Duty.EXEMPT);

	private final RegionBook regions;

	private final Map<String, Industry> industries;

	private final Problems problems;

	private final Map<String, String> repeated = new HashMap<>();

	RegisterReader(ReferenceLists lists, Problems problems) {
		this.regions = new RegionBook(lists.regions());
		this.industries = lists.industries();
		this.problems = problems;
	}

	RegisterRow read(TableRow row) {
		Cells cells = new Cells(row, this.problems);
		RegionCode city = city(cells);
		return new RegisterRow(row.place().row(), cells.creditCode(RegisterColumns.CREDIT_CODE), name(cells), city,
				county(cells, city), industry(cells), cells.choice(RegisterColumns.ABOVE_SCALE, YES_OR_NO, "yes-or-no"),
				cells.text(RegisterColumns.NOTE, 200), title(cells), membership(cells));
	}

	private static String name(Cells cells) {
		String name = cells.text(RegisterColumns.NAME, 120);
		if (name == null) {
			cells.problem(RegisterColumns.NAME, "name.missing");
			return RegisterRow.NAMELESS;
		}
		return Enterprise.canonicalName(name);
	}

	private RegionCode city(Cells cells) {
		String code = cells.plain(RegisterColumns.CITY_CODE);
		String name = cells.plain(RegisterColumns.CITY_NAME);
		if (code == null && name == null) {
			cells.problem(cells.present(RegisterColumns.CITY_CODE, RegisterColumns.CITY_NAME), "city.missing");
			return RegisterRow.NOWHERE;
		}
		Region coded = (code != null) ? cityCoded(cells, code) : null;
		Region named = (name != null) ? cityNamed(cells, name) : null;
		if (coded != null && named != null && !coded.equals(named)) {
			cells.problem(RegisterColumns.CITY_NAME, "city.differs", named.name(), coded.code().value(), coded.name());
		}
		Region city = (coded != null) ? coded : named;
		return (city != null) ? city.code() : RegisterRow.NOWHERE;
	}

	private @Nullable Region cityCoded(Cells cells, String code) {
		Region city = this.regions.find(code, Region.Level.CITY);
		if (city == null) {
			cells.problem(RegisterColumns.CITY_CODE, "city.code", code);
		}
		return city;
	}

	private @Nullable Region cityNamed(Cells cells, String name) {
		Region city = this.regions.cityNamed(name);
		if (city == null) {
			cells.problem(RegisterColumns.CITY_NAME, "city.name", name);
		}
		return city;
	}

	private @Nullable RegionCode county(Cells cells, RegionCode city) {
		String code = cells.plain(RegisterColumns.COUNTY);
		if (code == null) {
			return null;
		}
		Region county = this.regions.find(code, Region.Level.COUNTY);
		if (county == null) {
			cells.problem(RegisterColumns.COUNTY, "county.unknown", code);
			return null;
		}
		if (!city.equals(county.parent()) && !city.equals(RegisterRow.NOWHERE)) {
			cells.problem(RegisterColumns.COUNTY, "county.elsewhere", code, county.name(),
					this.regions.name(county.parent()), this.regions.name(city));
		}
		return county.code();
	}

	private @Nullable String industry(Cells cells) {
		String code = cells.plain(RegisterColumns.INDUSTRY);
		if (code == null) {
			return null;
		}
		if (!INDUSTRY.matcher(code).matches() || !this.industries.containsKey(code.substring(0, 2))) {
			cells.problem(RegisterColumns.INDUSTRY, "industry", code);
			return null;
		}
		return shared(code);
	}

	private @Nullable Title title(Cells cells) {
		String batch = cells.text(RegisterColumns.BATCH, 20);
		LocalDate granted = cells.date(RegisterColumns.GRANTED_ON);
		LocalDate from = cells.date(RegisterColumns.VALID_FROM);
		LocalDate to = cells.date(RegisterColumns.VALID_TO);
		Title.Status status = cells.choice(RegisterColumns.STATUS, STATUSES, "title.status");
		demandOrder(cells, RegisterColumns.VALID_TO, (from != null) ? from : granted, to);
		if (cells.plain(RegisterColumns.TIER) == null) {
			if (Stream.of(batch, granted, from, to, status).anyMatch(Objects::nonNull)) {
				cells.problem(cells.present(RegisterColumns.TIER, RegisterColumns.BATCH, RegisterColumns.GRANTED_ON),
						"tier.missing");
			}
			return null;
		}
		Tier tier = tier(cells);
		return (tier != null) ? new Title(tier, (batch != null) ? shared(batch) : "", granted, from, to,
				(status != null) ? status : Title.Status.VALID) : null;
	}

	private static @Nullable Tier tier(Cells cells) {
		String text = String.valueOf(cells.plain(RegisterColumns.TIER));
		Tier tier = TierNames.find(text);
		if (tier == null) {
			cells.problem(RegisterColumns.TIER, "tier.unknown", text);
		}
		return tier;
	}

	private static @Nullable Membership membership(Cells cells) {
		LocalDate from = cells.date(RegisterColumns.MEMBER_FROM);
		LocalDate to = cells.date(RegisterColumns.MEMBER_TO);
		Duty duty = cells.choice(RegisterColumns.DUTY, DUTIES, "duty");
		String reason = cells.text(RegisterColumns.REASON, 200);
		demandOrder(cells, RegisterColumns.MEMBER_TO, from, to);
		if (duty == Duty.EXEMPT && reason == null) {
			cells.problem(cells.present(RegisterColumns.REASON, RegisterColumns.DUTY), "duty.reason");
		}
		if (from != null) {
			return new Membership(from, to, (duty != null) ? duty : Duty.DUE, reason);
		}
		if (cells.plain(RegisterColumns.MEMBER_FROM) == null && (to != null || duty != null)) {
			cells.problem(cells.present(RegisterColumns.MEMBER_FROM, RegisterColumns.MEMBER_TO, RegisterColumns.DUTY),
					"member.from");
		}
		return null;
	}

	private static void demandOrder(Cells cells, String column, @Nullable LocalDate from, @Nullable LocalDate to) {
		if (from != null && to != null && to.isBefore(from)) {
			cells.problem(column, "date.order", to.toString(), from.toString());
		}
	}

	private String shared(String text) {
		return this.repeated.computeIfAbsent(text, (same) -> same);
	}

}
