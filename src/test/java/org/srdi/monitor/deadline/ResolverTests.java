package org.srdi.monitor.deadline;

import java.time.OffsetDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.Definitions;
import org.srdi.monitor.definition.JobDefinition.Roll;

import static org.assertj.core.api.Assertions.assertThat;

class ResolverTests {

	@ParameterizedTest
	@CsvSource({ "2026-10, 28, 0, 2026-10-29T00:00+08:00", "2026-02, 28, 0, 2026-03-01T00:00+08:00",
			"2026-02, 31, 0, 2026-03-01T00:00+08:00", "2028-02, 31, 0, 2028-03-01T00:00+08:00",
			"2026-04, 31, 0, 2026-05-01T00:00+08:00", "2026-10, 31, 0, 2026-11-01T00:00+08:00",
			"2026-10, 10, 1, 2026-11-11T00:00+08:00", "2026-12, 10, 1, 2027-01-11T00:00+08:00" })
	void endsTheDueDayAtMidnightInMonthsOfAnyLength(String period, int day, int offset, OffsetDateTime due) {
		assertThat(resolve(period, Calendars.due(day, offset, Roll.NONE)).due()).isEqualTo(due.toInstant());
	}

	@ParameterizedTest
	@CsvSource({
			// Saturday to Monday
			"2026-11, 28, 0, NEXT_WORKING_DAY, 2026-11-30, 2026-11-28 星期六, 2026-11-29 星期日",
			"2026-11, 28, 0, PREVIOUS_WORKING_DAY, 2026-11-27, 2026-11-28 星期六, ''",
			// over the week of National Day
			"2025-09, 1, 1, NEXT_WORKING_DAY, 2025-10-09, 2025-10-01 国庆节、中秋节, 2025-10-08 国庆节、中秋节",
			"2025-09, 8, 1, PREVIOUS_WORKING_DAY, 2025-09-30, 2025-10-01 国庆节、中秋节, 2025-10-08 国庆节、中秋节",
			// the Saturday after National Day is worked
			"2026-09, 10, 1, NEXT_WORKING_DAY, 2026-10-10, '', ''",
			"2026-02, 28, 0, NEXT_WORKING_DAY, 2026-02-28, '', ''" })
	void rollsOverWeekendsAndHolidays(String period, int day, int offset, Roll roll, String dueDay, String first,
			String last) {
		Resolution resolution = resolve(period, Calendars.due(day, offset, roll));
		assertThat(resolution.dueDay()).hasToString(dueDay);
		assertThat((resolution.rolledOver() != null) ? resolution.rolledOver() : "").startsWith(first)
			.endsWith(last.isEmpty() ? first : last);
		assertThat(resolution.holidaysKnown()).isTrue();
	}

	@Test
	void saysWhenItDoesNotKnowTheHolidaysOfAYear() {
		Definitions rolling = Calendars.due(1, 1, Roll.NEXT_WORKING_DAY);
		assertThat(resolve("2030-09", rolling).holidaysKnown()).isFalse();
		assertThat(resolve("2030-09", rolling).dueDay()).hasToString("2030-10-01"); // a
																					// Tuesday
		assertThat(resolve("2030-09", Calendars.due(1, 1, Roll.NONE)).holidaysKnown()).isTrue();
	}

	@Test
	void opensOnTheFirstAndLocksThreeYearsLater() {
		Resolution october = resolve("2026-10", Calendars.shipped());
		assertThat(october.opens()).isEqualTo(OffsetDateTime.parse("2026-10-01T00:00+08:00").toInstant());
		assertThat(october.locks()).isEqualTo(OffsetDateTime.parse("2029-10-29T00:00+08:00").toInstant());
	}

	private static Resolution resolve(String period, Definitions definitions) {
		return new Resolver(definitions.job().calendar(), definitions.workingDays())
			.resolve(ReportingPeriod.parse(period));
	}

}
