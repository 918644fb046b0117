package org.srdi.monitor.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.srdi.monitor.core.ReportingPeriod;
import org.srdi.monitor.definition.JobDefinition;
import org.srdi.monitor.indicator.TestDefinitions;

import static org.assertj.core.api.Assertions.assertThat;

class FallenDueTests {

	@ParameterizedTest
	@CsvSource({ "2026-10-29T00:30+08:00, 0, 28, 2026-10", "2026-10-29T00:00+08:00, 0, 28, 2026-10",
			"2026-10-28T23:59+08:00, 0, 28, 2026-09", "2026-11-02T09:00+08:00, 0, 28, 2026-10",
			"2026-03-01T00:30+08:00, 0, 31, 2026-02", "2026-11-11T00:30+08:00, 1, 10, 2026-10",
			"2026-11-10T00:30+08:00, 1, 10, 2026-09" })
	void theLastPeriodIsTheOneWhoseDeadlineIsOver(String fired, int monthOffset, int dueDay, String period) {
		JobDefinition.Calendar calendar = TestDefinitions.calendar(ReportingPeriod.of(2020, 1), dueDay, monthOffset,
				36);
		FallenDue months = new FallenDue(calendar::fallenDue, calendar::due, (each) -> true);
		Instant instant = OffsetDateTime.parse(fired).toInstant();
		ReportingPeriod expected = ReportingPeriod.parse(period);
		assertThat(months.since(expected, instant)).containsExactly(expected);
		assertThat(months.since(expected.previous(), instant)).containsExactly(expected.previous(), expected);
		assertThat(months.next(instant)).isEqualTo(expected.next());
	}

}
