package org.srdi.monitor.definition.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.definition.WorkingDays;
import org.srdi.monitor.definition.WorkingDays.Kind;
import org.srdi.monitor.definition.WorkingDays.SpecialDay;

/** Reads the holidays and the weekend days worked instead. */
final class HolidayList {

	static final List<String> COLUMNS = List.of("date", "kind", "name", "source");

	private static final WorkingDays ORDINARY = WorkingDays.of(List.of());

	private HolidayList() {
	}

	static WorkingDays workingDays(CsvFile file) {
		List<SpecialDay> days = new ArrayList<>();
		Set<LocalDate> dates = new HashSet<>();
		for (CsvFile.Row row : file.rows()) {
			SpecialDay day = day(row);
			if (day != null && !dates.add(day.date())) {
				row.mistake("date", "duplicate", day.date());
			}
			else if (day != null) {
				days.add(day);
			}
		}
		return WorkingDays.of(days);
	}

	private static @Nullable SpecialDay day(CsvFile.Row row) {
		long blank = COLUMNS.stream().filter((column) -> row.required(column) == null).count();
		LocalDate date = row.read("date", Words.of("expected.date"), LocalDate::parse);
		Kind kind = row.read("kind", Words.of("expected.one-of", "holiday, workday"), HolidayList::kind);
		if (blank > 0 || date == null || kind == null) {
			return null;
		}
		if (kind == Kind.WORKDAY && ORDINARY.isWorkingDay(date)) {
			row.mistake("date", "holiday.weekday-worked", date);
		}
		return new SpecialDay(date, kind, row.value("name"), row.value("source"));
	}

	private static Kind kind(String text) {
		return Kind.valueOf(text.toUpperCase(Locale.ROOT));
	}

}
