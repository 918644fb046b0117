package org.srdi.monitor.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition.Calendar;
import org.srdi.monitor.definition.JobDefinition.Roll;
import org.srdi.monitor.definition.WorkingDays;

/** Resolves the calendar of {@code job.yaml} to the instants of a period. */
final class Resolver {

	/** What is stored of the days that were rolled over has its limits. */
	private static final int MOST_DAYS_TOLD = 12;

	private final Calendar calendar;

	private final WorkingDays workingDays;

	Resolver(Calendar calendar, WorkingDays workingDays) {
		this.calendar = calendar;
		this.workingDays = workingDays;
	}

	Resolution resolve(ReportingPeriod period) {
		LocalDate nominal = day(period.plus(this.calendar.dueMonthOffset()), this.calendar.dueDay());
		LocalDate due = roll(nominal);
		boolean rolls = this.calendar.roll() != Roll.NONE;
		boolean known = !rolls || (this.workingDays.knows(nominal) && this.workingDays.knows(due));
		Instant end = start(due.plusDays(1));
		Instant opens = opens(period);
		Instant latest = start(due); // rolling back must not make it due before it opens
		return new Resolution(period, opens.isAfter(latest) ? latest : opens, nominal, due, rolledOver(nominal, due),
				known, end, end.atZone(this.calendar.zone()).plusMonths(this.calendar.lockMonths()).toInstant());
	}

	Instant opens(ReportingPeriod period) {
		return start(day(period.plus(this.calendar.openMonthOffset()), this.calendar.openDay()));
	}

	private static LocalDate day(ReportingPeriod month, int day) {
		return month.month().atDay(Math.min(day, month.lastDay().getDayOfMonth()));
	}

	private Instant start(LocalDate day) {
		return day.atStartOfDay(this.calendar.zone()).toInstant();
	}

	private LocalDate roll(LocalDate nominal) {
		return switch (this.calendar.roll()) {
			case NONE -> nominal;
			case NEXT_WORKING_DAY -> this.workingDays.sameOrNext(nominal);
			case PREVIOUS_WORKING_DAY -> this.workingDays.sameOrPrevious(nominal);
		};
	}

	/** Names the days that are not worked between both. */
	private @Nullable String rolledOver(LocalDate nominal, LocalDate due) {
		if (nominal.equals(due)) {
			return null;
		}
		LocalDate from = nominal.isBefore(due) ? nominal : due.plusDays(1);
		LocalDate to = nominal.isBefore(due) ? due : nominal.plusDays(1);
		return from.datesUntil(to).limit(MOST_DAYS_TOLD).map(this::name).collect(Collectors.joining(", "));
	}

	private String name(LocalDate day) {
		return day + " "
				+ this.workingDays.special(day)
					.map(WorkingDays.SpecialDay::name)
					.orElseGet(() -> day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA));
	}

}
