package org.srdi.monitor.definition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The working days of the country: Monday to Friday but for public holidays (放假), and the
 * weekend days that are worked instead (调休上班). Of a year the list does not know, only the
 * weekends are off.
 *
 * @param special the days that are not as their weekday is
 */
public record WorkingDays(Map<LocalDate, SpecialDay> special) {

	private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	/** Returns the working days where these days differ from the ordinary week. */
	public static WorkingDays of(List<SpecialDay> days) {
		return new WorkingDays(days.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::date, (day) -> day)));
	}

	/** Returns whether people work on that day. */
	public boolean isWorkingDay(LocalDate day) {
		SpecialDay known = this.special.get(day);
		return (known != null) ? known.kind() == Kind.WORKDAY : !WEEKEND.contains(day.getDayOfWeek());
	}

	/** Returns whether the list has the holidays of the year of that day. */
	public boolean knows(LocalDate day) {
		return this.special.keySet().stream().anyMatch((known) -> known.getYear() == day.getYear());
	}

	/** Returns what the list says of that day, empty if it is as its weekday is. */
	public Optional<SpecialDay> special(LocalDate day) {
		return Optional.ofNullable(this.special.get(day));
	}

	/** Returns the day itself if it is worked, else the first working day after it. */
	public LocalDate sameOrNext(LocalDate day) {
		LocalDate candidate = day;
		while (!isWorkingDay(candidate)) {
			candidate = candidate.plusDays(1);
		}
		return candidate;
	}

	/** Returns the day itself if it is worked, else the last working day before it. */
	public LocalDate sameOrPrevious(LocalDate day) {
		LocalDate candidate = day;
		while (!isWorkingDay(candidate)) {
			candidate = candidate.minusDays(1);
		}
		return candidate;
	}

	/**
	 * A day that is not as its weekday is, or a weekend day within a holiday.
	 *
	 * @param date the day
	 * @param kind off or worked
	 * @param name the holiday it belongs to, as in 国庆节
	 * @param source the document that says so
	 */
	public record SpecialDay(LocalDate date, Kind kind, String name, String source) {

	}

	/** What a special day is. */
	public enum Kind {

		/** Off (放假). */
		HOLIDAY,
		/** A weekend day that is worked (调休上班). */
		WORKDAY

	}

}
