package org.srdi.monitor.reminder;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.Region;
import org.srdi.monitor.core.RegionCode;
import org.srdi.monitor.core.Texts;
import org.srdi.monitor.reminder.MissingReport.Findings;

/** Puts missing reports into words of one language. */
final class Wording {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

	private final Texts texts;

	private final boolean english;

	private final Map<RegionCode, Region> regions;

	private final ZoneId zone;

	Wording(Locale locale, List<Region> regions, ZoneId zone) {
		this.texts = Texts.of("reminder", locale);
		this.english = "en".equals(locale.getLanguage());
		this.regions = regions.stream().collect(Collectors.toMap(Region::code, Function.identity()));
		this.zone = zone;
	}

	String text(String key, Object... arguments) {
		return this.texts.get(key, arguments);
	}

	/** Returns the name of a region; empty where none is known. */
	String region(@Nullable RegionCode code) {
		Region region = (code != null) ? this.regions.get(code) : null;
		if (region == null) {
			return (code != null) ? code.value() : "";
		}
		return name(region);
	}

	String name(Region region) {
		return this.english ? region.nameEn() : region.name();
	}

	/** Returns a deadline as people say it: the 28th, 24:00, not the 29th, 00:00. */
	String due(Instant due) {
		ZonedDateTime time = due.atZone(this.zone);
		boolean midnight = time.toLocalTime().toSecondOfDay() == 0;
		return midnight ? time.toLocalDate().minusDays(1) + " 24:00" : TIME.format(time);
	}

	String standing(Standing standing) {
		return this.texts.get("standing." + standing);
	}

	/** Returns why a report is not accepted. */
	String reason(MissingReport report) {
		Findings findings = report.findings();
		return switch (report.standing()) {
			case RETURNED -> this.texts.get("reason.RETURNED", findings.errors(), findings.rules());
			case HELD -> this.texts.get("reason.HELD", findings.unexplained(), findings.rules());
			default -> this.texts.get("reason." + report.standing());
		};
	}

	/** Returns where to stop, in a sentence or two. */
	String stop(CallList list) {
		String basis = this.texts.get("basis." + list.basis());
		if (list.due() == 0) {
			return this.texts.get("stop.nothing-owed", list.period());
		}
		String goal = list.goal().toPlainString();
		String uncalled = String.valueOf(list.uncalled());
		String expected = String.valueOf(list.expected());
		return switch (list.outcome()) {
			case REACHED_ALREADY -> this.texts.get("stop.REACHED_ALREADY", basis, uncalled, goal);
			case REACHED_BY_CALLS -> this.texts.get("stop.REACHED_BY_CALLS", list.needed(), basis, uncalled, expected,
					goal, list.calls().size() - list.needed());
			case OUT_OF_REACH ->
				this.texts.get("stop.OUT_OF_REACH", list.needed(), basis, uncalled, expected, goal, list.waiting());
		};
	}

	/** Returns how far the month has come. */
	String state(CallList list) {
		return this.texts.get("calls.state", list.due(), list.accepted(), list.missing(), list.count(Standing.SILENT),
				list.count(Standing.RETURNED), list.count(Standing.HELD), list.count(Standing.WAITING),
				this.texts.get("basis." + list.basis()),
				(list.coverage() != null) ? list.coverage().toPlainString() : "—");
	}

}
