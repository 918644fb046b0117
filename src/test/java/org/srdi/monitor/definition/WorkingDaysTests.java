package org.srdi.monitor.definition;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The days of the notices of the State Council for 2024 to 2026, as shipped. */
class WorkingDaysTests {

	private final WorkingDays days = ShippedDefinitions.load().workingDays();

	@ParameterizedTest
	@CsvSource({ "2026-10-01, false", "2026-10-07, false", "2026-10-08, true", "2026-10-10, true", "2026-10-11, false",
			"2026-02-14, true", "2026-02-15, false", "2026-02-23, false", "2026-02-28, true", "2025-09-28, true",
			"2025-10-08, false", "2024-02-09, true", "2024-02-10, false", "2024-02-18, true", "2023-10-02, true",
			"2023-09-30, false" })
	void knowsHolidaysAndTheWeekendsWorkedInstead(LocalDate day, boolean worked) {
		assertThat(this.days.isWorkingDay(day)).isEqualTo(worked);
	}

	@Test
	void findsTheNextAndThePreviousWorkingDay() {
		assertThat(this.days.sameOrNext(LocalDate.of(2026, 9, 25))).isEqualTo("2026-09-28");
		assertThat(this.days.sameOrNext(LocalDate.of(2026, 10, 1))).isEqualTo("2026-10-08");
		assertThat(this.days.sameOrPrevious(LocalDate.of(2026, 10, 7))).isEqualTo("2026-09-30");
		assertThat(this.days.sameOrNext(LocalDate.of(2026, 2, 28))).isEqualTo("2026-02-28");
	}

	@Test
	void saysOfWhichYearsItKnowsTheHolidays() {
		assertThat(this.days.knows(LocalDate.of(2026, 12, 31))).isTrue();
		assertThat(this.days.knows(LocalDate.of(2027, 1, 1))).isFalse();
	}

}
